// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/card_kernels.h"
#include "core/search/layer_searcher.h"
#include "core/search/search_chains.h"
#include "core/search/search_walk.h"

#include <optional>

namespace latticeq {

/** One job's search on the thread's current card: its vectors and chains there, and its way through the schedule. */
class CardLayer
{
public:
    /** Copies the vectors and the chains, at their start, to the card. Throws CardMemoryError where they do not fit. */
    CardLayer(const SearchJob& job, const RunControl& control, WorkerThreads& workers);

    /** What the next launch does for this layer, at most `candidates`; nothing at the end of the schedule. */
    std::optional<LayerLaunch> nextLaunch(int64_t candidates);

    /** Reads what the launch has found and tells the job's sinks. */
    void finishLaunch();

    /** The result, with coordinates computed on the card. */
    LayerSearchResult finish(bool stopped);

private:
    void uploadSections();
    void uploadTasks();
    void fetchStates();
    at::Tensor coordinates(const at::Tensor& basis) const;

    const SearchJob& m_job;
    SearchChains m_chains;
    SearchWalk m_walk;
    LayerSearchResult m_result;
    CandidateRange m_range; // of the launch that is on its way
    std::vector<int64_t> m_checkpoints; // within it
    std::vector<int64_t> m_firstSections; // of each row

    CardMemory m_vectors;
    CardMemory m_sections;
    CardMemory m_tasks;
    CardMemory m_states;
    CardMemory m_marks;
    CardMemory m_traces;
};

} // namespace latticeq
