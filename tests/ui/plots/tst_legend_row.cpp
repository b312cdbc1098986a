// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/legend_row.h"

#include <QTest>

using namespace latticeq::ui;

class TestLegendRow : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_plot = std::make_unique<QCustomPlot>();
        m_plot->setViewport({ 0, 0, 400, 200 });
        m_row = LegendRow::addTo(*m_plot);
    }

    void namesStandAboveTheAxesAndInsideThePlot_data()
    {
        QTest::addColumn<int>("names");
        QTest::newRow("one name") << 1;
        QTest::newRow("two names") << 2;
        QTest::newRow("more names than fit beside each other") << 9;
    }
    void namesStandAboveTheAxesAndInsideThePlot()
    {
        QFETCH(const int, names);
        for (int i = 0; i < names; ++i)
            m_plot->addGraph()->setName(QStringLiteral("full precision %1").arg(i));
        m_plot->replot();
        for (int i = 0; i < names; ++i) {
            const QRect item = m_plot->legend->item(i)->outerRect();
            QVERIFY(item.height() > 0);
            QVERIFY(m_plot->viewport().contains(item));
            QVERIFY(item.bottom() < m_plot->axisRect()->top());
        }
        QVERIFY(m_plot->axisRect()->height() > 40);
    }

    void withoutNamesItTakesNoRoom()
    {
        m_plot->replot();
        QCOMPARE(m_row->outerRect().height(), 0);
        m_plot->addGraph();
        m_plot->legend->setVisible(false);
        m_plot->replot();
        QCOMPARE(m_row->outerRect().height(), 0);
    }

private:
    std::unique_ptr<QCustomPlot> m_plot;
    LegendRow* m_row = nullptr;
};

QTEST_MAIN(TestLegendRow)
#include "tst_legend_row.moc"
