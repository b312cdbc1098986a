// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/chain_kernel.h"
#include "core/lattice/kernels/section_fit.h"
#include "core/lattice/nearest_plane.h"
#include "tests/support/sample_chain.h"

#include <QtTest/QtTest>

using namespace latticeq;
using namespace latticeq::test;

namespace {

/** A fit with its coordinates; `fit` is fitSection() or its reference. */
struct Fitted
{
    template <typename Fit>
    Fitted(Fit fitWith, const SampleChain& chain, const at::Tensor& basis, BiasCorrection guess)
        : coordinates(static_cast<size_t>(chain.blocks.values().size()))
        , usable(fitWith(chain.problem, chain.problem.sections[0], basis.contiguous().data_ptr<float>(), guess,
              coordinates.data(), fit))
    {
    }

    /** [vectors, n] */
    at::Tensor asTensor(const SampleChain& chain) const
    {
        const int64_t n = chain.problem.n;
        at::Tensor result = at::empty({ chain.vectors.size(0), n });
        for (int64_t i = 0; i < result.size(0); ++i) {
            for (int64_t j = 0; j < n; ++j)
                result[i][j] = coordinates[static_cast<size_t>(i / kLanes * n * kLanes + j * kLanes + i % kLanes)];
        }
        return result;
    }

    std::vector<float> coordinates;
    SectionFit fit;
    bool usable;
};

at::Tensor someBasis(int n, uint64_t seed)
{
    return randomTensor({ n, n }, seed) * 0.15F + at::eye(n) * 0.2F;
}

float cubeOf(const at::Tensor& vector, const std::vector<float>& coordinates, const at::Tensor& basis)
{
    const at::Tensor point = at::matmul(at::tensor(coordinates), basis);
    return (vector - point).abs().pow(3).sum().item<float>();
}

/** The smallest cubic error of one vector among all points of the box that are at most one step from `centre`. */
float leastAround(const at::Tensor& vector, const at::Tensor& centre, const at::Tensor& basis, float low, float high)
{
    const auto n = static_cast<size_t>(basis.size(0));
    float least = std::numeric_limits<float>::infinity();
    for (int code = 0; code < std::pow(3, n); ++code) {
        std::vector<float> coordinates(n);
        bool within = true;
        for (size_t i = 0, rest = static_cast<size_t>(code); i < n; ++i, rest /= 3) {
            coordinates[i] = centre[static_cast<int64_t>(i)].item<float>() + static_cast<float>(rest % 3) - 1;
            within = within && coordinates[i] >= low && coordinates[i] <= high;
        }
        if (within)
            least = std::min(least, cubeOf(vector, coordinates, basis));
    }
    return least;
}

} // namespace

class SectionFitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { useInstructionSet({}); }
    void everyInstructionSetGivesTheReferencesBits_data();
    void everyInstructionSetGivesTheReferencesBits();
    void theChoiceIsTheBestNeighbourInTheBox_data();
    void theChoiceIsTheBestNeighbourInTheBox();
    void theErrorAndTheNormalEquationsAreThoseOfTheCoordinates_data();
    void theErrorAndTheNormalEquationsAreThoseOfTheCoordinates();
    void aBasisOfDependentRowsIsRejected();
};

void SectionFitTest::everyInstructionSetGivesTheReferencesBits_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("vectors");
    QTest::addColumn<bool>("biasCorrected");
    for (const std::string& set : instructionSets()) {
        for (int n = 1; n <= 5; ++n) {
            for (const int vectors : { 1, 33, 130 }) {
                for (const bool corrected : { false, true }) {
                    for (const int bits : { 1, 4 }) {
                        QTest::addRow("%s, n = %d, %d bits, %d vectors%s", set.c_str(), n, bits, vectors,
                            corrected ? ", bias-corrected" : "")
                            << QString::fromStdString(set) << n << bits << vectors << corrected;
                    }
                }
            }
        }
    }
}

void SectionFitTest::everyInstructionSetGivesTheReferencesBits()
{
    QFETCH(QString, set);
    QFETCH(int, n);
    QFETCH(int, bits);
    QFETCH(int, vectors);
    QFETCH(bool, biasCorrected);
    const SampleChain chain(n, bits, vectors, biasCorrected);
    useInstructionSet(set.toStdString());
    for (uint64_t seed = 0; seed < 3; ++seed) {
        const BiasCorrection guess = biasCorrected ? BiasCorrection { 1.07F, -0.013F } : BiasCorrection { 1, 0 };
        const Fitted fast(fitSection, chain, someBasis(n, seed), guess);
        const Fitted reference(fitSectionReference, chain, someBasis(n, seed), guess);
        QVERIFY(fast.usable && reference.usable);
        QVERIFY(at::equal(fast.asTensor(chain), reference.asTensor(chain)));
        QVERIFY(sameBits(fast.fit.error, reference.fit.error));
        QVERIFY(sameBits(fast.fit.correction.eta, reference.fit.correction.eta));
        QVERIFY(sameBits(fast.fit.correction.shift, reference.fit.correction.shift));
        QCOMPARE(fast.fit.normal.size(), size_t(normalCount(n)));
        for (size_t i = 0; i < fast.fit.normal.size(); ++i)
            QVERIFY(sameBits(fast.fit.normal[i], reference.fit.normal[i]));
    }
}

void SectionFitTest::theChoiceIsTheBestNeighbourInTheBox_data()
{
    QTest::addColumn<int>("n");
    QTest::addColumn<int>("bits");
    for (int n = 1; n <= 4; ++n) {
        QTest::addRow("n = %d, 1 bit", n) << n << 1;
        QTest::addRow("n = %d, 3 bits", n) << n << 3;
    }
}

void SectionFitTest::theChoiceIsTheBestNeighbourInTheBox()
{
    QFETCH(int, n);
    QFETCH(int, bits);
    const SampleChain chain(n, bits, 40, false);
    const at::Tensor basis = someBasis(n, 11);
    const Fitted fitted(fitSection, chain, basis, { 1, 0 });
    const at::Tensor chosen = fitted.asTensor(chain);
    const at::Tensor plane
        = nearestPlane(chain.vectors.unsqueeze(0), basis.unsqueeze(0), at::full({ 1 }, float(bits))).squeeze(0);
    const auto [low, high] = coordinateLimits(bits);
    for (int64_t i = 0; i < 40; ++i) {
        const at::Tensor row = chosen[i].contiguous();
        const float own = cubeOf(chain.vectors[i], { row.data_ptr<float>(), row.data_ptr<float>() + n }, basis);
        QVERIFY(row.min().item<float>() >= low && row.max().item<float>() <= high);
        QVERIFY(own <= 1.0001F * leastAround(chain.vectors[i], plane[i], basis, low, high) + 1e-9F);
    }
}

void SectionFitTest::theErrorAndTheNormalEquationsAreThoseOfTheCoordinates_data()
{
    QTest::addColumn<int>("n");
    QTest::addColumn<bool>("biasCorrected");
    for (const int n : { 1, 2, 3, 4, 6 }) {
        QTest::addRow("n = %d", n) << n << false;
        QTest::addRow("n = %d, bias-corrected", n) << n << true;
    }
}

void SectionFitTest::theErrorAndTheNormalEquationsAreThoseOfTheCoordinates()
{
    QFETCH(int, n);
    QFETCH(bool, biasCorrected);
    const SampleChain chain(n, 3, 70, biasCorrected);
    const at::Tensor basis = someBasis(n, 12);
    const Fitted fitted(fitSection, chain, basis, { 1, 0 });
    const at::Tensor c = fitted.asTensor(chain).to(at::kDouble);
    const at::Tensor v = chain.vectors.to(at::kDouble);
    const double eta = fitted.fit.correction.eta;
    const double shift = fitted.fit.correction.shift;
    const at::Tensor error = v - (eta * at::matmul(c, basis.to(at::kDouble)) + shift);
    QVERIFY(std::abs(fitted.fit.error / error.abs().pow(3).sum().item<double>() - 1) < 1e-5);
    size_t next = 0;
    const auto expect
        = [&](const at::Tensor& sum) { QVERIFY(std::abs(fitted.fit.normal[next++] - sum.item<double>()) < 1e-3); };
    for (int64_t column = 0; column < n; ++column) {
        const at::Tensor w = error.select(1, column).abs();
        for (int64_t i = 0; i < n; ++i) {
            for (int64_t k = 0; k <= i; ++k)
                expect((w * c.select(1, i) * c.select(1, k)).sum());
        }
        for (int64_t i = 0; i < n; ++i)
            expect((w * c.select(1, i) * (v.select(1, column) - shift)).sum());
    }
    QVERIFY(biasCorrected != (eta == 1 && shift == 0));
}

void SectionFitTest::aBasisOfDependentRowsIsRejected()
{
    const SampleChain chain(2, 4, 40, false);
    const at::Tensor dependent = at::tensor({ 0.2F, 0.4F, 0.1F, 0.2F }).reshape({ 2, 2 });
    QVERIFY(!Fitted(fitSection, chain, dependent, { 1, 0 }).usable);
    QVERIFY(!Fitted(fitSectionReference, chain, dependent, { 1, 0 }).usable);
}

QTEST_GUILESS_MAIN(SectionFitTest)
#include "tst_section_fit.moc"
