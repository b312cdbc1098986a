// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/normal.h"
#include "core/lattice/kernels/philox.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace latticeq;

namespace {

std::vector<float> normalSample()
{
    std::vector<float> sample;
    for (uint32_t i = 0; i < 200'000; ++i) {
        const PhiloxWords words = philox({ { i, 0, 0, 0 } }, 12345);
        const NormalPair pair = normalPair(words.w[0], words.w[1]);
        sample.push_back(pair.first);
        sample.push_back(pair.second);
    }
    return sample;
}

} // namespace

class NormalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logarithmIsAccurateForEveryUniformNumber();
    void momentsAreThoseOfTheNormalDistribution();
    void distributionPassesKolmogorovAndSmirnov();
    void theTwoNumbersOfAPairAreUncorrelated();
    void extremeWordsGiveFiniteNumbers();
};

void NormalTest::logarithmIsAccurateForEveryUniformNumber()
{
    double worst = 0;
    for (uint32_t i = 1; i < (1U << 24); i += 97) {
        const float x = static_cast<float>(i) * 0x1p-24F;
        worst = std::max(worst, std::abs(logarithm(x) - std::log(static_cast<double>(x))) / std::max(1.0, -std::log(static_cast<double>(x))));
    }
    QVERIFY2(worst < 3e-7, qPrintable(QString::number(worst)));
    QCOMPARE(logarithm(1.0F), 0.0F);
}

void NormalTest::momentsAreThoseOfTheNormalDistribution()
{
    const std::vector<float> sample = normalSample();
    double sums[5] = {};
    for (const float x : sample) {
        for (int power = 1; power <= 4; ++power)
            sums[power] += std::pow(static_cast<double>(x), power);
    }
    const auto n = static_cast<double>(sample.size());
    // Five standard errors of each moment.
    QVERIFY(std::abs(sums[1] / n) < 5 / std::sqrt(n));
    QVERIFY(std::abs(sums[2] / n - 1) < 5 * std::sqrt(2 / n));
    QVERIFY(std::abs(sums[3] / n) < 5 * std::sqrt(15 / n));
    QVERIFY(std::abs(sums[4] / n - 3) < 5 * std::sqrt(96 / n));
}

void NormalTest::distributionPassesKolmogorovAndSmirnov()
{
    std::vector<float> sample = normalSample();
    std::sort(sample.begin(), sample.end());
    const auto n = static_cast<double>(sample.size());
    double distance = 0;
    for (size_t i = 0; i < sample.size(); ++i) {
        const double probability = 0.5 * std::erfc(-sample[i] / std::sqrt(2.0));
        distance = std::max({ distance, probability - static_cast<double>(i) / n, static_cast<double>(i + 1) / n - probability });
    }
    QVERIFY2(distance * std::sqrt(n) < 1.95, "the hypothesis fails at the level of 0.1 %");
}

void NormalTest::theTwoNumbersOfAPairAreUncorrelated()
{
    const std::vector<float> sample = normalSample();
    double product = 0;
    for (size_t i = 0; i < sample.size(); i += 2)
        product += static_cast<double>(sample[i]) * sample[i + 1];
    const double pairs = static_cast<double>(sample.size()) / 2;
    QVERIFY(std::abs(product / pairs) < 5 / std::sqrt(pairs));
}

void NormalTest::extremeWordsGiveFiniteNumbers()
{
    for (const uint32_t radius : { 0U, 0xffU, 0x100U, ~0U }) {
        for (const uint32_t angle : { 0U, 0x3fffffffU, 0x40000000U, 0x80000000U, 0xc0000000U, ~0U }) {
            const NormalPair pair = normalPair(radius, angle);
            QVERIFY(std::isfinite(pair.first) && std::isfinite(pair.second));
            QVERIFY(std::hypot(pair.first, pair.second) < 5.8F);
        }
    }
}

QTEST_GUILESS_MAIN(NormalTest)
#include "tst_normal.moc"
