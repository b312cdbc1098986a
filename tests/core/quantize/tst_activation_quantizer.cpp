// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/activation_quantizer.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

class ActivationQuantizerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fusedAndTensorVersionsGiveTheSameBits_data();
    void fusedAndTensorVersionsGiveTheSameBits();
    void theInputIsLeftAsItWas();
    void channelsHaveTheirOwnThresholdsAndBits();
    void signedValuesKeepTheirSign();
};

void ActivationQuantizerTest::fusedAndTensorVersionsGiveTheSameBits_data()
{
    QTest::addColumn<bool>("isSigned");
    QTest::addColumn<int>("bits");
    for (const int bits : { 1, 2, 4, 8, 16 }) {
        QTest::addRow("%d bits", bits) << false << bits;
        QTest::addRow("%d bits, signed", bits) << true << bits;
    }
}

void ActivationQuantizerTest::fusedAndTensorVersionsGiveTheSameBits()
{
    QFETCH(bool, isSigned);
    QFETCH(int, bits);
    const ActivationQuantizer quantizer { at::full({ 1 }, 0.83F), at::full({ 1 }, bits, at::kLong), isSigned };
    const at::Tensor input = test::randomTensor({ 3, 5, 70, 71 }, 2);
    for (const at::Tensor& layout : { input, input.contiguous(at::MemoryFormat::ChannelsLast), input.narrow(3, 1, 60) })
        QVERIFY(at::equal(quantizeActivation(quantizer, layout), quantizeActivationReference(quantizer, layout)));
}

void ActivationQuantizerTest::theInputIsLeftAsItWas()
{
    const ActivationQuantizer quantizer { at::ones({ 1 }), at::full({ 1 }, 2, at::kLong), false };
    const at::Tensor input = test::randomTensor({ 2, 3, 4, 4 }, 3);
    const at::Tensor before = input.clone();
    quantizeActivation(quantizer, input);
    QVERIFY(at::equal(input, before));
}

void ActivationQuantizerTest::channelsHaveTheirOwnThresholdsAndBits()
{
    const ActivationQuantizer quantizer { at::tensor({ 1.0F, 2.0F, 4.0F }), at::tensor({ 8, 1, 0 }, at::kLong), false };
    const at::Tensor output = quantizeActivation(quantizer, at::full({ 1, 3, 2, 2 }, 3.0F));
    QCOMPARE(output[0][0].max().item<float>(), 1.0F);
    QCOMPARE(output[0][1].max().item<float>(), 2.0F);
    QCOMPARE(output[0][2].abs().max().item<float>(), 0.0F);
    QCOMPARE(quantizeActivation(quantizer, at::full({ 1, 3 }, 0.9F))[0][1].item<float>(), 0.0F);
}

void ActivationQuantizerTest::signedValuesKeepTheirSign()
{
    const ActivationQuantizer quantizer { at::ones({ 1 }), at::full({ 1 }, 8, at::kLong), true };
    const at::Tensor output = quantizeActivation(quantizer, at::tensor({ -2.0F, -0.5F, 0.5F }).reshape({ 1, 3 }));
    QCOMPARE(output[0][0].item<float>(), -1.0F);
    QVERIFY(std::abs(output[0][1].item<float>() + 0.5F) < 0.005F);
}

QTEST_GUILESS_MAIN(ActivationQuantizerTest)
#include "tst_activation_quantizer.moc"
