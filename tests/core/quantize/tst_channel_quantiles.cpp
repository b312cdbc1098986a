// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/channel_quantiles.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

#include <algorithm>

using namespace latticeq;

namespace {

const std::vector<double> kQuantiles { 0.0, 0.3, 0.97, 0.9997, 1.0 };

/** By sorting all values of a channel, interpolated as PyTorch and NumPy do it. */
float naiveQuantile(const at::Tensor& input, int64_t channel, double quantile)
{
    const at::Tensor values = input.select(1, channel).abs().contiguous();
    std::vector<float> sorted(values.data_ptr<float>(), values.data_ptr<float>() + values.numel());
    std::sort(sorted.begin(), sorted.end());
    const double place = quantile * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<size_t>(place);
    const double low = sorted[below];
    const double high = sorted[std::min(below + 1, sorted.size() - 1)];
    return static_cast<float>(low + (place - static_cast<double>(below)) * (high - low));
}

} // namespace

class ChannelQuantilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quantilesAreThoseOfSortedValues_data();
    void quantilesAreThoseOfSortedValues();
    void interpolationIsPyTorchs();
    void moreThanSixteenMillionValuesAreNoProblem();
    void sortingInPartsGivesTheSame();
    void slicesGiveTheSameAsTheWhole();
};

void ChannelQuantilesTest::quantilesAreThoseOfSortedValues_data()
{
    QTest::addColumn<QList<qint64>>("shape");
    QTest::addColumn<double>("step"); // 0: values as they are; else rounded to its multiples, so that many are equal
    QTest::addColumn<bool>("channelsLast");
    QTest::newRow("one value a channel") << QList<qint64> { 1, 5, 1, 1 } << 0.0 << false;
    QTest::newRow("two values a channel") << QList<qint64> { 2, 5 } << 0.0 << false;
    QTest::newRow("many values of both signs") << QList<qint64> { 7, 5, 31, 33 } << 0.0 << false;
    QTest::newRow("features of a linear layer") << QList<qint64> { 4001, 5 } << 0.0 << false;
    QTest::newRow("many ties") << QList<qint64> { 7, 5, 31, 33 } << 0.5 << false;
    QTest::newRow("nothing but ties") << QList<qint64> { 3, 5, 10, 10 } << 1e6 << false;
    QTest::newRow("channels last in memory") << QList<qint64> { 3, 5, 20, 21 } << 0.0 << true;
}

void ChannelQuantilesTest::quantilesAreThoseOfSortedValues()
{
    QFETCH(QList<qint64>, shape);
    QFETCH(double, step);
    QFETCH(bool, channelsLast);
    at::Tensor input = test::randomTensor(std::vector<int64_t>(shape.begin(), shape.end()), 5);
    if (step > 0)
        input = at::round(input / step) * step;
    if (channelsLast)
        input = input.contiguous(at::MemoryFormat::ChannelsLast);
    QVERIFY(shape.size() == 2 || shape[2] == 1 || step > 1 || input.lt(0).any().item<bool>());
    for (const at::Tensor& result :
        { channelQuantiles(input, kQuantiles), sortedChannelQuantiles(input, kQuantiles) }) {
        for (int64_t channel = 0; channel < 5; ++channel)
            QCOMPARE(result[channel].item<float>(), naiveQuantile(input, channel, kQuantiles[size_t(channel)]));
    }
}

void ChannelQuantilesTest::interpolationIsPyTorchs()
{
    const at::Tensor input = test::randomTensor({ 1001, 4 }, 1);
    const std::vector<double> quantiles { 0.0, 0.5, 0.9997, 1.0 };
    const at::Tensor result = channelQuantiles(input, quantiles);
    for (int64_t channel = 0; channel < 4; ++channel) {
        const at::Tensor values = input.select(1, channel).abs().to(at::kDouble);
        const at::Tensor expected = at::quantile(values, quantiles[static_cast<size_t>(channel)]);
        QVERIFY(std::abs(result[channel].item<float>() - expected.item<double>()) < 1e-6);
    }
}

void ChannelQuantilesTest::moreThanSixteenMillionValuesAreNoProblem()
{
    const at::Tensor input = at::arange(17'000'001, at::kFloat).reshape({ -1, 1 }) / 17'000'000;
    QVERIFY(std::abs(channelQuantiles(input, { 0.25 })[0].item<float>() - 0.25F) < 1e-6F);
}

void ChannelQuantilesTest::sortingInPartsGivesTheSame()
{
    const at::Tensor input = test::randomTensor({ 2, 5, 1700, 1100 }, 5); // four channels are sorted at once
    QVERIFY(at::equal(sortedChannelQuantiles(input, kQuantiles), channelQuantiles(input, kQuantiles)));
}

void ChannelQuantilesTest::slicesGiveTheSameAsTheWhole()
{
    const at::Tensor input = test::randomTensor({ 10, 5, 7, 3 }, 6);
    const at::Tensor whole = channelQuantiles(input, kQuantiles);
    QVERIFY(at::equal(channelQuantiles(input.split(3), kQuantiles), whole));
    QVERIFY(at::equal(sortedChannelQuantiles(input.split(3), kQuantiles), whole));
}

QTEST_GUILESS_MAIN(ChannelQuantilesTest)
#include "tst_channel_quantiles.moc"
