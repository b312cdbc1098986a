// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/log_ticker.h"

#include "ui/plots/tick_labels.h"

#include <QTest>

using namespace latticeq::ui;

class TestLogTicker : public QObject
{
    Q_OBJECT
private slots:
    void labelsAreDistinctInEveryRange_data();
    void labelsAreDistinctInEveryRange();
    void labelsNeverTouch_data() { labelsAreDistinctInEveryRange_data(); }
    void labelsNeverTouch();
    void powersOfTenStandAlone();
    void betweenPowersAreTwoAndFiveOnly();
    void nearOneTheyArePlainNumbers();
    void countsAreWrittenOut();

private:
    QStringList labels(LogTicker::Labels kind, const QCPRange& range, int height = 300);

    std::unique_ptr<QCustomPlot> m_plot;
};

QStringList TestLogTicker::labels(LogTicker::Labels kind, const QCPRange& range, int height)
{
    m_plot = std::make_unique<QCustomPlot>();
    m_plot->setViewport({ 0, 0, 400, height });
    m_plot->yAxis->setScaleType(QCPAxis::stLogarithmic);
    m_plot->yAxis->setTicker(QSharedPointer<LogTicker>::create(*m_plot->yAxis, kind, 6));
    m_plot->yAxis->setRange(range);
    m_plot->replot();
    m_plot->replot(); // now with the axis as long as the first one made it
    return m_plot->yAxis->tickVectorLabels();
}

void TestLogTicker::labelsAreDistinctInEveryRange_data()
{
    QTest::addColumn<double>("lower");
    QTest::addColumn<double>("upper");
    QTest::newRow("many decades") << 1e-9 << 1e-2;
    QTest::newRow("one decade") << 1e-6 << 1e-5;
    QTest::newRow("a part of a decade") << 0.021 << 0.084;
    QTest::newRow("a small part of a decade") << 2.1e-7 << 3.4e-7;
    QTest::newRow("about one") << 0.5 << 3.0;
}

void TestLogTicker::labelsAreDistinctInEveryRange()
{
    QFETCH(const double, lower);
    QFETCH(const double, upper);
    const QStringList texts = labels(LogTicker::Labels::Powers, { lower, upper });
    QVERIFY(texts.size() >= 2);
    QCOMPARE(QSet<QString>(texts.begin(), texts.end()).size(), texts.size());
}

void TestLogTicker::labelsNeverTouch()
{
    QFETCH(const double, lower);
    QFETCH(const double, upper);
    for (const int height : { 90, 130, 200, 600 }) {
        const QStringList texts = labels(LogTicker::Labels::Powers, { lower, upper }, height);
        QVERIFY(!texts.isEmpty());
        QVERIFY(texts.size() <= 6);
        QVERIFY(labelsFit(*m_plot->yAxis, m_plot->yAxis->tickVector(), m_plot->yAxis->tickVectorLabels()));
    }
}

void TestLogTicker::powersOfTenStandAlone()
{
    QCOMPARE(labels(LogTicker::Labels::Powers, { 0.9e-6, 2e-4 }), QStringList({ "10⁻⁶", "10⁻⁵", "10⁻⁴" }));
}

void TestLogTicker::betweenPowersAreTwoAndFiveOnly()
{
    QCOMPARE(labels(LogTicker::Labels::Powers, { 0.9e-6, 2.2e-5 }),
        QStringList({ "10⁻⁶", "2·10⁻⁶", "5·10⁻⁶", "10⁻⁵", "2·10⁻⁵" }));
}

void TestLogTicker::nearOneTheyArePlainNumbers()
{
    QCOMPARE(labels(LogTicker::Labels::Powers, { 0.06, 1.9 }), QStringList({ "0.1", "0.2", "0.5", "1" }));
}

void TestLogTicker::countsAreWrittenOut()
{
    const QStringList texts = labels(LogTicker::Labels::Counts, { 1, 20'000 });
    QVERIFY2(texts.contains("1") && texts.contains(QLocale().toString(1000)), qPrintable(texts.join(u' ')));
}

QTEST_MAIN(TestLogTicker)
#include "tst_log_ticker.moc"
