// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/log_ticker.h"

#include <QTest>

using namespace latticeq::ui;

class TestLogTicker : public QObject
{
    Q_OBJECT
private slots:
    void labelsAreDistinctInEveryRange_data();
    void labelsAreDistinctInEveryRange();
    void powersOfTenStandAlone();
    void countsAreWrittenOut();

private:
    QStringList labels(LogTicker::Labels kind, const QCPRange& range);
};

QStringList TestLogTicker::labels(LogTicker::Labels kind, const QCPRange& range)
{
    QCustomPlot plot;
    plot.resize(400, 300);
    plot.xAxis->setScaleType(QCPAxis::stLogarithmic);
    plot.xAxis->setTicker(QSharedPointer<LogTicker>::create(kind));
    plot.xAxis->setRange(range);
    plot.replot();
    return plot.xAxis->tickVectorLabels();
}

void TestLogTicker::labelsAreDistinctInEveryRange_data()
{
    QTest::addColumn<double>("lower");
    QTest::addColumn<double>("upper");
    QTest::newRow("many decades") << 1e-9 << 1e-2;
    QTest::newRow("one decade") << 1e-6 << 1e-5;
    QTest::newRow("a part of a decade") << 0.021 << 0.084;
    QTest::newRow("about one") << 0.5 << 3.0;
}

void TestLogTicker::labelsAreDistinctInEveryRange()
{
    QFETCH(double, lower);
    QFETCH(double, upper);
    const QStringList texts = labels(LogTicker::Labels::Powers, { lower, upper });
    QVERIFY(texts.size() >= 2);
    QCOMPARE(QSet<QString>(texts.begin(), texts.end()).size(), texts.size());
}

void TestLogTicker::powersOfTenStandAlone()
{
    QVERIFY(labels(LogTicker::Labels::Powers, { 1e-6, 1e-3 }).contains("10⁻⁵"));
}

void TestLogTicker::countsAreWrittenOut()
{
    const QStringList texts = labels(LogTicker::Labels::Counts, { 1, 20'000 });
    QVERIFY2(texts.contains("1") && texts.contains(QLocale().toString(1000)), qPrintable(texts.join(u' ')));
}

QTEST_MAIN(TestLogTicker)
#include "tst_log_ticker.moc"
