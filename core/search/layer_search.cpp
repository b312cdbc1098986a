// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/layer_search.h"

#include "core/run/run_control.h"
#include "core/search/search_chains.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>

namespace latticeq {

namespace {

using Clock = std::chrono::steady_clock;

/** Candidates between two looks at the clock while a time budget runs. */
constexpr int64_t kBudgetStride = 64;

/** When each phase has to end: with a budget every phase gets an equal share of what is left. */
class PhaseClock
{
public:
    PhaseClock(double budgetSeconds, const RunControl& control)
        : m_control(control)
        , m_limited(budgetSeconds > 0)
        , m_end(elapsed() + budgetSeconds)
    {
    }

    void startPhase(size_t phasesLeft)
    {
        m_phaseEnd = elapsed() + (m_end - elapsed()) / static_cast<double>(phasesLeft);
    }
    bool limited() const { return m_limited; }
    bool phaseIsOver() const { return m_limited && elapsed() >= m_phaseEnd; }

private:
    double elapsed() const
    {
        return std::chrono::duration<double>(Clock::now() - m_start).count() - m_control.pausedTime().count();
    }

    const RunControl& m_control;
    Clock::time_point m_start = Clock::now();
    bool m_limited;
    double m_end;
    double m_phaseEnd = 0;
};

/** Advances the chains through a schedule, from one checkpoint of convergence to the next. */
class ScheduleWalk
{
public:
    ScheduleWalk(const LayerSearch& search, SearchChains& chains, RunControl& control, const ConvergenceSink& sink,
        const BasisSink& basisSink, LayerSearchResult& result)
        : m_schedule(publishedSchedule(static_cast<int>(search.vectors.size(2)), search.bits, search.stepsPerPhase))
        , m_checkpoints(convergenceCheckpoints(m_schedule.candidates(), kConvergencePoints / (search.restarts + 1)))
        , m_clock(search.budgetSeconds, control)
        , m_chains(chains)
        , m_control(control)
        , m_sink(sink)
        , m_basisSink(basisSink)
        , m_result(result)
    {
    }

    void run()
    {
        for (size_t p = 0; p < m_schedule.phases.size() && !m_result.stopped; ++p) {
            m_clock.startPhase(m_schedule.phases.size() - p);
            runPhase(m_schedule.phases[p]);
        }
        const bool endRecorded
            = !m_result.convergence.empty() && m_result.convergence.back().candidates == m_result.candidates;
        if (!endRecorded)
            record();
    }

private:
    void runPhase(const NoisePhase& phase)
    {
        for (int64_t first = 0; first < phase.candidates && !m_clock.phaseIsOver();) {
            if (!m_control.waitWhilePaused()) {
                m_result.stopped = true;
                return;
            }
            const int64_t last = segmentEnd(phase, first);
            m_chains.advance(phase, first, last, m_control.stopFlag());
            m_result.candidates += last - first;
            first = last;
            recordIfDue(phase.firstCandidate + last);
        }
    }

    int64_t segmentEnd(const NoisePhase& phase, int64_t first)
    {
        while (m_checkpoints[m_nextCheckpoint] <= phase.firstCandidate + first)
            ++m_nextCheckpoint;
        const int64_t last = std::min(phase.candidates, m_checkpoints[m_nextCheckpoint] - phase.firstCandidate);
        return m_clock.limited() ? std::min(last, first + kBudgetStride) : last;
    }

    void recordIfDue(int64_t position)
    {
        if (position == m_checkpoints[m_nextCheckpoint])
            record();
    }

    void record()
    {
        const std::vector<ConvergencePoint> points = m_chains.convergence(m_result.candidates);
        m_result.convergence.insert(m_result.convergence.end(), points.begin(), points.end());
        if (m_sink)
            m_sink(points);
        if (m_basisSink)
            m_basisSink(m_result.candidates, [this] { return m_chains.bestBases(); });
    }

    SearchSchedule m_schedule;
    std::vector<int64_t> m_checkpoints;
    size_t m_nextCheckpoint = 0;
    PhaseClock m_clock;
    SearchChains& m_chains;
    RunControl& m_control;
    const ConvergenceSink& m_sink;
    const BasisSink& m_basisSink;
    LayerSearchResult& m_result;
};

void takeBestBases(const LayerSearch& search, const SearchChains& chains, LayerSearchResult& result)
{
    const int64_t n = search.vectors.size(2);
    result.basis = at::tensor(chains.bestBases(), at::kFloat).reshape({ chains.rows(), n, n });
    result.basisMaximum = at::empty({ chains.rows() });
    for (int64_t row = 0; row < chains.rows(); ++row) {
        const ChainState& best = chains.state(row, chains.bestRestart(row));
        result.basisMaximum.data_ptr<float>()[row] = best.bestMaximum;
        result.cubicErrors.push_back(best.bestError);
    }
}

} // namespace

double LayerSearchResult::cubicError() const
{
    return std::accumulate(cubicErrors.begin(), cubicErrors.end(), 0.0);
}

std::pair<float, float> coordinateLimits(int bits)
{
    if (bits == 0)
        return { 0.0F, 0.0F };
    const float a = std::exp2(static_cast<float>(bits - 1));
    return { 1.0F - a, a };
}

LayerSearchResult searchLayer(const LayerSearch& search, WorkerThreads& workers, RunControl& control,
    const ConvergenceSink& sink, const BasisSink& basisSink)
{
    LayerSearchResult result;
    SearchChains chains(search, workers);
    ScheduleWalk(search, chains, control, sink, basisSink, result).run();
    takeBestBases(search, chains, result);
    result.coordinates = coordinatesUnder(search, chains, result.basis);
    result.candidateWeights = search.vectors.numel() * search.restarts * result.candidates;
    result.computedWeights = chains.vectorsComputed() * search.vectors.size(2);
    return result;
}

} // namespace latticeq
