// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/column_menu.h"

#include "ui/layers/layer_column.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QTest>

using namespace latticeq::ui;

class TestColumnMenu : public QObject
{
    Q_OBJECT
private slots:
    void everyColumnCanBeShownAndHidden();
    void oneColumnAlwaysStays();
    void followsTheHeader();
};

void TestColumnMenu::everyColumnCanBeShownAndHidden()
{
    QStandardItemModel model(1, kLayerColumns);
    QHeaderView header(Qt::Horizontal);
    header.setModel(&model);
    ColumnMenu menu(header, nullptr);
    QCOMPARE(menu.actions().size(), kLayerColumns);
    for (int column = 0; column < kLayerColumns; ++column) {
        QAction* action = menu.actions().at(column);
        QCOMPARE(action->text(), columnTitle(static_cast<LayerColumn>(column)));
        QVERIFY(action->isChecked());
        action->trigger();
        QVERIFY(header.isSectionHidden(column));
        action->trigger();
        QVERIFY(!header.isSectionHidden(column));
    }
}

void TestColumnMenu::oneColumnAlwaysStays()
{
    QStandardItemModel model(1, kLayerColumns);
    QHeaderView header(Qt::Horizontal);
    header.setModel(&model);
    ColumnMenu menu(header, nullptr);
    for (QAction* action : menu.actions())
        action->trigger();
    QCOMPARE(header.hiddenSectionCount(), kLayerColumns - 1);
    QVERIFY(!menu.actions().last()->isEnabled());
    menu.actions().first()->trigger();
    QVERIFY(menu.actions().last()->isEnabled());
}

void TestColumnMenu::followsTheHeader()
{
    QStandardItemModel model(1, kLayerColumns);
    QHeaderView header(Qt::Horizontal);
    header.setModel(&model);
    ColumnMenu menu(header, nullptr);
    header.setSectionHidden(3, true);
    emit menu.aboutToShow();
    QVERIFY(!menu.actions().at(3)->isChecked());
    QVERIFY(header.isSectionHidden(3));
}

QTEST_MAIN(TestColumnMenu)
#include "tst_column_menu.moc"
