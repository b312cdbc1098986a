// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/refined_search.h"

#include "core/lattice/kernels/chain_reference.h"
#include "core/run/run_control.h"
#include "core/search/refined_row.h"
#include "core/search/search_chains.h"
#include "core/search/search_walk.h"
#include "core/support/worker_threads.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace latticeq {

namespace {

/** Candidates between two looks at the clock and at a pause. */
constexpr int64_t kCandidatesAtOnce = 64;

/** Of the time budget. */
constexpr double kRandomShare = 0.1;

/**
 * Rows of so few vectors, and vectors of one or two weights, are searched at random for half of the cost: there it
 * finds as much as refitting does.
 */
constexpr int64_t kFewVectors = 16;

/** The short random search that the refined one starts from. */
LayerSearch shortSearch(const LayerSearch& search)
{
    const bool few = search.vectors.size(2) <= 2 || (!search.perLayer && search.vectors.size(1) <= kFewVectors);
    LayerSearch random = search;
    random.restarts = few ? search.restarts : 1;
    random.stepsPerPhase
        = few ? std::max<int64_t>(1, search.stepsPerPhase / 2) : std::clamp<int64_t>(search.stepsPerPhase / 8, 4, 40);
    random.budgetSeconds = kRandomShare * search.budgetSeconds;
    return random;
}

/** Passes between two looks at the clock and at a pause. */
constexpr int64_t kPassesAtOnce = 64;

/** The number of passes at which convergence is recorded next: closer together at the beginning. */
int64_t recordAfter(int64_t done)
{
    return done + std::max<int64_t>(4, done / 4);
}

/** All rows on their way, and what is told of them. */
class Refinement
{
public:
    Refinement(const LayerSearch& search, WorkerThreads& workers, RunControl& control)
        : m_search(search)
        , m_random(shortSearch(search))
        , m_workers(workers)
        , m_control(control)
        , m_chains(m_random, workers)
    {
    }

    LayerSearchResult run(const ConvergenceSink& sink, const BasisSink& basisSink);

private:
    bool searchRandomly();
    void openRows();
    void advance(int64_t passes);
    void exchangeNeighbours();
    bool isOverBudget() const;
    void record(const ConvergenceSink& sink, const BasisSink& basisSink);
    at::Tensor coordinates(const at::Tensor& basis) const;
    void copyCoordinates(const RefinedRow& row, const ChainProblem& problem, float* next) const;

    const LayerSearch& m_search;
    LayerSearch m_random;
    WorkerThreads& m_workers;
    RunControl& m_control;
    SearchChains m_chains; // of the random search; its states go on as the rows' best
    std::vector<RefinedRow> m_rows;
    RefinedSchedule m_schedule;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    LayerSearchResult m_result;
};

bool Refinement::searchRandomly()
{
    SearchWalk walk(m_random, m_control);
    while (!walk.atEnd() && m_control.waitWhilePaused()) {
        const CandidateRange range = walk.next(kCandidatesAtOnce);
        m_chains.advance(range.phase, range.first, range.last, m_control.stopFlag());
        walk.advance(range);
    }
    m_result.candidates = walk.candidates();
    return !m_control.stopRequested();
}

void Refinement::openRows()
{
    const auto n = static_cast<int>(m_search.vectors.size(2));
    const SearchSchedule published = publishedSchedule(n, m_search.bits, m_search.stepsPerPhase);
    m_schedule = RefinedSchedule::atCostOf(published.candidates() * m_search.restarts, m_chains.problem(0));
    for (int64_t row = 0; row < m_chains.rows(); ++row) {
        const int bits = m_search.perLayer ? m_search.bits : m_search.channelBits[static_cast<size_t>(row)];
        m_rows.emplace_back(m_chains.problem(row), m_chains.state(row, m_chains.bestRestart(row)), bits, m_schedule);
    }
}

/** Many rows are shared out among the threads; where there are few, the sections of each are. */
void Refinement::advance(int64_t passes)
{
    const auto here = [](int64_t sections, const std::function<void(int64_t)>& fit) {
        for (int64_t section = 0; section < sections; ++section)
            fit(section);
    };
    if (std::ssize(m_rows) >= m_workers.count()) {
        m_workers.forEach(std::ssize(m_rows),
            [&](int64_t row) { m_rows[static_cast<size_t>(row)].advance(passes, m_control.stopFlag(), here); });
        return;
    }
    for (RefinedRow& row : m_rows) {
        row.advance(passes, m_control.stopFlag(),
            [this](int64_t sections, const std::function<void(int64_t)>& fit) { m_workers.forEach(sections, fit); });
    }
}

void Refinement::exchangeNeighbours()
{
    std::vector<BasisEntries> best;
    const int64_t entries = m_search.vectors.size(2) * m_search.vectors.size(2);
    for (const RefinedRow& row : m_rows)
        best.emplace_back(row.best().bestBasis, row.best().bestBasis + entries);
    for (size_t row = 0; row < m_rows.size() && m_rows.size() > 1; ++row)
        m_rows[row].setNeighbour(best[(row + 1) % best.size()]);
}

bool Refinement::isOverBudget() const
{
    const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - m_start).count()
        - m_control.pausedTime().count();
    return m_search.budgetSeconds > 0 && elapsed >= m_search.budgetSeconds;
}

void Refinement::record(const ConvergenceSink& sink, const BasisSink& basisSink)
{
    double error = 0;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        const auto chain = static_cast<int64_t>(row);
        m_chains.states()[row * m_random.restarts + m_chains.bestRestart(chain)] = m_rows[row].best();
        error += m_rows[row].best().bestError;
    }
    recordConvergence({ { 0, m_result.candidates, error }, { -1, m_result.candidates, error } }, sink, m_result);
    if (basisSink)
        basisSink(m_result.candidates, [this] { return m_chains.bestBases(); });
}

LayerSearchResult Refinement::run(const ConvergenceSink& sink, const BasisSink& basisSink)
{
    const bool searched = searchRandomly();
    openRows();
    record(sink, basisSink);
    const int64_t beforeNeighbour = m_rows.front().passesBeforeNeighbour();
    int64_t nextRecord = recordAfter(0);
    for (int64_t done = 0; searched && done < m_schedule.passes && m_control.waitWhilePaused() && !isOverBudget();) {
        if (done == beforeNeighbour)
            exchangeNeighbours();
        const int64_t end = std::min(nextRecord, done < beforeNeighbour ? beforeNeighbour : m_schedule.passes);
        const int64_t passes = std::min(kPassesAtOnce, std::min(end, m_schedule.passes) - done);
        advance(passes);
        done += passes;
        m_result.candidates += passes;
        if (done == nextRecord || done == m_schedule.passes) {
            record(sink, basisSink);
            nextRecord = recordAfter(done);
        }
    }
    if (m_result.convergence.back().candidates != m_result.candidates)
        record(sink, basisSink);
    m_result.stopped = m_control.stopRequested();
    finishSearch(m_random, m_chains, m_result);
    m_result.coordinates = coordinates(m_result.basis);
    return std::move(m_result);
}

void Refinement::copyCoordinates(const RefinedRow& row, const ChainProblem& problem, float* next) const
{
    const int n = problem.n;
    const float* blocks = row.coordinates().data();
    for (const ErrorSection& section : problem.sections) {
        for (int64_t index = 0; index < section.vectorCount; ++index) {
            const float* vector = blocks + index / kLanes * n * kLanes + index % kLanes;
            for (int j = 0; j < n; ++j)
                *next++ = vector[j * kLanes];
        }
        blocks += section.blockCount * n * kLanes;
    }
}

at::Tensor Refinement::coordinates(const at::Tensor& basis) const
{
    at::Tensor all = coordinatesUnder(m_search, m_chains, basis);
    const int64_t perRow = all.numel() / m_chains.rows();
    for (int64_t row = 0; row < m_chains.rows(); ++row) {
        const RefinedRow& refined = m_rows[static_cast<size_t>(row)];
        if (!refined.coordinates().empty())
            copyCoordinates(refined, m_chains.problem(row), all.data_ptr<float>() + row * perRow);
    }
    return all;
}

} // namespace

LayerSearchResult refineLayer(const LayerSearch& search, WorkerThreads& workers, RunControl& control,
    const ConvergenceSink& sink, const BasisSink& basisSink)
{
    return Refinement(search, workers, control).run(sink, basisSink);
}

} // namespace latticeq
