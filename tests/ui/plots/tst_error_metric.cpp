// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/error_metric.h"

#include "tests/ui/sample_runs.h"

#include <QTest>

using namespace latticeq::ui;

class TestErrorMetric : public QObject
{
    Q_OBJECT
private slots:
    void aFinishedLayerHasEveryMetric()
    {
        const RunDocumentPtr run = test::sampleRun(QStringLiteral("a"));
        const LayerState& layer = run->layers()[2];
        QCOMPARE(metricOf(layer, ErrorMetric::CubicError).value(), layer.report.mce);
        QCOMPARE(metricOf(layer, ErrorMetric::MeanSquaredError).value(), layer.report.mse);
        QCOMPARE(metricOf(layer, ErrorMetric::SignalToNoise).value(), layer.report.sqnrDb);
        QCOMPARE(metricOf(layer, ErrorMetric::OutputError).value(), layer.report.outputMse.value());
        QCOMPARE(scalarOf(layer, ErrorMetric::CubicError).value(), layer.report.scalarMce);
        QVERIFY(!scalarOf(layer, ErrorMetric::MeanSquaredError));
    }

    void aSearchedLayerHasItsBestSoFar()
    {
        LayerState layer;
        layer.status = LayerState::Status::Searching;
        layer.report.weights = 10;
        QVERIFY(!metricOf(layer, ErrorMetric::CubicError));
        layer.convergence = { { 0, 1, 9.0 }, { -1, 1, 5.0 } };
        QCOMPARE(metricOf(layer, ErrorMetric::CubicError).value(), 0.5);
        QVERIFY(!metricOf(layer, ErrorMetric::SignalToNoise));
        QVERIFY(!scalarOf(layer, ErrorMetric::CubicError));
    }

    void aPlannedLayerHasNone()
    {
        for (const ErrorMetric metric : kErrorMetrics)
            QVERIFY(!metricOf(LayerState {}, metric));
    }

    void theWorstLayerHasTheLargestErrorOrTheLeastSignal()
    {
        const RunDocumentPtr run = test::sampleRun(QStringLiteral("a"), 12);
        const int worst = worstLayer(*run, ErrorMetric::CubicError);
        QCOMPARE(run->layers()[static_cast<size_t>(worst)].name(), run->worstLayer());
        const int quietest = worstLayer(*run, ErrorMetric::SignalToNoise);
        for (const LayerState& layer : run->layers()) {
            if (layer.searched)
                QVERIFY(layer.report.sqnrDb >= run->layers()[static_cast<size_t>(quietest)].report.sqnrDb);
        }
        QCOMPARE(worstLayer(RunDocument(test::sampleSettings()), ErrorMetric::CubicError), -1);
    }

    void wordsNameLayerValueAndGain()
    {
        const RunDocumentPtr run = test::sampleRun(QStringLiteral("a"));
        const QString words = layerWords(*run, 2, ErrorMetric::CubicError);
        QVERIFY(words.startsWith(QStringLiteral("3 ") + run->layers()[2].name()));
        QVERIFY(words.contains(QStringLiteral("−60 %")));
        QVERIFY(words.contains(QStringLiteral("bits per weight")));
        QVERIFY(layerWords(*run, 2, ErrorMetric::SignalToNoise).contains(QStringLiteral("dB")));
        RunDocument planned(test::sampleSettings());
        planned.plan(test::sampleModel());
        QVERIFY(layerWords(planned, 0, ErrorMetric::CubicError).contains(QStringLiteral("not yet")));
    }

    void everyMetricHasATitleAndAMeaning()
    {
        QSet<QString> titles;
        for (const ErrorMetric metric : kErrorMetrics) {
            titles.insert(metricTitle(metric));
            QVERIFY(metricMeaning(metric).size() > metricTitle(metric).size());
        }
        QCOMPARE(titles.size(), 4);
    }
};

QTEST_MAIN(TestErrorMetric)
#include "tst_error_metric.moc"
