// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/error_ramp.h"

#include <QTest>

#include <cmath>

using namespace latticeq::ui;

class TestErrorRamp : public QObject
{
    Q_OBJECT
private slots:
    void classesAreSpacedByCubeRoots();
    void nothingAndOutliersStayInTheEndClasses();
    void endsAtThe99thPercentileOfAllPictures();
};

void TestErrorRamp::classesAreSpacedByCubeRoots()
{
    const ErrorRamp ramp { 1.0 };
    for (int i = 0; i < ErrorRamp::kClasses; ++i)
        QCOMPARE(ramp.classOf(std::pow((i + 0.5) / ErrorRamp::kClasses, 3)), i);
}

void TestErrorRamp::nothingAndOutliersStayInTheEndClasses()
{
    QCOMPARE(ErrorRamp {}.classOf(1), 0);
    QCOMPARE(ErrorRamp { 1.0 }.classOf(0), 0);
    QCOMPARE(ErrorRamp { 1.0 }.classOf(1e9), ErrorRamp::kClasses - 1);
    QCOMPARE(ErrorRamp::of({ nullptr, nullptr }).top, 0.0);
}

void TestErrorRamp::endsAtThe99thPercentileOfAllPictures()
{
    latticeq::LatticePicture a;
    latticeq::LatticePicture b;
    for (int i = 0; i < 50; ++i) {
        a.errors.push_back(static_cast<float>(2 * i));
        b.errors.push_back(static_cast<float>(2 * i + 1));
    }
    b.errors.push_back(1e6F);
    QCOMPARE(ErrorRamp::of({ &a, &b }).top, 99.0);
    QCOMPARE(ErrorRamp::of({ &a, nullptr }).top, 96.0);
}

QTEST_APPLESS_MAIN(TestErrorRamp)
#include "tst_error_ramp.moc"
