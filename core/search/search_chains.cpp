// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/search_chains.h"

#include "core/lattice/kernels/chain_kernel.h"
#include "core/lattice/kernels/chain_reference.h"
#include "core/support/worker_threads.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <cmath>

namespace latticeq {

namespace {

/** Vectors of a per-layer basis whose errors are summed together (design, "One result everywhere"). */
constexpr int64_t kVectorsPerSection = 4096;

/** From here on a candidate takes longer than it takes to hand it to another thread. */
constexpr int64_t kWeightsWorthSharing = 1 << 16;

/** Candidates that each worker tries before the chain goes on. */
constexpr int64_t kCandidatesAhead = 2;

/** Whether a row's sections run over channel borders: one basis for all, no statistics of single channels needed. */
bool channelsJoined(const LayerSearch& search)
{
    return search.perLayer && !search.biasCorrected;
}

VectorBlocks makeBlocks(const LayerSearch& search)
{
    const at::Tensor& v = search.vectors;
    const auto n = static_cast<int>(v.size(2));
    return channelsJoined(search) ? VectorBlocks(v.data_ptr<float>(), 1, v.size(0) * v.size(1), n)
                                  : VectorBlocks(v.data_ptr<float>(), v.size(0), v.size(1), n);
}

void setWeightStatistics(ErrorSection& section, const float* weights, int64_t count)
{
    double sum = 0;
    for (int64_t i = 0; i < count; ++i)
        sum += weights[i];
    const double mean = sum / static_cast<double>(count);
    double squares = 0;
    for (int64_t i = 0; i < count; ++i)
        squares += (weights[i] - mean) * (weights[i] - mean);
    section.weightMean = static_cast<float>(mean);
    section.weightNorm = static_cast<float>(std::sqrt(squares));
}

ErrorSection channelSection(const LayerSearch& search, const VectorBlocks& blocks, int64_t channel)
{
    const at::Tensor& v = search.vectors;
    const auto [lowest, highest] = coordinateLimits(search.channelBits[static_cast<size_t>(channel)]);
    ErrorSection section { blocks.row(channel), blocks.blocksPerRow(), v.size(1), lowest, highest };
    const int64_t weights = v.size(1) * v.size(2);
    setWeightStatistics(section, v.data_ptr<float>() + channel * weights, weights);
    return section;
}

std::vector<ErrorSection> joinedSections(const LayerSearch& search, const VectorBlocks& blocks)
{
    const auto [lowest, highest] = coordinateLimits(search.bits);
    const int64_t vectors = search.vectors.size(0) * search.vectors.size(1);
    const int64_t blocksPerSection = kVectorsPerSection / kLanes;
    std::vector<ErrorSection> sections;
    for (int64_t first = 0; first < vectors; first += kVectorsPerSection) {
        const int64_t block = first / kLanes;
        sections.push_back(
            { blocks.row(0) + block * blocks.blockSize(), std::min(blocksPerSection, blocks.blocksPerRow() - block),
                std::min(kVectorsPerSection, vectors - first), lowest, highest });
    }
    return sections;
}

std::vector<ErrorSection> rowSections(const LayerSearch& search, const VectorBlocks& blocks, int64_t row)
{
    if (channelsJoined(search))
        return joinedSections(search, blocks);
    if (!search.perLayer)
        return { channelSection(search, blocks, row) };
    std::vector<ErrorSection> sections;
    for (int64_t channel = 0; channel < search.vectors.size(0); ++channel)
        sections.push_back(channelSection(search, blocks, channel));
    return sections;
}

} // namespace

SearchChains::SearchChains(const LayerSearch& search, WorkerThreads& workers)
    : m_workers(workers)
    , m_weightsPerRow(search.perLayer ? search.vectors.numel() : search.vectors.numel() / search.vectors.size(0))
    , m_rows(search.perLayer ? 1 : search.vectors.size(0))
    , m_restarts(search.restarts)
    , m_blocks(makeBlocks(search))
{
    const auto n = static_cast<int>(search.vectors.size(2));
    for (int64_t row = 0; row < m_rows; ++row) {
        const auto channel = static_cast<uint32_t>(search.firstChannel + row);
        const std::vector<ErrorSection> sections = rowSections(search, m_blocks, row);
        for (int restart = 0; restart < m_restarts; ++restart) {
            m_problems.push_back({ sections, n, search.basisBits, search.biasCorrected,
                { search.seed, search.layerIndex, channel, static_cast<uint32_t>(restart) } });
        }
    }
    m_states.resize(m_problems.size());
    const std::vector<float> start = publishedStart(n, search.bits, search.perLayer);
    m_workers.forEach(static_cast<int64_t>(m_problems.size()),
        [&](int64_t chain) { startChain(m_problems[chain], start.data(), m_states[chain]); });
}

void SearchChains::advance(const NoisePhase& phase, int64_t first, int64_t last, const std::atomic<bool>& stop)
{
    if (std::ssize(m_problems) < m_workers.count() && m_weightsPerRow >= kWeightsWorthSharing) {
        for (size_t chain = 0; chain < m_problems.size(); ++chain)
            advanceAhead(chain, phase, first, last, stop);
        return;
    }
    m_workers.forEach(static_cast<int64_t>(m_problems.size()),
        [&](int64_t chain) { advanceChain(m_problems[chain], phase, first, last, stop, m_states[chain]); });
}

/**
 * The workers try the next candidates of one chain at once, all against the best so far. In their order the first
 * that is better is taken; those behind it were tried for a best that is none any more and are tried again. So the
 * chain goes the same way as one candidate after the other.
 */
void SearchChains::advanceAhead(
    size_t chain, const NoisePhase& phase, int64_t first, int64_t last, const std::atomic<bool>& stop)
{
    const ChainProblem& problem = m_problems[chain];
    ChainState& state = m_states[chain];
    std::vector<TriedCandidate> tried(static_cast<size_t>(kCandidatesAhead * m_workers.count()));
    while (first < last && !stop.load(std::memory_order_relaxed)) {
        const int64_t count = std::min<int64_t>(std::ssize(tried), last - first);
        m_workers.forEach(
            count, [&](int64_t k) { tried[static_cast<size_t>(k)] = tryCandidate(problem, phase, first + k, state); });
        bool better = false;
        for (int64_t k = 0; k < count && !better; ++k, ++first)
            better = acceptCandidate(problem, tried[static_cast<size_t>(k)], state);
        for (int64_t k = 0; k < count; ++k)
            state.vectorsComputed += tried[static_cast<size_t>(k)].vectorsComputed;
    }
}

std::vector<ConvergencePoint> SearchChains::convergence(int64_t candidates) const
{
    std::vector<float> errors;
    for (const ChainState& chain : m_states)
        errors.push_back(chain.bestError);
    return convergence(candidates, errors);
}

std::vector<ConvergencePoint> SearchChains::convergence(int64_t candidates, const std::vector<float>& errors) const
{
    std::vector<double> sums(static_cast<size_t>(m_restarts) + 1, 0.0); // the last one of every row's best
    for (auto row = errors.begin(); row != errors.end(); row += m_restarts) {
        for (int restart = 0; restart < m_restarts; ++restart)
            sums[static_cast<size_t>(restart)] += row[restart];
        sums.back() += *std::min_element(row, row + m_restarts);
    }
    std::vector<ConvergencePoint> points;
    for (int restart = 0; restart < m_restarts; ++restart)
        points.push_back({ restart, candidates, sums[static_cast<size_t>(restart)] });
    points.push_back({ -1, candidates, sums.back() });
    return points;
}

int SearchChains::bestRestart(int64_t row) const
{
    int best = 0;
    for (int restart = 1; restart < m_restarts; ++restart) {
        if (state(row, restart).bestError < state(row, best).bestError)
            best = restart;
    }
    return best;
}

std::vector<float> SearchChains::bestBases() const
{
    std::vector<float> bases;
    for (int64_t row = 0; row < m_rows; ++row) {
        const float* basis = state(row, bestRestart(row)).bestBasis;
        const int n = problem(row).n;
        bases.insert(bases.end(), basis, basis + n * n);
    }
    return bases;
}

int64_t SearchChains::vectorsComputed() const
{
    int64_t sum = 0;
    for (const ChainState& chain : m_states)
        sum += chain.vectorsComputed;
    return sum;
}

at::Tensor coordinatesUnder(const LayerSearch& search, const SearchChains& chains, const at::Tensor& basis)
{
    const auto n = static_cast<int>(search.vectors.size(2));
    at::Tensor coordinates = at::empty_like(search.vectors);
    float* next = coordinates.data_ptr<float>();
    for (int64_t row = 0; row < chains.rows(); ++row) {
        for (const ErrorSection& section : chains.problem(row).sections) {
            const std::vector<float> found = sectionCoordinates(section, n, basis.data_ptr<float>() + row * n * n);
            next = std::copy(found.begin(), found.end(), next);
        }
    }
    return coordinates;
}

} // namespace latticeq
