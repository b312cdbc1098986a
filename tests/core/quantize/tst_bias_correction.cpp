// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/bias_correction.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

class BiasCorrectionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void meanIsScaledAndNormIsRestored();
    void aConstantChannelIsShiftedOnly();
    void aDeadChannelStaysDead();
};

void BiasCorrectionTest::meanIsScaledAndNormIsRestored()
{
    const at::Tensor weight = test::randomTensor({ 4, 3, 3, 3 }, 1) + 0.3F;
    const at::Tensor quantized = at::round(weight * 2) / 2;
    const ChannelCorrection correction = channelCorrection(weight, quantized);
    const at::Tensor result = corrected(quantized, correction).flatten(1);
    const at::Tensor w = weight.flatten(1);
    QVERIFY(at::allclose((result - result.mean(1, true)).norm(2, { 1 }), (w - w.mean(1, true)).norm(2, { 1 }), 1e-4));
    QVERIFY(at::allclose(result.mean(1), correction.gain * w.mean(1), 1e-4, 1e-5));
}

void BiasCorrectionTest::aConstantChannelIsShiftedOnly()
{
    const at::Tensor weight = test::randomTensor({ 2, 12 }, 2);
    const at::Tensor result = corrected(at::zeros({ 2, 12 }), channelCorrection(weight, at::zeros({ 2, 12 })));
    QVERIFY(at::allclose(result, weight.mean(1, true).expand({ 2, 12 })));
}

void BiasCorrectionTest::aDeadChannelStaysDead()
{
    const at::Tensor zeros = at::zeros({ 1, 9 });
    QVERIFY(at::equal(corrected(zeros, channelCorrection(zeros, zeros)), zeros));
}

QTEST_GUILESS_MAIN(BiasCorrectionTest)
#include "tst_bias_correction.moc"
