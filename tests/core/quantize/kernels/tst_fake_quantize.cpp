// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/chain_kernel.h"
#include "core/quantize/kernels/fake_quantize.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

#include <cmath>
#include <limits>

using namespace latticeq;

namespace {

float plain(float x, float alpha, float steps, bool isSigned)
{
    float unit = std::min(std::max(x / alpha, isSigned ? -1.0F : 0.0F), 1.0F);
    if (isSigned)
        unit = (unit + 1) * 0.5F;
    unit = std::nearbyint(unit * steps) * (1 / steps);
    if (isSigned)
        unit = unit + unit - 1;
    return unit * alpha;
}

} // namespace

class FakeQuantizeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyInstructionSetMatchesPlainArithmetic_data();
    void everyInstructionSetMatchesPlainArithmetic();
    void everyThresholdMatchesPlainArithmetic_data();
    void everyThresholdMatchesPlainArithmetic();
};

void FakeQuantizeTest::everyThresholdMatchesPlainArithmetic_data()
{
    everyInstructionSetMatchesPlainArithmetic_data();
}

void FakeQuantizeTest::everyThresholdMatchesPlainArithmetic()
{
    QFETCH(QString, set);
    QFETCH(bool, isSigned);
    constexpr float kSteps = 16777215; // enough to show the last bit of a quotient
    const float infinity = std::numeric_limits<float>::infinity();
    useInstructionSet(set.toStdString());
    const at::Tensor thresholds = test::randomTensor({ 500 }, 4).abs();
    for (int i = 0; i < 500; ++i) {
        const float alpha
            = std::ldexp(thresholds.data_ptr<float>()[i], i / 2 - 125); // from the smallest to the largest
        at::Tensor input = test::randomTensor({ 960 }, i) * alpha;
        input.narrow(0, 0, 4).copy_(at::tensor({ alpha, -alpha, infinity, -infinity }));
        at::Tensor output = at::empty({ 960 });
        fakeQuantize(input.data_ptr<float>(), output.data_ptr<float>(), 960, { alpha, kSteps, isSigned });
        for (int j = 0; j < 960; ++j)
            QCOMPARE(output.data_ptr<float>()[j], plain(input.data_ptr<float>()[j], alpha, kSteps, isSigned));
    }
    useInstructionSet({});
}

void FakeQuantizeTest::everyInstructionSetMatchesPlainArithmetic_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<bool>("isSigned");
    for (const std::string& set : instructionSets()) {
        QTest::addRow("%s, unsigned", set.c_str()) << QString::fromStdString(set) << false;
        QTest::addRow("%s, signed", set.c_str()) << QString::fromStdString(set) << true;
    }
}

void FakeQuantizeTest::everyInstructionSetMatchesPlainArithmetic()
{
    QFETCH(QString, set);
    QFETCH(bool, isSigned);
    const at::Tensor input = 3 * test::randomTensor({ 1003 }, 1);
    useInstructionSet(set.toStdString());
    for (const float steps : { 1.0F, 3.0F, 15.0F, 255.0F, 65535.0F }) {
        at::Tensor output = at::full({ 1003 }, 99.0F);
        fakeQuantize(input.data_ptr<float>(), output.data_ptr<float>(), 1003, { 1.7F, steps, isSigned });
        for (int i = 0; i < 1003; ++i)
            QCOMPARE(output.data_ptr<float>()[i], plain(input.data_ptr<float>()[i], 1.7F, steps, isSigned));
    }
    useInstructionSet({});
}

QTEST_GUILESS_MAIN(FakeQuantizeTest)
#include "tst_fake_quantize.moc"
