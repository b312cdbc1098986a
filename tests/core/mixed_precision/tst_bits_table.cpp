// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mixed_precision/bits_table.h"

#include <QtTest/QtTest>

#include <random>

using namespace latticeq;

namespace {

/** Layers of a few hundred weights whose divergence falls with the bits, or only on the whole. */
std::vector<LayerSensitivity> randomLayers(int count, int options, uint32_t seed, bool falls)
{
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> sample(0.1, 1);
    std::vector<LayerSensitivity> layers;
    for (int i = 0; i < count; ++i) {
        LayerSensitivity layer { i, "layer" + std::to_string(i), {} };
        const auto weights = static_cast<int64_t>(800 * sample(random));
        const double scale = sample(random);
        for (int bits = 1; bits <= options; ++bits) {
            BitsOption option;
            option.bits = bits;
            option.bytes = (weights * bits + 7) / 8;
            option.divergence = falls ? scale * std::pow(0.25, bits) * sample(random) : sample(random);
            layer.options.push_back(option);
        }
        layers.push_back(layer);
    }
    return layers;
}

/** The smallest divergence within a size, of all choices there are. */
double leastByTrying(const std::vector<LayerSensitivity>& layers, size_t first, int64_t bytes)
{
    if (bytes < 0)
        return std::numeric_limits<double>::infinity();
    if (first == layers.size())
        return 0;
    double least = std::numeric_limits<double>::infinity();
    for (const BitsOption& option : layers[first].options)
        least = std::min(least, option.divergence + leastByTrying(layers, first + 1, bytes - option.bytes));
    return least;
}

} // namespace

class BitsTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itFindsWhatTryingAllChoicesFinds_data();
    void itFindsWhatTryingAllChoicesFinds();
    void aLargeNetworkComesNearItsLimit();
    void lessThanTheSmallestIsRefused();
    void moreThanTheLargestGivesTheLargest();
    void eachPointOfTheCurveIsLargerAndBetter();
    void aPointTellsItsBitsAndTheirMean();
};

void BitsTableTest::itFindsWhatTryingAllChoicesFinds_data()
{
    QTest::addColumn<uint32_t>("seed");
    QTest::addColumn<bool>("falls");
    for (uint32_t seed = 1; seed <= 6; ++seed) {
        QTest::addRow("divergence falls, %u", seed) << seed << true;
        QTest::addRow("divergence jumps, %u", seed) << seed << false;
    }
}

void BitsTableTest::itFindsWhatTryingAllChoicesFinds()
{
    QFETCH(uint32_t, seed);
    QFETCH(bool, falls);
    constexpr int64_t kFixed = 100;
    const auto layers = randomLayers(5, 4, seed, falls);
    const BitsTable table(layers, kFixed);
    for (int64_t bytes = table.smallestBytes(); bytes <= table.largestBytes(); bytes += 7) {
        const TradeOffPoint point = table.within(bytes);
        QVERIFY(point.bytes <= bytes);
        QVERIFY(std::abs(point.divergence - leastByTrying(layers, 0, bytes - kFixed)) < 1e-12);
    }
}

void BitsTableTest::aLargeNetworkComesNearItsLimit()
{
    auto layers = randomLayers(200, 8, 9, true);
    for (LayerSensitivity& layer : layers) {
        for (BitsOption& option : layer.options)
            option.bytes *= 1000;
    }
    const BitsTable table(layers, 0);
    const int64_t limit = (table.smallestBytes() + table.largestBytes()) / 2;
    const TradeOffPoint point = table.within(limit);
    QVERIFY(point.bytes <= limit);
    QVERIFY(static_cast<double>(point.bytes) > 0.999 * static_cast<double>(limit));
}

void BitsTableTest::lessThanTheSmallestIsRefused()
{
    const BitsTable table(randomLayers(3, 4, 1, true), 10);
    QVERIFY_EXCEPTION_THROWN(table.within(table.smallestBytes() - 1), std::invalid_argument);
    for (const auto& [layer, bits] : table.within(table.smallestBytes()).layerBits)
        QCOMPARE(bits, 1);
    QVERIFY_EXCEPTION_THROWN(BitsTable({ { 0, "empty", {} } }, 0), std::invalid_argument);
}

void BitsTableTest::moreThanTheLargestGivesTheLargest()
{
    const BitsTable table(randomLayers(3, 4, 2, true), 10);
    const TradeOffPoint point = table.within(10 * table.largestBytes());
    QVERIFY(point.bytes <= table.largestBytes());
    QVERIFY(std::abs(point.divergence - table.within(table.largestBytes()).divergence) < 1e-15);
}

void BitsTableTest::eachPointOfTheCurveIsLargerAndBetter()
{
    const std::vector<TradeOffPoint> curve = BitsTable(randomLayers(30, 8, 3, true), 50).curve(48);
    QVERIFY(curve.size() > 20 && curve.size() <= 48);
    for (size_t i = 1; i < curve.size(); ++i)
        QVERIFY(curve[i].bytes > curve[i - 1].bytes && curve[i].divergence < curve[i - 1].divergence);
}

void BitsTableTest::aPointTellsItsBitsAndTheirMean()
{
    const BitsOption one { 1, 100, 0, 1, {}, 0, true };
    const BitsOption four { 4, 400, 0, 0.1, {}, 0, true };
    const BitsTable table({ { 0, "a", { one, four } }, { 1, "b", { one } } }, 0);
    const TradeOffPoint point = table.within(500);
    QCOMPARE(point.layerBits, (std::map<std::string, int> { { "a", 4 }, { "b", 1 } }));
    QCOMPARE(point.bytes, 500);
    QCOMPARE(point.meanBits, 2.5);
    QCOMPARE(point.divergence, 1.1);
}

QTEST_GUILESS_MAIN(BitsTableTest)
#include "tst_bits_table.moc"
