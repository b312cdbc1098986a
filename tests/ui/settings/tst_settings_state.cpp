// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/presets.h"
#include "ui/settings/settings_state.h"

#include <QtTest/QtTest>

#include <functional>

using namespace latticeq;
using namespace latticeq::ui;

class SettingsStateTest : public QObject
{
    Q_OBJECT

private slots:
    void startsFromTheDemo();
    void editsAreUndoneAndRedone();
    void consecutiveEditsOfOneControlAreUndoneTogether();
    void editsThatMayNotMergeAreUndoneOneByOne();
    void turningBackLeavesNothingToUndo();
    void equalSettingsChangeNothing();
    void layerBitsComeAndGo();
    void layersAreUndoneByThemselves();
    void problemsAreSentences_data();
    void problemsAreSentences();
};

namespace {

RunSettings withBits(RunSettings settings, int bits)
{
    settings.weightBits = bits;
    return settings;
}

} // namespace

void SettingsStateTest::startsFromTheDemo()
{
    const SettingsState state;
    QVERIFY(state.settings() == findPreset("demo").settings);
    QCOMPARE(state.problem(), QString());
}

void SettingsStateTest::editsAreUndoneAndRedone()
{
    SettingsState state;
    QSignalSpy changed(&state, &SettingsState::changed);
    const RunSettings before = state.settings();
    state.change("Bits", withBits(before, 3));
    QCOMPARE(state.settings().weightBits, 3);
    QCOMPARE(state.undoStack().undoText(), "Bits");
    state.undoStack().undo();
    QVERIFY(state.settings() == before);
    state.undoStack().redo();
    QCOMPARE(state.settings().weightBits, 3);
    QCOMPARE(changed.count(), 3);
}

void SettingsStateTest::consecutiveEditsOfOneControlAreUndoneTogether()
{
    SettingsState state;
    for (const int bits : { 5, 6, 7 })
        state.change("Bits", withBits(state.settings(), bits), SettingsState::Merge::Yes);
    QCOMPARE(state.undoStack().count(), 1);
    RunSettings other = state.settings();
    other.steps = 3;
    state.change("Steps", other, SettingsState::Merge::Yes);
    QCOMPARE(state.undoStack().count(), 2);
    state.undoStack().undo();
    QCOMPARE(state.settings().weightBits, 7);
    state.undoStack().undo();
    QCOMPARE(state.settings().weightBits, 4);
}

void SettingsStateTest::editsThatMayNotMergeAreUndoneOneByOne()
{
    SettingsState state;
    state.change("Bits", withBits(state.settings(), 5));
    state.change("Bits", withBits(state.settings(), 6));
    state.undoStack().undo();
    QCOMPARE(state.settings().weightBits, 5);
}

void SettingsStateTest::turningBackLeavesNothingToUndo()
{
    SettingsState state;
    state.change("Bits", withBits(state.settings(), 5), SettingsState::Merge::Yes);
    state.change("Bits", withBits(state.settings(), 4), SettingsState::Merge::Yes);
    QVERIFY(!state.undoStack().canUndo());
    QCOMPARE(state.settings().weightBits, 4);
}

void SettingsStateTest::equalSettingsChangeNothing()
{
    SettingsState state;
    QSignalSpy changed(&state, &SettingsState::changed);
    state.change("Bits", state.settings());
    QCOMPARE(changed.count(), 0);
    QVERIFY(!state.undoStack().canUndo());
}

void SettingsStateTest::layerBitsComeAndGo()
{
    SettingsState state;
    state.setLayerBits("layer1.0.conv1", 3);
    QCOMPARE(state.settings().layerBits.at("layer1.0.conv1"), 3);
    state.setLayerBits("fc", 32);
    state.setLayerBits("layer1.0.conv1", std::nullopt);
    QCOMPARE(state.settings().layerBits.size(), size_t(1));
    state.undoStack().undo();
    QCOMPARE(state.settings().layerBits.at("layer1.0.conv1"), 3);
    state.setLayerBits("unknown", std::nullopt);
    QCOMPARE(state.settings().layerBits.size(), size_t(2));
}

void SettingsStateTest::layersAreUndoneByThemselves()
{
    SettingsState state;
    state.setLayerBits("a", 3);
    state.setLayerBits("a", 2);
    state.setLayerBits("b", 5);
    state.undoStack().undo();
    QVERIFY(state.settings().layerBits == (std::map<std::string, int> { { "a", 2 } }));
    state.undoStack().undo();
    QVERIFY(state.settings().layerBits.empty());
}

void SettingsStateTest::problemsAreSentences_data()
{
    using Edit = std::function<void(RunSettings&)>;
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("too many bits") << Edit([](RunSettings& s) { s.weightBits = 9; }) << "--bitsW is 9";
    QTest::newRow("weights that are not there")
        << Edit([](RunSettings& s) { s.weights = "/nowhere/model.pth"; }) << "/nowhere/model.pth does not exist";
    QTest::newRow("data that is not there")
        << Edit([](RunSettings& s) { s.data = "/nowhere/data"; }) << "/nowhere/data does not exist";
    QTest::newRow("calibration data that is not there")
        << Edit([](RunSettings& s) { s.calibrationData = "/nowhere/else"; }) << "/nowhere/else does not exist";
    const auto withoutData = [](RunSettings& s) {
        s.model = "resnet18";
        s.data.clear();
    };
    QTest::newRow("activations without images") << Edit(withoutData) << "calibration images";
    QTest::newRow("weights alone without images") << Edit([=](RunSettings& s) {
        withoutData(s);
        s.quantizeActivations = false;
    }) << "";
    QTest::newRow("the demo's own images") << Edit([](RunSettings& s) { s.data.clear(); }) << "";
}

void SettingsStateTest::problemsAreSentences()
{
    QFETCH(std::function<void(RunSettings&)>, edit);
    QFETCH(QString, mentions);
    SettingsState state;
    RunSettings settings = state.settings();
    edit(settings);
    state.change("Edit", settings);
    if (mentions.isEmpty())
        QCOMPARE(state.problem(), QString());
    QVERIFY2(state.problem().contains(mentions), qPrintable(state.problem()));
}

QTEST_GUILESS_MAIN(SettingsStateTest)
#include "tst_settings_state.moc"
