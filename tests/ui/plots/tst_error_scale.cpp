// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/error_scale.h"

#include <qcustomplot.h>

#include <QTest>

#include <limits>

using namespace latticeq::ui;

class TestErrorScale : public QObject
{
    Q_OBJECT
private slots:
    void autoLooksAtTheSearchedLayersAlone()
    {
        const ErrorScale scale = errorScale({ 1e-6, 2e-5 }, { 1e-9, 1e-6, 2e-5 }, ScaleChoice::Auto);
        QVERIFY2(!scale.log, "a fixed layer of 8 bits does not stretch the axis");
        QCOMPARE(scale.lower, 0.0);
        QVERIFY(scale.upper > 2e-5);
        QCOMPARE(scale.exponent, -6);
    }

    void autoIsLogarithmicFromAFactorOfThirtyOn()
    {
        QVERIFY(!errorScale({ 1, 29 }, { 1, 29 }, ScaleChoice::Auto).log);
        const ErrorScale scale = errorScale({ 1, 31 }, { 1e-3, 1, 31 }, ScaleChoice::Auto);
        QVERIFY(scale.log);
        QCOMPARE(scale.lower, 0.1);
    }

    void aLogAxisNeverGetsZero_data()
    {
        QTest::addColumn<std::vector<double>>("values");
        QTest::newRow("nothing known") << std::vector<double> {};
        QTest::newRow("all zero") << std::vector<double> { 0, 0 };
        QTest::newRow("zero among others") << std::vector<double> { 0, 1e-6, 1e-3 };
        QTest::newRow("one value") << std::vector<double> { 5e-7 };
        QTest::newRow("infinite") << std::vector<double> { std::numeric_limits<double>::infinity(), 1e-6 };
    }
    void aLogAxisNeverGetsZero()
    {
        QFETCH(const std::vector<double>, values);
        const ErrorScale scale = errorScale(values, values, ScaleChoice::Log);
        QVERIFY(!scale.log || scale.lower > 0);
        QVERIFY(scale.upper > scale.lower);
        QVERIFY(std::isfinite(scale.upper));
    }

    void theChoiceIsKept()
    {
        QVERIFY(errorScale({ 1, 2 }, { 1, 2 }, ScaleChoice::Log).log);
        QVERIFY(!errorScale({ 1, 2000 }, { 1, 2000 }, ScaleChoice::Linear).log);
    }

    void decibelsStartAtZero()
    {
        const ErrorScale scale = decibelScale({ 21.4, 40, std::numeric_limits<double>::infinity() });
        QVERIFY(!scale.log);
        QCOMPARE(scale.lower, 0.0);
        QVERIFY(scale.upper > 40 && scale.upper < 60);
        QVERIFY(decibelScale({ -3 }).lower < -3);
    }

    void anAxisTakesTypeAndNumbers()
    {
        QCustomPlot plot;
        plot.resize(300, 300);
        applyErrorScale(*plot.yAxis, { false, 0, 2e-5, -6 });
        plot.yAxis->setRange(0, 2e-5);
        plot.replot();
        QVERIFY(plot.yAxis->tickVectorLabels().contains(QStringLiteral("10")));
        applyErrorScale(*plot.yAxis, { true, 1e-7, 2e-5, 0 });
        plot.yAxis->setRange(1e-7, 2e-5);
        plot.replot();
        QCOMPARE(plot.yAxis->scaleType(), QCPAxis::stLogarithmic);
        QVERIFY(plot.yAxis->tickVectorLabels().contains(QStringLiteral("10⁻⁶")));
    }
};

QTEST_MAIN(TestErrorScale)
#include "tst_error_scale.moc"
