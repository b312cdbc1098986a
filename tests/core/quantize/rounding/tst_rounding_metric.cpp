// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/rounding/rounding_metric.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;
using namespace latticeq::test;

namespace {

constexpr int64_t kGroups = 2;
constexpr int64_t kBlocks = 3;
constexpr int64_t kColumns = 6;

bool goOn()
{
    return true;
}

InputCorrelation sampleCorrelation()
{
    const at::Tensor inputs = randomTensor({ kGroups, kBlocks, kColumns, 20 }, 1);
    return { at::matmul(inputs, inputs.transpose(2, 3)) };
}

at::Tensor matrixAt(const float* data)
{
    return at::from_blob(const_cast<float*>(data), { kColumns, kColumns }, at::kFloat).to(at::kDouble);
}

at::Tensor squareAt(const double* data, int64_t n)
{
    return at::from_blob(const_cast<double*>(data), { n, n }, at::kDouble);
}

} // namespace

class RoundingMetricTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDiagonalIsDamped();
    void theFactorsGiveTheMatrixBack_data();
    void theFactorsGiveTheMatrixBack();
    void rowsAreMultipliedByTheirGroupsBlocks();
    void anInputOfZerosTellsNothing();
    void deadInputsAreNoObstacle();
    void wideFactorsAreInvertedInParts();
};

void RoundingMetricTest::theDiagonalIsDamped()
{
    const InputCorrelation correlation = sampleCorrelation();
    const RoundingMetric metric(correlation, 3, goOn);
    const at::Tensor own = correlation.squares[1][0].to(at::kDouble);
    const at::Tensor expected = own + 0.01 * own.diagonal().mean() * at::eye(kColumns, at::kDouble);
    QVERIFY(at::allclose(matrixAt(metric.row(1).correlation), expected, 1e-6));
}

void RoundingMetricTest::theFactorsGiveTheMatrixBack_data()
{
    QTest::addColumn<qint64>("n");
    for (const qint64 n : { 1, 2, 3, 6 })
        QTest::addRow("n = %lld", static_cast<long long>(n)) << n;
}

void RoundingMetricTest::theFactorsGiveTheMatrixBack()
{
    QFETCH(qint64, n);
    const RoundingMetric metric(sampleCorrelation(), n, goOn);
    QVERIFY(metric.isDefined());
    const RowMetric row = metric.row(1);
    QCOMPARE(row.groups(), kBlocks * kColumns / n);
    for (int64_t block = 0; block < kBlocks; ++block) {
        const at::Tensor matrix = matrixAt(row.correlation + block * kColumns * kColumns);
        const at::Tensor feed = matrixAt(row.feed + block * kColumns * kColumns);
        QVERIFY(at::allclose(feed, feed.triu(), 0, 0));
        QVERIFY(at::allclose(at::matmul(feed.t(), feed), at::linalg_inv(matrix), 1e-4, 1e-4));
        for (int64_t group = 0; group < kColumns / n; ++group) {
            const int64_t place = (block * kColumns / n + group) * n * n;
            const auto part = [&](const at::Tensor& all) {
                return all.narrow(0, group * n, n).narrow(1, group * n, n);
            };
            const at::Tensor identity = at::eye(n, at::kDouble);
            QVERIFY(at::allclose(at::matmul(squareAt(row.feedMetrics + place, n), part(feed)), identity, 1e-4, 1e-4));
            const at::Tensor sweep = squareAt(row.sweepMetrics + place, n);
            QVERIFY(at::allclose(at::matmul(sweep, sweep.t()), part(matrix), 1e-5, 1e-5));
            const at::Tensor inverse = squareAt(row.sweepInverses + place, n);
            QVERIFY(at::allclose(at::matmul(sweep, inverse.t()), identity, 1e-6, 1e-6));
        }
    }
}

void RoundingMetricTest::rowsAreMultipliedByTheirGroupsBlocks()
{
    const RoundingMetric metric(sampleCorrelation(), 2, goOn);
    const at::Tensor rows = randomTensor({ 4 * kGroups, kBlocks * kColumns }, 2);
    const at::Tensor images = metric.apply(rows);
    QCOMPARE(images.sizes(), rows.sizes());
    for (int64_t row = 0; row < rows.size(0); ++row) {
        for (int64_t block = 0; block < kBlocks; ++block) {
            const at::Tensor matrix = matrixAt(metric.row(row / 4).correlation + block * kColumns * kColumns);
            const at::Tensor own = rows[row].narrow(0, block * kColumns, kColumns).to(at::kDouble);
            const at::Tensor image = images[row].narrow(0, block * kColumns, kColumns).to(at::kDouble);
            QVERIFY(at::allclose(image, at::matmul(own, matrix), 1e-4, 1e-4));
        }
    }
}

void RoundingMetricTest::anInputOfZerosTellsNothing()
{
    InputCorrelation correlation = sampleCorrelation();
    correlation.squares[0][1].zero_();
    QVERIFY(!RoundingMetric(correlation, 2, goOn).isDefined());
}

void RoundingMetricTest::deadInputsAreNoObstacle()
{
    InputCorrelation correlation = sampleCorrelation();
    correlation.squares.select(2, 3).zero_();
    correlation.squares.select(3, 3).zero_();
    const RoundingMetric metric(correlation, 2, goOn);
    QVERIFY(metric.isDefined());
    QVERIFY(at::isfinite(matrixAt(metric.row(0).feed)).all().item<bool>());
}

void RoundingMetricTest::wideFactorsAreInvertedInParts()
{
    constexpr int64_t kWide = 700;
    const at::Tensor inputs = randomTensor({ 1, 1, kWide, 900 }, 3);
    const RoundingMetric metric({ at::matmul(inputs, inputs.transpose(2, 3)) / 900 }, 2, goOn);
    const auto wide = [](const float* data) {
        return at::from_blob(const_cast<float*>(data), { kWide, kWide }, at::kFloat).to(at::kDouble);
    };
    const at::Tensor feed = wide(metric.row(0).feed);
    QVERIFY(at::allclose(at::matmul(at::matmul(feed.t(), feed), wide(metric.row(0).correlation)),
        at::eye(kWide, at::kDouble), 1e-4, 1e-4));
    QVERIFY(!RoundingMetric({ at::eye(kWide).reshape({ 1, 1, kWide, kWide }) }, 2, [] { return false; }).isDefined());
}

QTEST_GUILESS_MAIN(RoundingMetricTest)
#include "tst_rounding_metric.moc"
