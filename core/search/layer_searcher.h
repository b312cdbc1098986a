// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/layer_search.h"

#include <memory>
#include <string>

namespace latticeq {

/** A search to be done, and who hears of it. */
struct SearchJob
{
    LayerSearch search;
    ConvergenceSink convergence;
    BasisSink bases;
};

/** Does the published random search on one device; the same bytes on every one. */
class LayerSearcher
{
public:
    virtual ~LayerSearcher() = default;

    /** Searches all jobs; results in their order. Once stopped, what is left is marked so too. */
    virtual std::vector<LayerSearchResult> search(const std::vector<SearchJob>& jobs, RunControl& control) const = 0;

    /** Chains below which jobs of more layers are worth handing over together; 0 where one at a time is as fast. */
    virtual int64_t chainsWorthJoining() const { return 0; }
};

/** On the processor, job after job. */
class ProcessorSearcher : public LayerSearcher
{
public:
    explicit ProcessorSearcher(WorkerThreads& workers)
        : m_workers(workers)
    {
    }

    std::vector<LayerSearchResult> search(const std::vector<SearchJob>& jobs, RunControl& control) const override;

private:
    WorkerThreads& m_workers;
};

/** The searcher of a device named "cpu" or "cuda:n"; `log` hears where a card's memory did not suffice. */
std::unique_ptr<LayerSearcher> makeSearcher(
    const std::string& device, WorkerThreads& workers, std::function<void(const std::string&)> log = {});

} // namespace latticeq
