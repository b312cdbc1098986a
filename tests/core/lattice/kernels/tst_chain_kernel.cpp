// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/chain_kernel.h"
#include "core/lattice/kernels/chain_reference.h"
#include "core/lattice/kernels/chain_steps.h"
#include "core/lattice/vector_blocks.h"
#include "tests/support/sample_chain.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

#include <cmath>
#include <cstring>
#include <limits>

using namespace latticeq;
using test::identityBasis;
using test::sameBits;
using test::SampleChain;

class ChainKernelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyInstructionSetGivesTheReferencesBits_data();
    void everyInstructionSetGivesTheReferencesBits();
    void degenerateBasesHaveInfiniteErrors_data();
    void degenerateBasesHaveInfiniteErrors();
    void zeroWeightsHaveNoError();
    void thePublishedErrorIsTheSumOfCubes();
    void stoppingEndsTheChainAtABatch();
    void noiseDependsOnEveryPartOfItsKey();
    void anUnknownInstructionSetIsRefused();
};

void ChainKernelTest::everyInstructionSetGivesTheReferencesBits_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("vectors");
    QTest::addColumn<bool>("biasCorrected");
    for (const std::string& set : instructionSets()) {
        for (int n = 1; n <= 5; ++n) {
            for (const int bits : { 1, 2, 4, 8 }) {
                for (const int vectors : { 1, 31, 32, 33, 259 }) {
                    for (const bool corrected : { false, true }) {
                        QTest::addRow("%s, n = %d, %d bits, %d vectors%s", set.c_str(), n, bits, vectors,
                            corrected ? ", bias-corrected" : "")
                            << QString::fromStdString(set) << n << bits << vectors << corrected;
                    }
                }
            }
        }
    }
}

void ChainKernelTest::everyInstructionSetGivesTheReferencesBits()
{
    QFETCH(QString, set);
    QFETCH(int, n);
    QFETCH(int, bits);
    QFETCH(int, vectors);
    QFETCH(bool, biasCorrected);
    const SampleChain chain(n, bits, vectors, biasCorrected);
    useInstructionSet(set.toStdString());
    for (uint64_t seed = 0; seed < 6; ++seed) {
        const at::Tensor basis = test::randomTensor({ n, n }, seed) * 0.2F;
        QVERIFY(sameBits(basisError(chain.problem, basis.data_ptr<float>()),
            basisErrorReference(chain.problem, basis.data_ptr<float>())));
    }
    const std::vector<float> start = identityBasis(n, 0.05F);
    ChainState fast;
    startChain(chain.problem, start.data(), fast);
    ChainState plain = fast;
    const NoisePhase phase { 0.05F, 3, 40 };
    std::atomic<bool> stop { false };
    advanceChain(chain.problem, phase, 0, 7, stop, fast);
    advanceChain(chain.problem, phase, 7, 40, stop, fast);
    advanceChainReference(chain.problem, phase, 0, 40, plain);
    useInstructionSet({});
    QVERIFY(sameBits(fast.bestError, plain.bestError));
    QCOMPARE(std::memcmp(fast.bestBasis, plain.bestBasis, sizeof(float) * static_cast<size_t>(n * n)), 0);
    QCOMPARE(fast.candidatesTried, 40);
    QVERIFY(fast.vectorsComputed <= 40 * vectors);
}

void ChainKernelTest::degenerateBasesHaveInfiniteErrors_data()
{
    QTest::addColumn<float>("a");
    QTest::addColumn<float>("b");
    QTest::newRow("zero") << 0.0F << 0.0F;
    QTest::newRow("dependent") << 1.0F << 1.0F;
    QTest::newRow("infinite") << std::numeric_limits<float>::infinity() << 0.0F;
}

void ChainKernelTest::degenerateBasesHaveInfiniteErrors()
{
    QFETCH(float, a);
    QFETCH(float, b);
    const SampleChain chain(2, 4, 40, false);
    const float basis[] = { a, b, a, b };
    QCOMPARE(basisError(chain.problem, basis), std::numeric_limits<float>::infinity());
    QCOMPARE(basisErrorReference(chain.problem, basis), std::numeric_limits<float>::infinity());
}

void ChainKernelTest::zeroWeightsHaveNoError()
{
    SampleChain chain(3, 4, 50, false);
    const std::vector<float> zeros(50 * 3, 0.0F);
    const VectorBlocks blocks(zeros.data(), 1, 50, 3);
    chain.problem.sections[0].blocks = blocks.row(0);
    const std::vector<float> basis = identityBasis(3, 0.1F);
    QCOMPARE(basisError(chain.problem, basis.data()), 0.0F);
}

void ChainKernelTest::thePublishedErrorIsTheSumOfCubes()
{
    const SampleChain chain(3, 4, 100, false);
    const at::Tensor basis = test::randomTensor({ 3, 3 }, 4) * 0.2F;
    const std::vector<float> coordinates = sectionCoordinates(chain.problem.sections[0], 3, basis.data_ptr<float>());
    double sum = 0;
    for (int v = 0; v < 100; ++v) {
        for (int j = 0; j < 3; ++j) {
            double q = 0;
            for (int i = 0; i < 3; ++i)
                q += double(coordinates[static_cast<size_t>(3 * v + i)]) * basis.data_ptr<float>()[3 * i + j];
            sum += std::pow(std::abs(chain.vectors[v][j].item<double>() - q), 3);
        }
    }
    QVERIFY(std::abs(basisError(chain.problem, basis.data_ptr<float>()) / sum - 1) < 1e-5);
}

void ChainKernelTest::stoppingEndsTheChainAtABatch()
{
    const SampleChain chain(3, 4, 100, false);
    ChainState state;
    startChain(chain.problem, identityBasis(3, 0.05F).data(), state);
    std::atomic<bool> stop { true };
    advanceChain(chain.problem, { 0.1F, 0, 1000 }, 0, 1000, stop, state);
    QCOMPARE(state.candidatesTried, 0);
}

void ChainKernelTest::noiseDependsOnEveryPartOfItsKey()
{
    ChainProblem problem;
    problem.n = 3;
    std::vector<float> base(static_cast<size_t>(noiseRows(3) * kNoiseBatch));
    candidateNoise(problem, 0, base.data());
    std::vector<ChainProblem> others(4, problem);
    others[0].noise.seed = 1;
    others[1].noise.layer = 1;
    others[2].noise.channel = 1;
    others[3].noise.restart = 1;
    for (const ChainProblem& other : others) {
        std::vector<float> noise(base.size());
        candidateNoise(other, 0, noise.data());
        QVERIFY(noise != base);
    }
    std::vector<float> later(base.size());
    candidateNoise(problem, 5, later.data());
    QCOMPARE(later[0], base[5]); // candidate 5 is the same wherever its batch begins
}

void ChainKernelTest::anUnknownInstructionSetIsRefused()
{
    QVERIFY_EXCEPTION_THROWN(useInstructionSet("MMX"), std::invalid_argument);
}

QTEST_GUILESS_MAIN(ChainKernelTest)
#include "tst_chain_kernel.moc"
