// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/activation_calibration.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

class ActivationCalibrationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void perLayerTakesTheLargestMagnitude();
    void anInputOfZerosGetsTheThresholdOne();
    void tablesDependOnTheNetworksName();
    void allocatedBitsFollowTheThresholds();
};

void ActivationCalibrationTest::perLayerTakesTheLargestMagnitude()
{
    at::Tensor input = test::randomTensor({ 2, 3, 4, 4 }, 2).abs();
    input[1][2][3][3] = 5;
    const ActivationQuantizer quantizer = calibrateActivation({ 4 }, "resnet18", input);
    QCOMPARE(quantizer.alpha.item<float>(), 5.0F);
    QVERIFY(!quantizer.isSigned);
    QVERIFY(calibrateActivation({ 4 }, "resnet18", input - 0.1F).isSigned);
}

void ActivationCalibrationTest::anInputOfZerosGetsTheThresholdOne()
{
    for (const bool perChannel : { false, true })
        QCOMPARE(calibrateActivation({ 8, perChannel }, "resnet18", at::zeros({ 2, 2, 3, 3 })).alpha.min().item<float>(), 1.0F);
}

void ActivationCalibrationTest::tablesDependOnTheNetworksName()
{
    QCOMPARE(clippingQuantile(4, "resnet18"), .9997);
    QCOMPARE(clippingQuantile(4, "mobilenet_v2"), .998);
    QCOMPARE(clippingQuantile(3, "vgg16_bn"), .9999);
    QCOMPARE(clippingQuantile(5, "vgg16"), .9998);
    QCOMPARE(clippingQuantile(8, "resnet18"), 1.0);
    QCOMPARE(clippingQuantile(12, "resnet18"), 1.0);
}

void ActivationCalibrationTest::allocatedBitsFollowTheThresholds()
{
    at::Tensor input = test::randomTensor({ 8, 4, 10, 10 }, 3).abs();
    input.select(1, 0).mul_(0.01F);
    input.select(1, 3).mul_(10);
    const at::Tensor bits = calibrateActivation({ 4, true, true }, "resnet18", input).bits;
    QVERIFY(bits.sum().item<int64_t>() <= 16);
    QVERIFY(bits[0].item<int64_t>() < bits[3].item<int64_t>());
}

QTEST_GUILESS_MAIN(ActivationCalibrationTest)
#include "tst_activation_calibration.moc"
