// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/layer_searcher.h"

namespace latticeq {

/**
 * On an NVIDIA card: a warp per chain, a thread block where one basis serves a whole layer. The jobs handed over
 * together run together, in launches of at most about 50 ms, between which it pauses and stops.
 */
class CardSearcher : public LayerSearcher
{
public:
    /** `device` is "cuda:n". */
    CardSearcher(const std::string& device, WorkerThreads& workers, std::function<void(const std::string&)> log);

    /**
     * As LayerSearcher. Where the card's memory does not suffice the jobs are searched in smaller groups, at last
     * blocks of channels; throws std::runtime_error where one basis' vectors alone do not fit.
     */
    std::vector<LayerSearchResult> search(const std::vector<SearchJob>& jobs, RunControl& control) const override;

    /** About the warps that fill a card of a hundred multiprocessors. */
    int64_t chainsWorthJoining() const override { return 4096; }

private:
    std::vector<LayerSearchResult> searchInHalves(const std::vector<SearchJob>& jobs, RunControl& control) const;
    LayerSearchResult searchChannelsInHalves(const SearchJob& job, RunControl& control) const;

    int m_card;
    WorkerThreads& m_workers;
    std::function<void(const std::string&)> m_log;
};

} // namespace latticeq
