// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/seed_repeats.h"

#include <QtTest/QtTest>

#include <cmath>

using namespace latticeq;

namespace {

RunResult resultOf(uint64_t seed, double top1, double mce, double seconds)
{
    RunResult result;
    result.settings.seed = seed;
    result.quantized = AccuracyReport { top1, 100, 0, 0, {} };
    result.difference = PairedDifference { top1 - 94, {} };
    result.packedBytes = 1000;
    LayerReport layer;
    layer.mce = mce;
    layer.outputMse = 2 * mce;
    result.layers = { layer, layer };
    result.seconds = { { phaseName(Phase::SearchingBases), seconds }, { phaseName(Phase::MeasuringAccuracy), 100 } };
    return result;
}

const RepeatedFigure& figure(const std::vector<RepeatedFigure>& figures, const std::string& name)
{
    const auto found = std::find_if(figures.begin(), figures.end(), [&](const auto& f) { return f.name == name; });
    if (found == figures.end())
        throw std::invalid_argument("no " + name);
    return *found;
}

} // namespace

class SeedRepeatsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSpreadIsThatOfASample();
    void figuresAreThoseOfTheRuns();
    void whatARunDidNotMeasureIsLeftOut();
    void everyRepeatHasItsSeedAndItsFolder();
    void theCsvHasARowForEachRunAndTheSpread();
};

void SeedRepeatsTest::theSpreadIsThatOfASample()
{
    const Spread spread = spreadOf({ 1, 2, 3, 6 });
    QCOMPARE(spread.mean, 3.0);
    QVERIFY(std::abs(spread.deviation - std::sqrt(14.0 / 3)) < 1e-12);
    QCOMPARE(spreadOf({ 5 }).mean, 5.0);
    QCOMPARE(spreadOf({ 5 }).deviation, 0.0);
    QCOMPARE(spreadOf({}).mean, 0.0);
}

void SeedRepeatsTest::figuresAreThoseOfTheRuns()
{
    const auto figures = repeatedFigures({ resultOf(1, 93, 0.5, 3), resultOf(2, 93.5, 0.25, 5) });
    QCOMPARE(figure(figures, "top1").spread.mean, 93.25);
    QCOMPARE(figure(figures, "difference").spread.mean, -0.75);
    QCOMPARE(figure(figures, "mce").values, std::vector<double>({ 1, 0.5 }));
    QCOMPARE(figure(figures, "output_mse").values, std::vector<double>({ 2, 1 }));
    QCOMPARE(figure(figures, "packed_bytes").spread.deviation, 0.0);
    QCOMPARE(figure(figures, "seconds").values, std::vector<double>({ 3, 5 })); // without the evaluation
}

void SeedRepeatsTest::whatARunDidNotMeasureIsLeftOut()
{
    RunResult unmeasured = resultOf(2, 93, 0.5, 3);
    unmeasured.quantized.reset();
    unmeasured.layers[1].outputMse.reset();
    const auto figures = repeatedFigures({ resultOf(1, 93, 0.5, 3), unmeasured });
    QCOMPARE(figures.size(), size_t(4));
    for (const char* name : { "top1", "output_mse" })
        QVERIFY_EXCEPTION_THROWN(figure(figures, name), std::invalid_argument);
    QVERIFY(repeatedFigures({}).empty());
}

void SeedRepeatsTest::everyRepeatHasItsSeedAndItsFolder()
{
    RunSettings settings;
    settings.seed = 7;
    settings.outputFolder = "out";
    const RunSettings third = repeatSettings(settings, 2);
    QCOMPARE(third.seed, uint64_t(9));
    QCOMPARE(third.outputFolder, std::string("out/seed-9"));
    settings.outputFolder.clear();
    QCOMPARE(repeatSettings(settings, 1).outputFolder, std::string());
}

void SeedRepeatsTest::theCsvHasARowForEachRunAndTheSpread()
{
    const QStringList lines = QString::fromStdString(seedsCsv({ resultOf(1, 93, 0.5, 3), resultOf(2, 94, 0.5, 3) }))
                                  .split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines,
        (QStringList { "seed,top1,difference,mce,output_mse,packed_bytes,seconds", "1,93,-1,1,2,1000,3",
            "2,94,0,1,2,1000,3", "mean,93.5,-0.5,1,2,1000,3",
            "standard deviation,0.7071067811865476,0.7071067811865476,0,0,0,0" }));
}

QTEST_GUILESS_MAIN(SeedRepeatsTest)
#include "tst_seed_repeats.moc"
