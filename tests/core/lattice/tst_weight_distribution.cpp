// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/weight_distribution.h"

#include <QtTest/QtTest>

#include <cmath>
#include <numeric>

using namespace latticeq;

class WeightDistributionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWeightIsCountedOnce();
    void binsAreSymmetricAndShared();
    void weightsOfZeroHaveADistribution();
};

void WeightDistributionTest::everyWeightIsCountedOnce()
{
    const std::vector<float> before { -1, -0.5F, 0, 0.25F, 0.5F, 1 };
    const std::vector<float> after { -1, -0.5F, 0, 0.5F, 0.5F, 1.5F };
    for (const int bins : { 0, 1, 2, 7, 64 }) {
        const WeightDistribution d = weightDistribution("layer", before, after, bins);
        for (const Histogram* h : { &d.before, &d.after, &d.errors }) {
            QCOMPARE(h->counts.size(), size_t(std::max(1, bins)));
            QCOMPARE(std::accumulate(h->counts.begin(), h->counts.end(), int64_t(0)), 6);
        }
    }
}

void WeightDistributionTest::binsAreSymmetricAndShared()
{
    const std::vector<float> before { -1, 0.1F };
    const std::vector<float> after { -0.9F, 1.5F };
    const WeightDistribution d = weightDistribution("layer", before, after, 4);
    QCOMPARE(d.layer, std::string("layer"));
    QCOMPARE(d.before.low, -1.5);
    QCOMPARE(d.after.high, 1.5);
    QCOMPARE(d.before.counts, (std::vector<int64_t> { 1, 0, 1, 0 }));
    QCOMPARE(d.after.counts, (std::vector<int64_t> { 1, 0, 0, 1 }));
    QVERIFY(std::abs(d.errors.high - 1.4) < 1e-6);
    QVERIFY(std::abs(d.rmsError - std::sqrt((0.01 + 1.96) / 2)) < 1e-6);
}

void WeightDistributionTest::weightsOfZeroHaveADistribution()
{
    const std::vector<float> zeros(5, 0.0F);
    const WeightDistribution d = weightDistribution("layer", zeros, zeros, 3);
    QCOMPARE(d.before.counts, (std::vector<int64_t> { 0, 5, 0 }));
    QCOMPARE(d.rmsError, 0.0);
}

QTEST_GUILESS_MAIN(WeightDistributionTest)
#include "tst_weight_distribution.moc"
