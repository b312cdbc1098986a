// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/refined_row.h"

#include "core/lattice/kernels/chain_steps.h"

#include <algorithm>

namespace latticeq {

namespace {

/** Passes from one perturbation of the best to the next. */
constexpr int64_t kPassesPerPerturbation = 9;

/** Of a perturbation, in units of the best basis' largest entry, one after the other. */
constexpr float kDeviations[] = { 0.25F, 0.06F, 0.12F, 0.03F };

int64_t floatsOf(const ErrorSection& section, int n)
{
    return section.blockCount * n * kLanes;
}

} // namespace

RefinedSchedule RefinedSchedule::atCostOf(int64_t candidates, const ChainProblem& problem)
{
    constexpr int64_t kFewest = 12;
    const int64_t candidatesPerPass = problem.n < 3 ? 9 : problem.biasCorrected ? 6 : 10; // measured, tests/bench
    RefinedSchedule schedule;
    schedule.passes = std::max(kFewest, candidates / candidatesPerPass);
    schedule.rotations = problem.n == 1 ? 0 : 2;
    const int64_t starts = 4 + schedule.rotations;
    schedule.passesPerStart = std::clamp<int64_t>(schedule.passes / (2 * starts), 2, 12);
    return schedule;
}

RefinedRow::RefinedRow(const ChainProblem& problem, const ChainState& random, int bits, const RefinedSchedule& schedule)
    : m_problem(problem)
    , m_schedule(schedule)
    , m_best(random)
    , m_bestCorrections(problem.sections.size(), BiasCorrection { 1, 0 })
    , m_guesses(m_bestCorrections)
    , m_fits(problem.sections.size())
    , m_refit(problem.n)
{
    const int entries = problem.n * problem.n;
    m_starts = startBases(problem, bits, schedule.rotations);
    m_starts.insert(m_starts.begin(), BasisEntries(random.bestBasis, random.bestBasis + entries));
    int64_t floats = 0;
    for (const ErrorSection& section : problem.sections)
        floats += floatsOf(section, problem.n);
    m_coordinates.resize(static_cast<size_t>(floats));
}

int64_t RefinedRow::passesBeforeNeighbour() const
{
    return std::ssize(m_starts) * m_schedule.passesPerStart;
}

void RefinedRow::advance(int64_t passes, const std::atomic<bool>& stop, const ForEachSection& forEachSection)
{
    for (int64_t pass = 0; pass < passes && !stop.load(std::memory_order_relaxed); ++pass) {
        chooseBasis();
        judge(forEachSection);
        ++m_passes;
    }
}

/** Where no start is due and no perturbation, the pass before has left the refitted basis. */
void RefinedRow::chooseBasis()
{
    const int64_t start = m_passes / m_schedule.passesPerStart;
    const bool first = m_passes % m_schedule.passesPerStart == 0;
    if (start < std::ssize(m_starts)) {
        if (first)
            begin(m_starts[static_cast<size_t>(start)]);
        return;
    }
    if (start == std::ssize(m_starts) && !m_neighbour.empty()) {
        if (first)
            begin(m_neighbour);
        return;
    }
    const int64_t round = m_passes - passesBeforeNeighbour();
    if (round % kPassesPerPerturbation == 0)
        perturbBest(round / kPassesPerPerturbation);
}

void RefinedRow::begin(const BasisEntries& basis)
{
    m_basis = basis;
    m_isRefitted = false;
    m_gain = 1;
    quantizeBasis();
    std::fill(m_guesses.begin(), m_guesses.end(), BiasCorrection { 1, 0 });
}

void RefinedRow::perturbBest(int64_t round)
{
    const int entries = m_problem.n * m_problem.n;
    float noise[kMaximumGroupDimension * kMaximumGroupDimension + 3];
    for (int group = 0; group < noiseRows(m_problem.n) / 4; ++group) {
        drawNormals(
            m_problem.noise, static_cast<uint32_t>(m_best.candidatesTried + m_passes), group, noise + 4 * group, 1);
    }
    const float deviation = kDeviations[round % std::ssize(kDeviations)] * largestEntry(m_best.bestBasis, entries);
    m_basis.resize(static_cast<size_t>(entries));
    for (int e = 0; e < entries; ++e)
        m_basis[static_cast<size_t>(e)] = fusedMultiplyAdd(deviation, noise[e], m_best.bestBasis[e]);
    m_isRefitted = false;
    m_gain = m_bestGain;
    quantizeBasis();
    m_guesses = m_bestCorrections;
}

void RefinedRow::judge(const ForEachSection& forEachSection)
{
    std::vector<size_t> places { 0 };
    for (const ErrorSection& section : m_problem.sections)
        places.push_back(places.back() + static_cast<size_t>(floatsOf(section, m_problem.n)));
    std::atomic<bool> usable = true;
    forEachSection(std::ssize(m_problem.sections), [&](int64_t section) {
        const auto s = static_cast<size_t>(section);
        if (!fitSection(
                m_problem, m_problem.sections[s], m_basis.data(), m_guesses[s], &m_coordinates[places[s]], m_fits[s]))
            usable = false;
    });
    if (usable)
        take();
    else
        begin(BasisEntries(m_best.bestBasis, m_best.bestBasis + m_basis.size()));
}

/** Sums the sections in their order. */
void RefinedRow::take()
{
    float error = 0.0F;
    m_refit.clear();
    for (size_t s = 0; s < m_fits.size(); ++s) {
        error += m_fits[s].error;
        m_best.vectorsComputed += m_problem.sections[s].vectorCount;
        m_refit.add(m_fits[s]);
        m_guesses[s] = m_fits[s].correction;
    }
    if (error < m_best.bestError)
        keep(error);
    if (m_problem.biasCorrected && m_isRefitted)
        followNorm();
    if (isToBeStretched(error))
        stretch();
    else
        refit();
}

void RefinedRow::keep(float error)
{
    m_best.bestError = error;
    m_best.bestMaximum = m_maximum;
    std::copy(m_basis.begin(), m_basis.end(), m_best.bestBasis);
    m_bestCorrections = m_guesses;
    m_bestGain = m_gain;
    m_bestCoordinates = m_coordinates;
}

/**
 * Least squares shrink what they fit, and bias correction would stretch it again, the mean with it: bases are made
 * longer by what the corrections of refitted ones asked for, so that they ask for nothing in the end.
 */
void RefinedRow::followNorm()
{
    double sum = 0;
    for (const BiasCorrection& correction : m_guesses)
        sum += static_cast<double>(correction.eta);
    m_gain = std::clamp(m_gain * sum / static_cast<double>(m_guesses.size()), 0.5, 2.0);
}

/** Of a row with one correction, once for a basis that may become the best. */
bool RefinedRow::isToBeStretched(float error)
{
    constexpr float kPromising = 1.1F; // times the best error
    constexpr float kWorthIt = 0.01F;
    const bool wanted = m_problem.biasCorrected && m_guesses.size() == 1 && !m_isStretched
        && error < kPromising * m_best.bestError && magnitude(m_guesses[0].eta - 1) > kWorthIt;
    m_isStretched = wanted;
    return wanted;
}

/** Takes what the correction asks for into the basis: the same codes, and the points' mean is no more scaled. */
void RefinedRow::stretch()
{
    const float eta = m_guesses[0].eta;
    for (float& entry : m_basis)
        entry *= eta;
    m_maximum *= eta;
    m_guesses[0] = { 1, m_guesses[0].shift + (1 - eta) * m_problem.sections[0].weightMean };
}

void RefinedRow::refit()
{
    if (!m_refit.solve(m_gain))
        return;
    m_isRefitted = true;
    if (m_problem.basisBits > 0)
        m_maximum = m_refit.quantize(m_problem.basisBits, m_basis.data());
    else
        std::copy(m_refit.solution().begin(), m_refit.solution().end(), m_basis.begin());
}

/** A basis that comes from elsewhere, quantized. */
void RefinedRow::quantizeBasis()
{
    if (m_problem.basisBits > 0)
        m_maximum
            = quantizeBasisEntries(m_basis.data(), static_cast<int>(m_basis.size()), basisLevels(m_problem.basisBits));
}

} // namespace latticeq
