// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/layer_searcher.h"

#include "core/search/card_searcher.h"

#include <ATen/core/Tensor.h>

#include <stdexcept>

namespace latticeq {

std::vector<LayerSearchResult> ProcessorSearcher::search(const std::vector<SearchJob>& jobs, RunControl& control) const
{
    std::vector<LayerSearchResult> results;
    for (const SearchJob& job : jobs)
        results.push_back(searchLayer(job.search, m_workers, control, job.convergence, job.bases));
    return results;
}

std::unique_ptr<LayerSearcher> makeSearcher(
    const std::string& device, WorkerThreads& workers, [[maybe_unused]] std::function<void(const std::string&)> log)
{
    if (device == "cpu")
        return std::make_unique<ProcessorSearcher>(workers);
#if LATTICEQ_CUDA
    return std::make_unique<CardSearcher>(device, workers, std::move(log));
#else
    throw std::invalid_argument("no search on " + device + ": this version is built without CUDA");
#endif
}

} // namespace latticeq
