// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/vector_blocks.h"
#include "core/search/layer_search.h"

#include <atomic>

namespace latticeq {

/**
 * The independent chains of a layer's search, one per row and restart; a row is a channel, or the whole layer where
 * all share a basis. Chains advance side by side, so that convergence can be shown while they run.
 */
class SearchChains
{
public:
    SearchChains(const LayerSearch& search, WorkerThreads& workers);

    /** Tries candidates [first, last) of a phase in every chain. Fewer chains than workers share all of them. */
    void advance(const NoisePhase& phase, int64_t first, int64_t last, const std::atomic<bool>& stop);

    /** Errors summed over the rows: of each restart, and last of every row's best restart. */
    std::vector<ConvergencePoint> convergence(int64_t candidates) const;

    /** The same of errors [rows, restarts] that the chains had at some time. */
    std::vector<ConvergencePoint> convergence(int64_t candidates, const std::vector<float>& errors) const;

    /** Index of the restart with the smallest error of a row; the earlier one of equals. */
    int bestRestart(int64_t row) const;

    /** Bases [rows, n, n] of every row's best restart. */
    std::vector<float> bestBases() const;

    int64_t rows() const { return m_rows; }
    int restarts() const { return m_restarts; }
    const VectorBlocks& blocks() const { return m_blocks; }

    /** The chains [rows, restarts], for a search that advances them elsewhere. */
    std::vector<ChainState>& states() { return m_states; }
    const std::vector<ChainProblem>& problems() const { return m_problems; }
    const ChainState& state(int64_t row, int restart) const { return m_states[row * m_restarts + restart]; }
    const ChainProblem& problem(int64_t row) const { return m_problems[row * m_restarts]; }
    int64_t vectorsComputed() const;

private:
    void advanceAhead(
        size_t chain, const NoisePhase& phase, int64_t first, int64_t last, const std::atomic<bool>& stop);

    WorkerThreads& m_workers;
    int64_t m_weightsPerRow;
    int64_t m_rows;
    int m_restarts;
    VectorBlocks m_blocks;
    std::vector<ChainProblem> m_problems;
    std::vector<ChainState> m_states;
};

/** Coordinates [channels, vectors, n] of a search's vectors under one basis per row [rows, n, n]. */
at::Tensor coordinatesUnder(const LayerSearch& search, const SearchChains& chains, const at::Tensor& basis);

} // namespace latticeq
