// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/prepared_quantizer.h"
#include "core/run/devices.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

namespace {

/** Thresholds of three channels; the second has the bits that are asked for. */
ActivationQuantizer perChannel(int64_t bits, bool isSigned)
{
    return { at::tensor({ 0.83F, 0.31F, 0.5F }), at::tensor({ int64_t(4), bits, int64_t(8) }, at::kLong), isSigned };
}

ActivationQuantizer perLayer(int64_t bits, bool isSigned)
{
    return { at::full({ 1 }, 0.83F), at::full({ 1 }, bits, at::kLong), isSigned };
}

void addRows()
{
    QTest::addColumn<bool>("channels");
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("isSigned");
    for (const int bits : { 1, 2, 4, 8, 16 }) {
        for (const bool isSigned : { false, true }) {
            const char* sign = isSigned ? ", signed" : "";
            QTest::addRow("%d bits for the layer%s", bits, sign) << false << bits << isSigned;
            QTest::addRow("%d bits for a channel%s", bits, sign) << true << bits << isSigned;
        }
    }
    QTest::newRow("a channel of 0 bits") << true << 0 << false;
    QTest::newRow("a channel of 0 bits, signed") << true << 0 << true;
}

} // namespace

class PreparedQuantizerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheSameBitsAsTheDesign_data() { addRows(); }
    void givesTheSameBitsAsTheDesign();
    void anyNumberOfChannelsMayLieSideBySide_data();
    void anyNumberOfChannelsMayLieSideBySide();
    void theInputIsLeftAsItWas();
    void whatOthersHoldIsNotOverwritten();
    void consumingGivesTheSameBits_data() { addRows(); }
    void consumingGivesTheSameBits();
    void aCardGivesTheSameBits_data() { addRows(); }
    void aCardGivesTheSameBits();
};

void PreparedQuantizerTest::givesTheSameBitsAsTheDesign()
{
    QFETCH(bool, channels);
    QFETCH(int, bits);
    QFETCH(bool, isSigned);
    const ActivationQuantizer quantizer = channels ? perChannel(bits, isSigned) : perLayer(bits, isSigned);
    const PreparedQuantizer prepared(quantizer, c10::kCPU);
    const at::Tensor images = test::randomTensor({ 4, 3, 30, 31 }, 2);
    for (const at::Tensor& input : { images, images.contiguous(at::MemoryFormat::ChannelsLast), images.narrow(3, 1, 9), test::randomTensor({ 50, 3 }, 3) }) {
        const at::Tensor expected = quantizeActivationReference(quantizer, input);
        QVERIFY(at::equal(prepared(input), expected));
        QVERIFY(at::equal(prepared.byTensors(input), expected));
    }
}

void PreparedQuantizerTest::anyNumberOfChannelsMayLieSideBySide_data()
{
    QTest::addColumn<int>("channels");
    for (const int channels : { 2, 8, 15, 16, 17, 24, 33, 64, 65, 320 })
        QTest::addRow("%d channels", channels) << channels;
}

void PreparedQuantizerTest::anyNumberOfChannelsMayLieSideBySide()
{
    QFETCH(int, channels);
    const at::Tensor alpha = test::randomTensor({ channels }, 7).abs() + 0.01F;
    at::Tensor bits = at::arange(channels, at::kLong) % 9; // some of 0
    for (const bool isSigned : { false, true }) {
        const ActivationQuantizer quantizer { alpha, bits, isSigned };
        const at::Tensor images
            = test::randomTensor({ 3, channels, 13, 11 }, 8).contiguous(at::MemoryFormat::ChannelsLast);
        const at::Tensor result = PreparedQuantizer(quantizer, c10::kCPU)(images);
        QVERIFY(at::equal(result, quantizeActivationReference(quantizer, images)));
        QVERIFY(result.is_contiguous(at::MemoryFormat::ChannelsLast));
    }
}

void PreparedQuantizerTest::theInputIsLeftAsItWas()
{
    const at::Tensor input = test::randomTensor({ 2, 3, 4, 4 }, 3);
    const at::Tensor before = input.clone();
    const PreparedQuantizer prepared(perChannel(2, true), c10::kCPU);
    QVERIFY(!at::equal(prepared.byTensors(input), before));
    QVERIFY(at::equal(input, before));
}

void PreparedQuantizerTest::whatOthersHoldIsNotOverwritten()
{
    const PreparedQuantizer prepared(perLayer(2, false), c10::kCPU);
    const at::Tensor held = test::randomTensor({ 2, 3, 4, 4 }, 3);
    const at::Tensor before = held.clone();
    const at::Tensor sameTensor = held;
    QVERIFY(!prepared.consume(sameTensor).is_alias_of(held));
    QVERIFY(!prepared.consume(held.narrow(0, 0, 1)).is_alias_of(held));
    QVERIFY(at::equal(held, before));
}

void PreparedQuantizerTest::consumingGivesTheSameBits()
{
    QFETCH(bool, channels);
    QFETCH(int, bits);
    QFETCH(bool, isSigned);
    const ActivationQuantizer quantizer = channels ? perChannel(bits, isSigned) : perLayer(bits, isSigned);
    const at::Tensor owned = test::randomTensor({ 4, 3, 30, 31 }, 2);
    const at::Tensor expected = quantizeActivationReference(quantizer, owned);
    const void* storage = owned.data_ptr();
    const at::Tensor result = PreparedQuantizer(quantizer, c10::kCPU).consume(owned);
    QVERIFY(at::equal(result, expected));
    QCOMPARE(static_cast<const void*>(result.data_ptr()), storage);
}

void PreparedQuantizerTest::aCardGivesTheSameBits()
{
    QFETCH(bool, channels);
    QFETCH(int, bits);
    QFETCH(bool, isSigned);
    const DeviceChoice choice = explainDevice("auto");
    if (choice.device == "cpu")
        QSKIP(qPrintable(QString::fromStdString("needs a card: " + choice.why)));
    const c10::Device card(choice.device);
    const ActivationQuantizer quantizer = channels ? perChannel(bits, isSigned) : perLayer(bits, isSigned);
    const at::Tensor input = test::randomTensor({ 4, 3, 30, 31 }, 2);
    const at::Tensor onCard = PreparedQuantizer(quantizer, card)(input.to(card));
    QVERIFY(at::equal(onCard.cpu(), quantizeActivationReference(quantizer, input)));
}

QTEST_GUILESS_MAIN(PreparedQuantizerTest)
#include "tst_prepared_quantizer.moc"
