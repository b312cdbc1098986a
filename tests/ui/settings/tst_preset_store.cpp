// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/presets.h"
#include "ui/settings/preset_store.h"

#include <QTemporaryDir>
#include <QtTest/QtTest>

using namespace latticeq;
using namespace latticeq::ui;

class PresetStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void settingsComeBack_data();
    void settingsComeBack();
    void namesAreListedInOrder();
    void savingAgainReplaces();
    void renamingKeepsTheSettings();
    void renamingRefusesATakenName();
    void removingRemoves();
    void failuresAreSentences();
    void anEmptyFolderHasNoPresets();
};

void PresetStoreTest::settingsComeBack_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : { "mine", "with a space", "a/b\\c", "..", "50 %", "Größe 数", "a.b.json", ".hidden" })
        QTest::newRow(name) << QString::fromUtf8(name);
}

void PresetStoreTest::settingsComeBack()
{
    QFETCH(QString, name);
    QTemporaryDir folder;
    const PresetStore store(folder.filePath("new/folder"));
    RunSettings settings = findPreset("w3a8b8").settings;
    settings.layerBits = { { "layer1.0.conv1", 3 }, { "fc", 32 } };
    settings.seed = 18446744073709551615U;
    settings.timeBudgetSeconds = 90;
    store.save(name, settings);
    QCOMPARE(store.names(), QStringList(name));
    QVERIFY(store.contains(name));
    QVERIFY(store.load(name) == settings);
}

void PresetStoreTest::namesAreListedInOrder()
{
    QTemporaryDir folder;
    const PresetStore store(folder.path());
    for (const char* name : { "gamma", "alpha", "beta" })
        store.save(name, {});
    QCOMPARE(store.names(), QStringList({ "alpha", "beta", "gamma" }));
}

void PresetStoreTest::savingAgainReplaces()
{
    QTemporaryDir folder;
    const PresetStore store(folder.path());
    store.save("mine", {});
    store.save("mine", findPreset("demo").settings);
    QCOMPARE(store.names().size(), 1);
    QVERIFY(store.load("mine") == findPreset("demo").settings);
}

void PresetStoreTest::renamingKeepsTheSettings()
{
    QTemporaryDir folder;
    const PresetStore store(folder.path());
    store.save("old", findPreset("demo").settings);
    store.rename("old", "new");
    QCOMPARE(store.names(), QStringList("new"));
    QVERIFY(store.load("new") == findPreset("demo").settings);
    store.rename("new", "new");
    QCOMPARE(store.names(), QStringList("new"));
}

void PresetStoreTest::renamingRefusesATakenName()
{
    QTemporaryDir folder;
    const PresetStore store(folder.path());
    store.save("one", findPreset("demo").settings);
    store.save("two", {});
    QVERIFY_EXCEPTION_THROWN(store.rename("one", "two"), std::runtime_error);
    QVERIFY(store.load("two") == RunSettings {});
    QVERIFY(store.contains("one"));
}

void PresetStoreTest::removingRemoves()
{
    QTemporaryDir folder;
    const PresetStore store(folder.path());
    store.save("one", {});
    store.remove("one");
    QVERIFY(store.names().isEmpty());
    QVERIFY_EXCEPTION_THROWN(store.remove("one"), std::runtime_error);
}

void PresetStoreTest::failuresAreSentences()
{
    QTemporaryDir folder;
    const PresetStore store(folder.path());
    QFile damaged(folder.filePath("damaged.json"));
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write("{ \"model\": ");
    damaged.close();
    try {
        store.load("damaged");
        QFAIL("a damaged preset was read");
    } catch (const std::runtime_error& error) {
        QVERIFY2(QString(error.what()).startsWith("The preset damaged is damaged: "), error.what());
    }
    QVERIFY_EXCEPTION_THROWN(store.load("missing"), std::runtime_error);
    const PresetStore blocked(folder.filePath("damaged.json"));
    QVERIFY_EXCEPTION_THROWN(blocked.save("x", {}), std::runtime_error);
}

void PresetStoreTest::anEmptyFolderHasNoPresets()
{
    QTemporaryDir folder;
    QVERIFY(PresetStore(folder.filePath("not there")).names().isEmpty());
}

QTEST_GUILESS_MAIN(PresetStoreTest)
#include "tst_preset_store.moc"
