// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/mark_symbol.h"

#include <QTest>

using namespace latticeq::ui;

class TestMarkSymbol : public QObject
{
    Q_OBJECT
private slots:
    void hasItsSizeAtEveryRatio();
    void everyMarkLooksDifferent();
    void followsTheTheme();
    void theWeightsShowTheWholeRamp();
};

void TestMarkSymbol::hasItsSizeAtEveryRatio()
{
    for (int mark = 0; mark < kMarks; ++mark) {
        const QPixmap one = markSymbol(static_cast<Mark>(mark), Theme::light(), 1);
        const QPixmap two = markSymbol(static_cast<Mark>(mark), Theme::light(), 2);
        QCOMPARE(one.height(), 16);
        QCOMPARE(two.size(), one.size() * 2);
        QCOMPARE(two.deviceIndependentSize(), one.deviceIndependentSize());
    }
}

void TestMarkSymbol::everyMarkLooksDifferent()
{
    for (int mark = 0; mark < kMarks; ++mark) {
        for (int other = 0; other < mark; ++other) {
            QVERIFY(markSymbol(static_cast<Mark>(mark), Theme::light(), 1).toImage()
                != markSymbol(static_cast<Mark>(other), Theme::light(), 1).toImage());
        }
    }
}

void TestMarkSymbol::followsTheTheme()
{
    for (int mark = 0; mark < kMarks; ++mark) {
        QVERIFY(markSymbol(static_cast<Mark>(mark), Theme::light(), 1).toImage()
            != markSymbol(static_cast<Mark>(mark), Theme::darkTheme(), 1).toImage());
    }
}

void TestMarkSymbol::theWeightsShowTheWholeRamp()
{
    const Theme& theme = Theme::light();
    const QImage image = markSymbol(Mark::Weights, theme, 1).toImage();
    for (int errorClass = 0; errorClass < ErrorRamp::kClasses; ++errorClass) {
        bool found = false;
        for (int x = 0; x < image.width() && !found; ++x)
            found = image.pixelColor(x, 8) == theme.rampColor(errorClass);
        QVERIFY(found);
    }
}

QTEST_MAIN(TestMarkSymbol)
#include "tst_mark_symbol.moc"
