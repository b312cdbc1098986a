// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/layer_search.h"

namespace latticeq {

/**
 * The refined search: a short random search, then rows refined one by one (RefinedRow) for about the cost of the random
 * search that `steps` and `restarts` ask for. Never above the short search it starts from. The same bytes for any
 * number of threads and any instruction set, unless a time budget ends it. Candidates count one by one: those of the
 * short search, then one a pass.
 */
LayerSearchResult refineLayer(const LayerSearch& search, WorkerThreads& workers, RunControl& control,
    const ConvergenceSink& sink = {}, const BasisSink& basisSink = {});

} // namespace latticeq
