// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/layer_column.h"

#include <QSet>
#include <QTest>

using namespace latticeq::ui;

class TestLayerColumn : public QObject
{
    Q_OBJECT
private slots:
    void everyColumnSaysWhatItIs();
    void tenColumnsAreShownAtFirst();
    void onlyTextsAndDrawingsStandOnTheLeft();
};

void TestLayerColumn::everyColumnSaysWhatItIs()
{
    QSet<QString> titles;
    for (int i = 0; i < kLayerColumns; ++i) {
        const auto column = static_cast<LayerColumn>(i);
        titles.insert(columnTitle(column));
        QVERIFY2(columnExplanation(column).size() > 15, qPrintable(columnTitle(column)));
        QVERIFY(!widestText(column).isEmpty());
    }
    QCOMPARE(titles.size(), kLayerColumns);
}

void TestLayerColumn::tenColumnsAreShownAtFirst()
{
    for (int i = 0; i < kLayerColumns; ++i)
        QCOMPARE(isShownByDefault(static_cast<LayerColumn>(i)), i < static_cast<int>(LayerColumn::Type));
}

void TestLayerColumn::onlyTextsAndDrawingsStandOnTheLeft()
{
    QSet<QString> left;
    for (int i = 0; i < kLayerColumns; ++i) {
        if (!isNumeric(static_cast<LayerColumn>(i)))
            left.insert(columnTitle(static_cast<LayerColumn>(i)));
    }
    QCOMPARE(left, (QSet<QString> { "Layer", "Search", "Type", "Shape", "Granularity" }));
}

QTEST_MAIN(TestLayerColumn)
#include "tst_layer_column.moc"
