// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/layer_search.h"

namespace latticeq {

/**
 * A search's scales of single weights (n = 1, one float32 scale a channel) as codes of `scaleBits` against the largest
 * of them, T: `basisMaximum` is [1]. Each channel of `vectors` [O, m, 1] takes the code beside its scale that leaves
 * the smaller cubic error; coordinates and errors are those under the new scales, the convergence stays the search's.
 */
LayerSearchResult shareScales(
    const LayerSearchResult& found, const at::Tensor& vectors, int coordinateBits, int scaleBits);

} // namespace latticeq
