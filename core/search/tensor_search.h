// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/layer_search.h"

namespace latticeq {

/**
 * The published random search as plain tensor operations, all channels at once, on the device of `search.vectors`:
 * the reference for the fused search. It tries the same noise in the same order; its rounding differs, so its
 * chains part from the fused ones after a while and end at errors of the same size. It records no convergence.
 */
LayerSearchResult tensorSearchLayer(const LayerSearch& search);

/**
 * Cubic errors of one candidate basis per row [K, n, n] as the search judges them: [K], infinity where a basis is
 * rejected. The tensor counterpart of basisError().
 */
at::Tensor candidateErrors(const LayerSearch& search, const at::Tensor& basis);

} // namespace latticeq
