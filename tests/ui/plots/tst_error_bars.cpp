// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/error_bars.h"

#include "tests/ui/sample_runs.h"

#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;

class TestErrorBars : public QObject
{
    Q_OBJECT
private slots:
    void theFormFollowsTheWidth_data()
    {
        QTest::addColumn<double>("pixels");
        QTest::addColumn<int>("form");
        QTest::newRow("14 pixels: side by side") << 14.0 << static_cast<int>(BarForm::SideBySide);
        QTest::newRow("13 pixels: caps") << 13.0 << static_cast<int>(BarForm::Caps);
        QTest::newRow("5 pixels: caps") << 5.0 << static_cast<int>(BarForm::Caps);
        QTest::newRow("4 pixels: steps") << 4.0 << static_cast<int>(BarForm::Steps);
    }
    void theFormFollowsTheWidth()
    {
        QFETCH(const double, pixels);
        QFETCH(const int, form);
        QCOMPARE(static_cast<int>(barForm(pixels)), form);
    }

    void barHeightsAreTheReports()
    {
        const RunDocumentPtr run = test::sampleRun(QStringLiteral("a"), 8);
        draw({ run }, ErrorScale { false, 0, 1, 0 });
        const auto* lattice = bars("lattice");
        const auto* scalar = bars("scalar");
        QCOMPARE(lattice->dataCount(), 8);
        for (int i = 0; i < 8; ++i) {
            const LayerReport& report = run->layers()[static_cast<size_t>(i)].report;
            QCOMPARE(lattice->dataMainValue(i), report.mce);
            QCOMPARE(scalar->dataMainValue(i), report.scalarMce);
            QCOMPARE(lattice->dataMainKey(i), i + 1.0);
        }
        QCOMPARE(lattice->brush().color(), Theme::light().runs[0]);
        QCOMPARE(scalar->brush().style(), Qt::NoBrush);
    }

    void onALogAxisSmallValuesAreMarksOnTheFloor()
    {
        const RunDocumentPtr run = test::sampleRun(QStringLiteral("a"), 8);
        draw({ run }, ErrorScale { true, 1e-7, 1e-4, 0 });
        const auto* lattice = bars("lattice");
        QCOMPARE(lattice->baseValue(), 1e-7);
        QCOMPARE(lattice->dataCount(), 6); // the first and the last layer have 8 bits
        const auto* below = m_plot->findChild<QCPGraph*>(QStringLiteral("below the axis"));
        QCOMPARE(below->dataCount(), 2);
        QVERIFY(below->dataMainValue(0) > 1e-7);
        for (int i = 0; i < m_plot->plottableCount(); ++i) {
            const auto* data = m_plot->plottable(i)->interface1D();
            for (int k = 0; data && k < data->dataCount(); ++k)
                QVERIFY(!(data->dataMainValue(k) <= 0));
        }
    }

    void eachFormShowsItsOwnMarks()
    {
        draw({ test::sampleRun(QStringLiteral("a"), 8) }, ErrorScale { false, 0, 1, 0 });
        m_bars->arrange(20);
        QVERIFY(bars("scalar")->visible());
        QCOMPARE(bars("lattice")->width(), 0.4);
        m_bars->arrange(8);
        QVERIFY(!bars("scalar")->visible());
        QVERIFY(m_plot->findChild<QCPErrorBars*>(QStringLiteral("scalar caps"))->visible());
        QCOMPARE(bars("lattice")->width(), 0.8);
        m_bars->arrange(3);
        QVERIFY(!bars("lattice")->visible());
        QVERIFY(m_plot->findChild<QCPGraph*>(QStringLiteral("lattice steps"))->visible());
        QVERIFY(m_plot->findChild<QCPGraph*>(QStringLiteral("scalar steps"))->visible());
    }

    void upToThreeRunsStandSideBySideMoreAreMarkers()
    {
        QList<RunDocumentPtr> runs;
        for (int i = 0; i < 3; ++i) {
            runs.append(test::sampleRun(QString::number(i), 8, static_cast<uint64_t>(i) + 1));
            runs.last()->colorSlot = i;
        }
        draw(runs, ErrorScale { false, 0, 1, 0 });
        m_bars->arrange(20);
        QVERIFY(bars("other bars")->visible());
        QCOMPARE(bars("other bars")->dataMainValue(3), runs[1]->layers()[3].report.mce);
        QCOMPARE(m_plot->legend->itemCount(), 4); // three runs and scalar rounding
        m_bars->arrange(10);
        QVERIFY(!bars("other bars")->visible());
        QVERIFY(m_plot->findChild<QCPGraph*>(QStringLiteral("other markers"))->visible());
        runs.append(test::sampleRun(QStringLiteral("3"), 8, 4));
        draw(runs, ErrorScale { false, 0, 1, 0 });
        m_bars->arrange(20);
        QVERIFY(!bars("other bars")->visible());
    }

    void layersOfAnotherNetworkAreLeftOut()
    {
        const RunDocumentPtr small = test::sampleRun(QStringLiteral("small"), 4);
        const RunDocumentPtr large = test::sampleRun(QStringLiteral("large"), 12);
        draw({ small, large }, ErrorScale { false, 0, 1, 0 });
        QCOMPARE(bars("other bars")->dataCount(), 4);
    }

    void valuesOfSearchedLayersLeaveFixedOnesOut()
    {
        const RunDocumentPtr run = test::sampleRun(QStringLiteral("a"), 8);
        QCOMPARE(ErrorBars::values({ run }, ErrorMetric::MeanSquaredError, false).size(), size_t { 8 });
        QCOMPARE(ErrorBars::values({ run }, ErrorMetric::MeanSquaredError, true).size(), size_t { 6 });
    }

private:
    void draw(const QList<RunDocumentPtr>& runs, const ErrorScale& scale)
    {
        m_bars.reset();
        m_plot = std::make_unique<QCustomPlot>();
        m_plot->yAxis->setScaleType(scale.log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
        m_bars = std::make_unique<ErrorBars>(*m_plot);
        m_bars->fill(Theme::light(), runs, runs.first(), ErrorMetric::CubicError, scale);
        m_bars->arrange(20);
    }
    QCPBars* bars(const char* name) const { return m_plot->findChild<QCPBars*>(QString::fromLatin1(name)); }

    std::unique_ptr<QCustomPlot> m_plot;
    std::unique_ptr<ErrorBars> m_bars;
};

QTEST_MAIN(TestErrorBars)
#include "tst_error_bars.moc"
