// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/figures_table.h"

#include "ui/lattices/figures_model.h"

#include <QHeaderView>
#include <QTableView>
#include <QTest>

using namespace latticeq::ui;

class TestFiguresTable : public QObject
{
    Q_OBJECT
private slots:
    void showsEveryRowAndColumnWithoutScrolling();
};

void TestFiguresTable::showsEveryRowAndColumnWithoutScrolling()
{
    QWidget window;
    FiguresModel model;
    QTableView* table = makeFiguresTable(model, &window);
    window.resize(800, 200);
    table->resize(700, table->height());
    window.show();
    QTRY_VERIFY(table->isVisible());
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column)
            QVERIFY(table->viewport()->rect().contains(table->visualRect(model.index(row, column))));
    }
}

QTEST_MAIN(TestFiguresTable)
#include "tst_figures_table.moc"
