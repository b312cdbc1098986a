// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/table_message.h"

#include <QLabel>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace latticeq::ui;

class TestTableMessage : public QObject
{
    Q_OBJECT
private slots:
    void theMessageCoversTheRows();
    void rowsGrowWithTheFont();
};

void TestTableMessage::theMessageCoversTheRows()
{
    QTableView table;
    QLabel* label = makeTableMessage(table);
    QVERIFY(label->isHidden());
    table.resize(300, 200);
    table.show();
    label->setText(QStringLiteral("Nothing here. <a href=\"#x\">Clear</a>"));
    label->show();
    QTRY_VERIFY(label->isVisible() && label->width() > 200);
    QCOMPARE(label->parentWidget(), table.viewport());
    QVERIFY(label->textInteractionFlags().testFlag(Qt::LinksAccessibleByKeyboard));
}

void TestTableMessage::rowsGrowWithTheFont()
{
    QStandardItemModel model(2, 2);
    QTableView table;
    table.setModel(&model);
    QFont font = table.font();
    font.setPixelSize(13);
    table.setFont(font);
    styleTable(table);
    QCOMPARE(table.rowHeight(0), 22);
    font.setPixelSize(40);
    table.setFont(font);
    styleTable(table);
    QVERIFY(table.rowHeight(0) >= 44);
}

QTEST_MAIN(TestTableMessage)
#include "tst_table_message.moc"
