// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/tick_labels.h"

#include <qcustomplot.h>

#include <QTest>

using namespace latticeq::ui;

class TestTickLabels : public QObject
{
    Q_OBJECT
private slots:
    void labelsFitUntilTheyTouch()
    {
        QCustomPlot plot;
        plot.setViewport({ 0, 0, 400, 200 });
        plot.xAxis->setRange(0, 10);
        plot.replot();
        QVERIFY(labelsFit(*plot.xAxis, { 0, 10 }, { "left", "right" }));
        QVERIFY(!labelsFit(*plot.xAxis, { 0, 0.1 }, { "left", "right" }));
        QVERIFY(!labelsFit(*plot.xAxis, { 0, 10 }, { QString(80, u'm'), QString(80, u'm') }));
        QVERIFY(labelsFit(*plot.yAxis, { 0, 5 }, { QString(80, u'm'), QString(80, u'm') }));
        QVERIFY(!labelsFit(*plot.yAxis, { 0, 0.1 }, { "low", "high" }));
    }

    void decimalsAreThoseOfTheStep_data()
    {
        QTest::addColumn<double>("step");
        QTest::addColumn<int>("decimals");
        QTest::newRow("whole numbers") << 5.0 << 0;
        QTest::newRow("halves") << 0.5 << 1;
        QTest::newRow("quarters") << 0.25 << 2;
        QTest::newRow("a computed step") << 0.1 + 0.2 << 1;
        QTest::newRow("no end of decimals") << 1.0 / 3 << 6;
    }
    void decimalsAreThoseOfTheStep()
    {
        QFETCH(const double, step);
        QTEST(decimalsOf(step), "decimals");
    }

    void theCaptionIsTheLongestThatFits()
    {
        const QStringList texts { "cubic error of the layer (sum)", "error" };
        QCOMPARE(caption(600, texts), texts[0]);
        QCOMPARE(caption(120, texts), texts[1]);
    }

    void aCaptionThatNeverFitsIsShortened()
    {
        const QString text = caption(120, { QString(80, u'm') });
        QVERIFY(text.endsWith(u'…'));
        QVERIFY(QFontMetrics(m_plot->yAxis->labelFont()).horizontalAdvance(text) < 120);
    }

private:
    QString caption(int height, const QStringList& texts)
    {
        m_plot = std::make_unique<QCustomPlot>();
        m_plot->setViewport({ 0, 0, 400, height });
        m_plot->replot();
        fitCaption(*m_plot->yAxis, texts);
        return m_plot->yAxis->label();
    }

    std::unique_ptr<QCustomPlot> m_plot;
};

QTEST_MAIN(TestTickLabels)
#include "tst_tick_labels.moc"
