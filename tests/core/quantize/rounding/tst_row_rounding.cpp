// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/rounding/row_rounding.h"
#include "core/quantize/rounding/rounding_metric.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;
using namespace latticeq::test;

namespace {

constexpr int64_t kColumns = 12;

/** A channel of 12 weights under a correlation in `blocks` squares. */
struct Sample
{
    explicit Sample(int64_t n, int64_t blocks = 1, uint64_t seed = 1)
        : weights(randomTensor({ blocks * kColumns }, seed).clamp(-1, 1))
        , basis((randomTensor({ n, n }, seed + 1) * 0.1 + at::eye(n)).mul(0.4).contiguous())
        , coordinates(at::zeros({ blocks * kColumns / n, n }))
        , metric(correlationOf(blocks, seed + 2), n, [] { return true; })
    {
    }

    static InputCorrelation correlationOf(int64_t blocks, uint64_t seed)
    {
        const at::Tensor inputs = randomTensor({ 1, blocks, kColumns, 40 }, seed) + 0.7;
        return { at::matmul(inputs, inputs.transpose(2, 3)) / 40 };
    }

    at::Tensor difference() const { return weights - at::matmul(coordinates, basis).flatten(); }
    double error() const
    {
        const at::Tensor d = difference().unsqueeze(0);
        return (d * metric.apply(d)).sum().item<double>();
    }

    RoundedRow row()
    {
        gradient = metric.apply(difference().unsqueeze(0));
        return { weights.data_ptr<float>(), basis.data_ptr<float>(), -1, 2, coordinates.data_ptr<float>(),
            gradient.data_ptr<float>() };
    }

    double roundedForward(size_t paths)
    {
        RoundedRow own = row();
        std::vector<RoundedRow> rows { own };
        return roundForward(metric.row(0), rows, paths) ? error() : -1;
    }

    at::Tensor weights;
    at::Tensor basis;
    at::Tensor coordinates;
    at::Tensor gradient;
    RoundingMetric metric;
};

/** GPTQ as its paper writes it, for single weights on the grid scale · [-1, 2]: one column after the other of H⁻¹. */
at::Tensor gptq(const at::Tensor& weights, const at::Tensor& correlation, double scale)
{
    at::Tensor inverse = at::linalg_inv(correlation.to(at::kDouble));
    at::Tensor left = weights.to(at::kDouble).clone();
    at::Tensor levels = at::zeros_like(left);
    for (int64_t i = 0; i < left.numel(); ++i) {
        levels[i] = at::round(left[i] / scale).clamp(-1, 2);
        const at::Tensor error = (left[i] - levels[i] * scale) / inverse[i][i];
        left = left - error * inverse[i];
        inverse = inverse - at::outer(inverse.select(1, i), inverse[i]) / inverse[i][i];
    }
    return levels.to(at::kFloat);
}

} // namespace

class RowRoundingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void singleWeightsAreRoundedAsInGptq();
    void goingForwardBeatsRoundingEachGroupAlone_data();
    void goingForwardBeatsRoundingEachGroupAlone();
    void morePathsEndNoWorse();
    void sweepsLowerTheErrorUntilNothingMoves_data();
    void sweepsLowerTheErrorUntilNothingMoves();
    void theGradientIsFollowed();
    void blocksAreRoundedOnTheirOwn();
    void aBasisWithoutALatticeLeavesTheCoordinates();
};

void RowRoundingTest::singleWeightsAreRoundedAsInGptq()
{
    for (uint64_t seed = 1; seed < 60; seed += 5) {
        Sample sample(1, 1, seed);
        sample.basis.fill_(0.4F);
        QVERIFY(sample.roundedForward(1) >= 0);
        const RowMetric metric = sample.metric.row(0);
        const at::Tensor damped
            = at::from_blob(const_cast<float*>(metric.correlation), { kColumns, kColumns }, at::kFloat);
        QVERIFY(at::equal(sample.coordinates.flatten(), gptq(sample.weights, damped, 0.4F)));
    }
}

void RowRoundingTest::goingForwardBeatsRoundingEachGroupAlone_data()
{
    QTest::addColumn<int>("n");
    for (const int n : { 1, 2, 3, 4 })
        QTest::addRow("n = %d", n) << n;
}

void RowRoundingTest::goingForwardBeatsRoundingEachGroupAlone()
{
    QFETCH(int, n);
    double forward = 0;
    double alone = 0;
    for (uint64_t seed = 1; seed < 100; seed += 5) {
        Sample sample(n, 1, seed);
        const double own = sample.roundedForward(1);
        QVERIFY(own >= 0);
        QVERIFY(at::equal(sample.coordinates, at::round(sample.coordinates).clamp(-1, 2)));
        forward += own;
        const at::Tensor vectors = sample.weights.reshape({ -1, n });
        sample.coordinates = at::round(at::matmul(vectors, at::linalg_inv(sample.basis))).clamp(-1, 2);
        alone += sample.error();
    }
    QVERIFY2(forward < 0.8 * alone, qPrintable(QString("%1 against %2").arg(forward).arg(alone)));
}

void RowRoundingTest::morePathsEndNoWorse()
{
    double one = 0;
    double many = 0;
    for (uint64_t seed = 1; seed < 60; seed += 5) {
        one += Sample(2, 1, seed).roundedForward(1);
        many += Sample(2, 1, seed).roundedForward(16);
    }
    QVERIFY2(many < 0.95 * one, qPrintable(QString("%1 against %2").arg(many).arg(one)));
}

void RowRoundingTest::sweepsLowerTheErrorUntilNothingMoves_data()
{
    goingForwardBeatsRoundingEachGroupAlone_data();
}

void RowRoundingTest::sweepsLowerTheErrorUntilNothingMoves()
{
    QFETCH(int, n);
    Sample sample(n, 2, 5);
    RoundedRow row = sample.row();
    double error = sample.error();
    int64_t moved = 1;
    for (int sweeps = 0; moved > 0; ++sweeps) {
        QVERIFY(sweeps < 50);
        moved = sweepRow(sample.metric.row(0), row);
        QVERIFY(moved > 0 ? sample.error() < error : sample.error() == error);
        error = sample.error();
        QVERIFY(at::equal(sample.coordinates, at::round(sample.coordinates).clamp(-1, 2)));
    }
}

void RowRoundingTest::theGradientIsFollowed()
{
    Sample sample(3, 2, 9);
    RoundedRow row = sample.row();
    QVERIFY(sweepRow(sample.metric.row(0), row) > 0);
    const at::Tensor expected = sample.metric.apply(sample.difference().unsqueeze(0));
    QVERIFY(at::allclose(sample.gradient, expected, 1e-3, 1e-4));
}

void RowRoundingTest::blocksAreRoundedOnTheirOwn()
{
    Sample both(3, 2, 13);
    QVERIFY(both.roundedForward(4) >= 0);
    for (int64_t block = 0; block < 2; ++block) {
        Sample one(3, 1, 13);
        one.weights = both.weights.narrow(0, block * kColumns, kColumns).contiguous();
        one.basis = both.basis;
        one.metric = RoundingMetric({ Sample::correlationOf(2, 15).squares.narrow(1, block, 1).contiguous() }, 3, [] { return true; });
        QVERIFY(one.roundedForward(4) >= 0);
        QVERIFY(at::equal(one.coordinates, both.coordinates.narrow(0, block * kColumns / 3, kColumns / 3)));
    }
}

void RowRoundingTest::aBasisWithoutALatticeLeavesTheCoordinates()
{
    Sample sample(2);
    sample.basis.zero_();
    sample.coordinates.fill_(1);
    QCOMPARE(sample.roundedForward(2), -1.0);
    RoundedRow row = sample.row();
    QCOMPARE(sweepRow(sample.metric.row(0), row), int64_t(0));
    QVERIFY(at::equal(sample.coordinates, at::ones_like(sample.coordinates)));
}

QTEST_GUILESS_MAIN(RowRoundingTest)
#include "tst_row_rounding.moc"
