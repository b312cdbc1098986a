// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bits/trade_off_view.h"

#include "tests/ui/bits/sample_choice.h"

#include <QTableView>
#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;

class TestTradeOffView : public QObject
{
    Q_OBJECT
private slots:
    void theTableShowsTheCurrentRunsChoice()
    {
        Workspace workspace;
        TradeOffView view(workspace);
        view.resize(340, 400);
        view.show();
        QVERIFY(view.table().isHidden());
        workspace.setCurrent(test::choosingRun(QStringLiteral("a")));
        QVERIFY(!view.table().isHidden());
        QCOMPARE(view.table().model()->rowCount(), 6);
        workspace.setCurrent(test::sampleRun(QStringLiteral("b")));
        QVERIFY(view.table().isHidden());
    }
    void theTableFollowsARunThatGoesOn()
    {
        Workspace workspace;
        TradeOffView view(workspace);
        const auto run = std::make_shared<RunDocument>(test::sampleSettings());
        workspace.setCurrent(run);
        run->apply({ BitsChosen { test::sampleChoice().curve, std::nullopt } });
        QCOMPARE(view.table().model()->rowCount(), 5);
        run->apply({ BitsChosen { test::sampleChoice().curve, test::sampleChoice().chosen } });
        QCOMPARE(view.table().model()->rowCount(), 6);
    }
};

QTEST_MAIN(TestTradeOffView)
#include "tst_trade_off_view.moc"
