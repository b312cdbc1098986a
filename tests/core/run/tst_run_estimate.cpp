// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run_estimate.h"
#include "core/run/describe_model.h"
#include "core/run/presets.h"
#include "core/run/run.h"
#include "tests/support/sample_files.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

using namespace latticeq;

class RunEstimateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aRunKeepsWhatWasEstimated();
    void moreWorkTakesLonger();
    void aTimeBudgetLimitsTheSearch();
    void layersLeftAloneCostNothingToSearch();
    void theMeasuredSpeedGivesBackTheSeconds();
    void aRunWithoutTimesTellsNoSpeed();

private:
    double seconds(const RunSettings& settings, Phase phase, int threads = 2) const
    {
        return estimateRun(m_model, settings, 1000, 100, threads, {}).seconds.at(phase);
    }

    RunSettings m_settings = findPreset("demo").settings;
    ModelDescription m_model;
};

void RunEstimateTest::initTestCase()
{
    m_model = describeModel(m_settings);
}

void RunEstimateTest::aRunKeepsWhatWasEstimated()
{
    const test::TemporaryFolder folder;
    const RunSettings settings = test::quickSettings(folder.path("run"));
    const RunEstimate estimate = estimateRun(m_model, settings, 200, 32, 2, {});
    RunControl control;
    const RunResult result = run(settings, [](const RunEvent&) {}, control);
    QCOMPARE(estimate.layerEffectiveBits.size(), result.layers.size());
    for (size_t i = 0; i < result.layers.size(); ++i)
        QCOMPARE(estimate.layerEffectiveBits[i], result.layers[i].effectiveBits);
    QCOMPARE(estimate.effectiveBits, result.effectiveBits);
    const double ratio = double(estimate.packedBytes) / double(result.packedBytes);
    qInfo("estimated %lld of %lld bytes, %.4f", (long long)estimate.packedBytes, (long long)result.packedBytes, ratio);
    QVERIFY(std::abs(ratio - 1) < 0.015);
}

void RunEstimateTest::moreWorkTakesLonger()
{
    RunSettings longer = m_settings;
    longer.steps *= 10;
    QVERIFY(seconds(longer, Phase::SearchingBases) > 5 * seconds(m_settings, Phase::SearchingBases));
    QCOMPARE(seconds(m_settings, Phase::SearchingBases, 4) * 2, seconds(m_settings, Phase::SearchingBases, 2));
    const RunEstimate few = estimateRun(m_model, m_settings, 100, 10, 2, {});
    const RunEstimate many = estimateRun(m_model, m_settings, 200, 10, 2, {});
    QCOMPARE(many.seconds.at(Phase::MeasuringAccuracy), 2 * few.seconds.at(Phase::MeasuringAccuracy));
    double sum = 0;
    for (const auto& [phase, phaseSeconds] : many.seconds)
        sum += phaseSeconds;
    QCOMPARE(many.totalSeconds(), sum);
}

void RunEstimateTest::aTimeBudgetLimitsTheSearch()
{
    RunSettings settings = m_settings;
    settings.steps = 1'000'000;
    settings.timeBudgetSeconds = 30;
    QCOMPARE(seconds(settings, Phase::SearchingBases), 30.0);
}

void RunEstimateTest::layersLeftAloneCostNothingToSearch()
{
    LayerPlan plan = planLayers(m_model.layers, m_settings, [](const std::string&) {})[4];
    const double before = searchCost(plan);
    plan.n = 1;
    QVERIFY(searchCost(plan) > 0 && searchCost(plan) < before);
    plan.bits = kFullPrecisionBits;
    QCOMPARE(searchCost(plan), 0.0);
}

void RunEstimateTest::theMeasuredSpeedGivesBackTheSeconds()
{
    const std::map<std::string, double> measured { { phaseName(Phase::MeasuringFullPrecision), 5.0 },
        { phaseName(Phase::SearchingBases), 12.0 }, { phaseName(Phase::MeasuringAccuracy), 5.0 } };
    const MachineSpeed speed = measuredSpeed(m_model, m_settings, 1000, 2, measured);
    const RunEstimate estimate = estimateRun(m_model, m_settings, 1000, 100, 2, speed);
    QVERIFY(std::abs(estimate.seconds.at(Phase::SearchingBases) - 12) < 1e-9);
    QVERIFY(std::abs(estimate.seconds.at(Phase::MeasuringAccuracy) - 5) < 1e-9);
    std::map<std::string, double> remembered = measured;
    remembered[phaseName(Phase::MeasuringFullPrecision)] = 0.001; // nothing was measured then
    const MachineSpeed same = measuredSpeed(m_model, m_settings, 1000, 2, remembered);
    QCOMPARE(same.multiplyAddsPerSecond, speed.multiplyAddsPerSecond);
}

void RunEstimateTest::aRunWithoutTimesTellsNoSpeed()
{
    const MachineSpeed speed = measuredSpeed(m_model, m_settings, 0, 2, {});
    QCOMPARE(speed.candidateWeightsPerSecond, MachineSpeed {}.candidateWeightsPerSecond);
    QCOMPARE(speed.multiplyAddsPerSecond, MachineSpeed {}.multiplyAddsPerSecond);
}

QTEST_GUILESS_MAIN(RunEstimateTest)
#include "tst_run_estimate.moc"
