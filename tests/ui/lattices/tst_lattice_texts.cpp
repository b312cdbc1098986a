// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/lattice_texts.h"

#include "tests/ui/lattices/sample_lattices.h"

#include <QTest>

using namespace latticeq::ui;
using namespace latticeq::ui::test;

class TestLatticeTexts : public QObject
{
    Q_OBJECT
private slots:
    void axesAreNamedAfterTheKernel();
    void aWeightIsReadAsVectorCoordinatesPointAndError();
    void noticesTellWhatIsNotWholeOrNotFinished();
};

void TestLatticeTexts::axesAreNamedAfterTheKernel()
{
    auto picture = makePicture(3, 4, tiltedBasis(3), gaussianVectors(3, 4, 1));
    QCOMPARE(axisName(picture, 0), QStringLiteral("left tap w₀"));
    QCOMPARE(axisName(picture, 2), QStringLiteral("right tap w₂"));
    picture.shape = { 16, 9, 1, 1 };
    QVERIFY(!axisName(picture, 0).contains(QStringLiteral("tap")));
    const auto plane = makePicture(2, 4, tiltedBasis(2), gaussianVectors(2, 4, 1));
    QCOMPARE(axisName(plane, 1), QStringLiteral("input channel 2k + 1"));
}

void TestLatticeTexts::aWeightIsReadAsVectorCoordinatesPointAndError()
{
    const auto picture = makePicture(2, 4, scalarBasis(2, 0.1), { 0.31F, -0.12F, 5.0F, 0.0F });
    const QString first = weightText(picture, 0);
    QVERIFY(first.contains(QStringLiteral("weight 1: (0.310, −0.120) → c = (3, −1) → (0.300, −0.100)")));
    QVERIFY(first.contains(QStringLiteral("9.00·10⁻⁶")));
    QVERIFY(!first.contains(QStringLiteral("overloaded")));
    QVERIFY(weightText(picture, 1).contains(QStringLiteral("overloaded")));
}

void TestLatticeTexts::noticesTellWhatIsNotWholeOrNotFinished()
{
    auto picture = makePicture(2, 4, tiltedBasis(2), gaussianVectors(2, 4, 1));
    QVERIFY(noticeText(picture).isEmpty());
    picture.totalVectors = 786;
    QVERIFY(noticeText(picture).contains(QStringLiteral("4 of 786")));
    picture.finished = false;
    picture.candidates = 12;
    QCOMPARE(noticeText(picture).count(u'\n'), 1);
    picture.n = 4;
    QVERIFY(noticeText(picture).contains(QStringLiteral("First 3 of 4")));
}

QTEST_MAIN(TestLatticeTexts)
#include "tst_lattice_texts.moc"
