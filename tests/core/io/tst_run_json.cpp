// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_json.h"
#include "core/run/presets.h"

#include <QtTest/QtTest>

#include <limits>

using namespace latticeq;

class RunJsonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void settingsSurviveTheWayThroughJson();
    void settingsOfTheFirstVersionsMeanLattices();
    void aMissingOrWrongSettingIsNamed();
    void theSummaryHasTheFieldsOfTheDesign();
};

void RunJsonTest::settingsSurviveTheWayThroughJson()
{
    for (const Preset& preset : presets())
        QVERIFY(settingsFromJson(settingsToJson(preset.settings), "test") == preset.settings);
}

void RunJsonTest::settingsOfTheFirstVersionsMeanLattices()
{
    auto json = settingsToJson(findPreset("demo").settings);
    QVERIFY(json.at("scalar_depthwise").get<bool>());
    json.erase("scalar_depthwise");
    QVERIFY(!settingsFromJson(json, "old").scalarDepthwise);
}

void RunJsonTest::aMissingOrWrongSettingIsNamed()
{
    auto json = settingsToJson(RunSettings {});
    json["steps"] = "many";
    try {
        settingsFromJson(json, "file");
        QFAIL("steps was accepted");
    } catch (const std::invalid_argument& error) {
        QVERIFY(QString(error.what()).contains("'steps'"));
    }
}

void RunJsonTest::theSummaryHasTheFieldsOfTheDesign()
{
    RunResult result;
    result.fp32 = AccuracyReport { 93.84, 99.9, 9384, 10000, { 93.3, 94.3 } };
    LayerReport layer;
    layer.sqnrDb = std::numeric_limits<double>::infinity();
    result.layers = { layer };
    result.device = "cuda:0 NVIDIA H100";
    const auto json = resultToJson(result);
    QCOMPARE(resultFromJson(json, "summary.json").device, std::string("cuda:0 NVIDIA H100"));
    for (const char* field : { "fp32", "quantized", "difference", "size", "layers", "settings", "seed", "device", "version", "seconds" })
        QVERIFY2(json.contains(field), field);
    for (const char* field : { "top1", "top5", "correct", "total", "ci95" })
        QVERIFY2(json["fp32"].contains(field), field);
    QVERIFY(json["quantized"].is_null());
    QVERIFY(json["layers"][0]["sqnr_db"].is_null());
}

QTEST_GUILESS_MAIN(RunJsonTest)
#include "tst_run_json.moc"
