// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/number_ticker.h"

#include <QTest>

using namespace latticeq::ui;

class TestNumberTicker : public QObject
{
    Q_OBJECT
private slots:
    void negativeNumbersHaveATrueMinus()
    {
        QCustomPlot plot;
        plot.resize(400, 200);
        plot.xAxis->setTicker(QSharedPointer<NumberTicker>::create(4));
        plot.xAxis->setRange(-1, 1);
        plot.replot();
        const QString labels = plot.xAxis->tickVectorLabels().join(u' ');
        QVERIFY(labels.contains(u'−'));
        QVERIFY(!labels.contains(u'-'));
    }
};

QTEST_MAIN(TestNumberTicker)
#include "tst_number_ticker.moc"
