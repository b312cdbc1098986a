// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/presets.h"
#include "ui/settings/preset_bar.h"
#include "ui/settings/settings_state.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QStandardItemModel>
#include <QTemporaryDir>
#include <QtTest/QtTest>

using namespace latticeq;
using namespace latticeq::ui;

class PresetBarTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void builtInPresetsAreApplied_data();
    void builtInPresetsAreApplied();
    void anEditMakesItCustomAndUndoBringsThePresetBack();
    void deviceAndThreadsStay();
    void ownPresetsAreSavedAppliedRenamedAndRemoved();
    void ownPresetsAreThereAfterARestart();
    void failuresAreShown();
    void damagedPresetsCannotBeChosen();
    void onlyOwnPresetsAreRenamedOrRemoved();

private:
    QComboBox& box() const { return *m_bar->findChild<QComboBox*>("preset"); }
    void choose(const QString& text);
    void edit(const std::function<void(RunSettings&)>& edit);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SettingsState> m_state;
    std::unique_ptr<PresetBar> m_bar;
};

void PresetBarTest::init()
{
    m_bar.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_state = std::make_unique<SettingsState>();
    m_bar = std::make_unique<PresetBar>(*m_state, PresetStore(m_folder->path()));
}

void PresetBarTest::choose(const QString& text)
{
    const int row = box().findText(text);
    QVERIFY2(row >= 0, qPrintable(text));
    box().setCurrentIndex(row);
    emit box().activated(row);
}

void PresetBarTest::edit(const std::function<void(RunSettings&)>& edit)
{
    RunSettings settings = m_state->settings();
    edit(settings);
    m_state->change("Test", settings);
}

void PresetBarTest::builtInPresetsAreApplied_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    QTest::newRow("demo") << "Demo"
                          << "demo";
    QTest::newRow("published, quick") << "W4A8B8, quick"
                                      << "w4a8b8";
    QTest::newRow("published, full") << "W4A8B8, full"
                                     << "w4a8b8-full";
    QTest::newRow("four bits everywhere") << "W4A4B4"
                                          << "w4a4b4";
    QTest::newRow("three bits") << "W3A8B8"
                                << "w3a8b8";
}

void PresetBarTest::builtInPresetsAreApplied()
{
    QFETCH(QString, title);
    QFETCH(QString, name);
    edit([](RunSettings& s) { s.weightBits = 7; });
    choose(title);
    QVERIFY(m_state->settings() == findPreset(name.toStdString()).settings);
    QCOMPARE(box().currentText(), title);
}

void PresetBarTest::anEditMakesItCustomAndUndoBringsThePresetBack()
{
    QCOMPARE(box().currentText(), "Demo");
    edit([](RunSettings& s) { s.weightBits = 7; });
    QCOMPARE(box().currentText(), "Custom");
    m_state->undoStack().undo();
    QCOMPARE(box().currentText(), "Demo");
    QVERIFY(box().findText("Custom") < 0);
}

void PresetBarTest::deviceAndThreadsStay()
{
    edit([](RunSettings& s) {
        s.device = "cpu";
        s.threads = 1;
    });
    QCOMPARE(box().currentText(), "Demo");
    choose("W3A8B8");
    QCOMPARE(m_state->settings().device, "cpu");
    QCOMPARE(m_state->settings().threads, 1);
    QCOMPARE(m_state->settings().weightBits, 3);
}

void PresetBarTest::ownPresetsAreSavedAppliedRenamedAndRemoved()
{
    edit([](RunSettings& s) { s.weightBits = 2; });
    QVERIFY(m_bar->save("Two bits"));
    QCOMPARE(m_bar->currentOwn(), "Two bits");
    QCOMPARE(box().currentText(), "Two bits");
    choose("Demo");
    QCOMPARE(m_bar->currentOwn(), QString());
    choose("Two bits");
    QCOMPARE(m_state->settings().weightBits, 2);
    QVERIFY(m_bar->rename("Two bits", "2"));
    QCOMPARE(box().currentText(), "2");
    QVERIFY(m_bar->remove("2"));
    QCOMPARE(box().currentText(), "Custom");
    QCOMPARE(m_state->settings().weightBits, 2);
}

void PresetBarTest::ownPresetsAreThereAfterARestart()
{
    edit([](RunSettings& s) { s.layerBits["fc"] = 32; });
    QVERIFY(m_bar->save("mine"));
    SettingsState state;
    PresetBar other(state, PresetStore(m_folder->path()));
    QVERIFY(other.findChild<QComboBox*>("preset")->findText("mine") >= 0);
}

void PresetBarTest::failuresAreShown()
{
    const auto* line = m_bar->findChild<QLabel*>("preset.failure");
    QVERIFY(m_bar->save("one"));
    QVERIFY(m_bar->save("two"));
    QVERIFY(line->isHidden());
    QVERIFY(!m_bar->rename("one", "two"));
    QVERIFY(!line->isHidden());
    QVERIFY2(line->text().contains("two"), qPrintable(line->text()));
    QVERIFY(m_bar->rename("one", "three"));
    QVERIFY(line->isHidden());
}

void PresetBarTest::damagedPresetsCannotBeChosen()
{
    QFile file(m_folder->filePath("broken.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[]");
    file.close();
    SettingsState state;
    PresetBar bar(state, PresetStore(m_folder->path()));
    auto* box = bar.findChild<QComboBox*>("preset");
    const auto* item = qobject_cast<QStandardItemModel*>(box->model())->item(box->findText("broken"));
    QVERIFY(!item->isEnabled());
    QVERIFY(item->toolTip().contains("damaged"));
}

void PresetBarTest::onlyOwnPresetsAreRenamedOrRemoved()
{
    const auto* rename = m_bar->findChild<QAction*>("preset.rename");
    const auto* remove = m_bar->findChild<QAction*>("preset.remove");
    QVERIFY(!rename->isEnabled() && !remove->isEnabled());
    edit([](RunSettings& s) { s.weightBits = 2; });
    QVERIFY(m_bar->save("mine"));
    QVERIFY(rename->isEnabled() && remove->isEnabled());
}

QTEST_MAIN(PresetBarTest)
#include "tst_preset_bar.moc"
