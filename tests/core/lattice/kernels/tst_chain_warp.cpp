// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/chain_kernel.h"
#include "core/lattice/kernels/chain_warp.h"
#include "core/lattice/kernels/looped_warp.h"
#include "tests/support/sample_chain.h"

#include <QtTest/QtTest>

#include <limits>

using namespace latticeq;
using test::identityBasis;
using test::sameBits;
using test::SampleChain;

namespace {

constexpr float kInfinity = std::numeric_limits<float>::infinity();

ChainTask taskOf(const ChainProblem& problem)
{
    return { problem.sections.data(), static_cast<int>(problem.sections.size()), problem.n, problem.basisBits,
        problem.biasCorrected, problem.noise };
}

template <int N>
void advanceLooped(const ChainTask& task, const CandidateRange& range, const ErrorTrace& trace, ChainState& state)
{
    std::vector<float> slots(kSlotFloatsPerWarp);
    advanceByWarp<N>(LoopedWarp(), task, range, trace, slots.data(), state);
}

/** The range by a warp of looped lanes, as a card's kernel takes it: n = 1 … 4 fixed, else at run time. */
void advanceByLoopedWarp(
    const ChainProblem& problem, const CandidateRange& range, const ErrorTrace& trace, ChainState& state)
{
    const ChainTask task = taskOf(problem);
    switch (problem.n) {
    case 1: return advanceLooped<1>(task, range, trace, state);
    case 2: return advanceLooped<2>(task, range, trace, state);
    case 3: return advanceLooped<3>(task, range, trace, state);
    case 4: return advanceLooped<4>(task, range, trace, state);
    default: return advanceLooped<0>(task, range, trace, state);
    }
}

bool sameChain(const ChainState& a, const ChainState& b)
{
    return sameBits(a.bestError, b.bestError) && sameBits(a.bestMaximum, b.bestMaximum)
        && std::memcmp(a.bestBasis, b.bestBasis, sizeof(a.bestBasis)) == 0 && a.candidatesTried == b.candidatesTried
        && a.vectorsComputed == b.vectorsComputed;
}

} // namespace

class ChainWarpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loopedLanesGiveTheVectorKernelsBits_data();
    void loopedLanesGiveTheVectorKernelsBits();
    void severalSectionsAreAddedInTheirOrder();
    void zeroWeightsKeepTheStart();
    void degenerateCandidatesAreRejected_data();
    void degenerateCandidatesAreRejected();
    void theTraceHoldsTheBestErrorAtEachMark();
};

void ChainWarpTest::loopedLanesGiveTheVectorKernelsBits_data()
{
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("vectors");
    QTest::addColumn<bool>("biasCorrected");
    QTest::addColumn<int>("basisBits");
    for (const int n : { 1, 2, 3, 4, 5, 9, 16 }) {
        for (int bits = 1; bits <= 8; ++bits) {
            for (const int vectors : { 1, 31, 32, 33, 259 }) {
                for (const bool corrected : { false, true }) {
                    for (const int basisBits : { 0, 3, 8 }) {
                        QTest::addRow("n = %d, %d bits, %d vectors, bases of %d bits%s", n, bits, vectors, basisBits,
                            corrected ? ", bias-corrected" : "")
                            << n << bits << vectors << corrected << basisBits;
                    }
                }
            }
        }
    }
}

void ChainWarpTest::loopedLanesGiveTheVectorKernelsBits()
{
    QFETCH(int, n);
    QFETCH(int, bits);
    QFETCH(int, vectors);
    QFETCH(bool, biasCorrected);
    QFETCH(int, basisBits);
    SampleChain chain(n, bits, vectors, biasCorrected);
    chain.problem.basisBits = basisBits;
    ChainState vectorKernel;
    startChain(chain.problem, identityBasis(n, 0.05F).data(), vectorKernel);
    ChainState warp = vectorKernel;
    const std::atomic<bool> stop { false };
    const NoisePhase phase { 0.05F, 3, 150 };
    advanceChain(chain.problem, phase, 0, 150, stop, vectorKernel);
    advanceByLoopedWarp(chain.problem, { phase, 0, 7 }, {}, warp);
    advanceByLoopedWarp(chain.problem, { phase, 7, 150 }, {}, warp);
    QVERIFY(sameChain(vectorKernel, warp));
    QCOMPARE(warp.candidatesTried, 150);
}

void ChainWarpTest::severalSectionsAreAddedInTheirOrder()
{
    SampleChain chain(3, 4, 300, false);
    const SampleChain other(3, 4, 77, false);
    chain.problem.sections.push_back(other.problem.sections[0]);
    chain.problem.sections.push_back(chain.problem.sections[0]);
    ChainState vectorKernel;
    startChain(chain.problem, identityBasis(3, 0.05F).data(), vectorKernel);
    ChainState warp = vectorKernel;
    const std::atomic<bool> stop { false };
    advanceChain(chain.problem, { 0.02F, 0, 90 }, 0, 90, stop, vectorKernel);
    advanceByLoopedWarp(chain.problem, { { 0.02F, 0, 90 }, 0, 90 }, {}, warp);
    QVERIFY(sameChain(vectorKernel, warp));
}

void ChainWarpTest::zeroWeightsKeepTheStart()
{
    SampleChain chain(2, 4, 50, false);
    const std::vector<float> zeros(50 * 2, 0.0F);
    const VectorBlocks blocks(zeros.data(), 1, 50, 2);
    chain.problem.sections[0].blocks = blocks.row(0);
    ChainState state;
    startChain(chain.problem, identityBasis(2, 0.1F).data(), state);
    const ChainState start = state;
    advanceByLoopedWarp(chain.problem, { { 0.1F, 0, 40 }, 0, 40 }, {}, state);
    QCOMPARE(state.bestError, 0.0F);
    QCOMPARE(std::memcmp(state.bestBasis, start.bestBasis, sizeof(start.bestBasis)), 0);
}

void ChainWarpTest::degenerateCandidatesAreRejected_data()
{
    QTest::addColumn<float>("first");
    QTest::addColumn<float>("second");
    QTest::newRow("zero") << 0.0F << 0.0F;
    QTest::newRow("dependent") << 1.0F << 1.0F;
    QTest::newRow("infinite") << kInfinity << 0.0F;
    QTest::newRow("too small to invert") << 1e-30F << 0.0F;
}

void ChainWarpTest::degenerateCandidatesAreRejected()
{
    QFETCH(float, first);
    QFETCH(float, second);
    const SampleChain chain(2, 4, 40, false);
    ChainState state;
    const float basis[] = { first, second, first, second };
    std::copy_n(basis, 4, state.bestBasis);
    state.bestError = kInfinity;
    const ChainState start = state;
    advanceByLoopedWarp(chain.problem, { { 0.0F, 0, 33 }, 0, 33 }, {}, state);
    QCOMPARE(state.bestError, kInfinity);
    QCOMPARE(std::memcmp(state.bestBasis, start.bestBasis, sizeof(start.bestBasis)), 0);
    QCOMPARE(state.candidatesTried, 33);
    QCOMPARE(state.vectorsComputed, 0);
}

void ChainWarpTest::theTraceHoldsTheBestErrorAtEachMark()
{
    const SampleChain chain(3, 4, 100, false);
    ChainState start;
    startChain(chain.problem, identityBasis(3, 0.05F).data(), start);
    const NoisePhase phase { 0.05F, 0, 100 };
    const std::vector<int64_t> marks { 1, 2, 3, 15, 16, 17, 40, 99, 100 };
    std::vector<float> errors(marks.size(), -1.0F);
    ChainState traced = start;
    advanceByLoopedWarp(
        chain.problem, { phase, 0, 100 }, { marks.data(), static_cast<int>(marks.size()), errors.data() }, traced);
    for (size_t m = 0; m < marks.size(); ++m) {
        ChainState state = start;
        advanceByLoopedWarp(chain.problem, { phase, 0, marks[m] }, {}, state);
        QVERIFY(sameBits(errors[m], state.bestError));
    }
    QVERIFY(errors.back() < errors.front());
}

QTEST_MAIN(ChainWarpTest)
#include "tst_chain_warp.moc"
