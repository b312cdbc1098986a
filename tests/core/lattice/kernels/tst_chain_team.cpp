// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/chain_kernel.h"
#include "core/lattice/kernels/chain_team.h"
#include "core/lattice/kernels/looped_warp.h"
#include "tests/support/sample_chain.h"

#include <QtTest/QtTest>

using namespace latticeq;
using test::identityBasis;
using test::sameBits;
using test::SampleChain;

namespace {

template <int N>
void advanceLooped(
    const ChainProblem& problem, int warps, const CandidateRange& range, const ErrorTrace& trace, ChainState& state)
{
    const ChainTask task { problem.sections.data(), static_cast<int>(problem.sections.size()), problem.n,
        problem.basisBits, problem.biasCorrected, problem.noise };
    std::vector<float> slots(kSlotFloatsPerWarp);
    std::vector<SectionSum> sums(static_cast<size_t>(warps));
    advanceByTeam<N>(LoopedTeam { warps }, task, range, trace, slots.data(), sums.data(), state);
}

} // namespace

class ChainTeamTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTeamFindsTheVectorKernelsBases_data();
    void aTeamFindsTheVectorKernelsBases();
    void theTraceHoldsTheBestErrorAtEachMark();
};

void ChainTeamTest::aTeamFindsTheVectorKernelsBases_data()
{
    QTest::addColumn<int>("sections");
    QTest::addColumn<int>("warps");
    QTest::addColumn<bool>("biasCorrected");
    for (const int sections : { 1, 3, 4, 5 }) {
        for (const int warps : { 1, 3, 4 }) {
            for (const bool corrected : { false, true }) {
                QTest::addRow("%d sections, %d warps%s", sections, warps, corrected ? ", bias-corrected" : "")
                    << sections << warps << corrected;
            }
        }
    }
}

void ChainTeamTest::aTeamFindsTheVectorKernelsBases()
{
    QFETCH(int, sections);
    QFETCH(int, warps);
    QFETCH(bool, biasCorrected);
    const SampleChain sample(3, 3, 259, biasCorrected);
    const SampleChain other(3, 3, 77, biasCorrected);
    ChainProblem problem = sample.problem;
    for (int s = 1; s < sections; ++s)
        problem.sections.push_back(s % 2 == 1 ? other.problem.sections[0] : sample.problem.sections[0]);
    ChainState vectorKernel;
    startChain(problem, identityBasis(3, 0.05F).data(), vectorKernel);
    ChainState team = vectorKernel;
    const std::atomic<bool> stop { false };
    const NoisePhase phase { 0.03F, 5, 120 };
    advanceChain(problem, phase, 0, 120, stop, vectorKernel);
    advanceLooped<3>(problem, warps, { phase, 0, 50 }, {}, team);
    advanceLooped<0>(problem, warps, { phase, 50, 120 }, {}, team);
    QVERIFY(sameBits(team.bestError, vectorKernel.bestError));
    QVERIFY(sameBits(team.bestMaximum, vectorKernel.bestMaximum));
    QCOMPARE(std::memcmp(team.bestBasis, vectorKernel.bestBasis, sizeof(team.bestBasis)), 0);
    QCOMPARE(team.candidatesTried, 120);
}

void ChainTeamTest::theTraceHoldsTheBestErrorAtEachMark()
{
    const SampleChain sample(3, 4, 100, false);
    ChainProblem problem = sample.problem;
    problem.sections.push_back(sample.problem.sections[0]);
    ChainState start;
    startChain(problem, identityBasis(3, 0.05F).data(), start);
    const NoisePhase phase { 0.05F, 0, 60 };
    const std::vector<int64_t> marks { 1, 2, 31, 32, 33, 60 };
    std::vector<float> errors(marks.size(), -1.0F);
    ChainState traced = start;
    advanceLooped<3>(
        problem, 2, { phase, 0, 60 }, { marks.data(), static_cast<int>(marks.size()), errors.data() }, traced);
    for (size_t m = 0; m < marks.size(); ++m) {
        ChainState state = start;
        advanceLooped<3>(problem, 2, { phase, 0, marks[m] }, {}, state);
        QVERIFY(sameBits(errors[m], state.bestError));
    }
}

QTEST_MAIN(ChainTeamTest)
#include "tst_chain_team.moc"
