// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bits/trade_off_model.h"

#include "tests/ui/bits/sample_choice.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;

class TestTradeOffModel : public QObject
{
    Q_OBJECT
private slots:
    void theChosenSizeStandsAmongTheOthers()
    {
        TradeOffModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const BitsChoice choice = test::sampleChoice();
        model.setChoice(&choice);
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(model.chosenRow(), 3);
        QCOMPARE(text(model, 3, TradeOffModel::SizeColumn), QString("0.105 MB"));
        QCOMPARE(text(model, 3, TradeOffModel::TopOneColumn), QString("93.50 %"));
        QCOMPARE(text(model, 0, TradeOffModel::TopOneColumn), QString("92.50 %"));
        QCOMPARE(text(model, 1, TradeOffModel::TopOneColumn), QString(QChar(u'–')));
        QVERIFY(model.index(3, 0).data(Qt::FontRole).isValid() && !model.index(2, 0).data(Qt::FontRole).isValid());
        QVERIFY(model.index(3, 0).data(Qt::ToolTipRole).toString().contains("chosen"));
    }
    void aChosenSizeOfTheCurveTakesItsPlace()
    {
        TradeOffModel model;
        BitsChoice choice = test::sampleChoice();
        choice.chosen.bytes = choice.curve[2].bytes;
        model.setChoice(&choice);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.chosenRow(), 2);
        QCOMPARE(text(model, 2, TradeOffModel::TopOneColumn), QString("93.50 %"));
    }
    void withoutAChoiceThereIsNothing()
    {
        TradeOffModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const BitsChoice choice = test::sampleChoice();
        model.setChoice(&choice);
        model.setChoice(nullptr);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.chosenRow(), -1);
    }
    void everyColumnSaysWhatItHolds()
    {
        const TradeOffModel model;
        for (int column = 0; column < TradeOffModel::ColumnCount; ++column) {
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
            QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
        }
    }

private:
    static QString text(const TradeOffModel& model, int row, int column) { return model.index(row, column).data().toString(); }
};

QTEST_MAIN(TestTradeOffModel)
#include "tst_trade_off_model.moc"
