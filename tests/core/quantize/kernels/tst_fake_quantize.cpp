// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/kernels/fake_quantize.h"
#include "core/lattice/kernels/chain_kernel.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

#include <cmath>

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
};

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
