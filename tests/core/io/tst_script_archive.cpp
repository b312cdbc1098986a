// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/script_archive.h"

#include "core/io/atomic_file.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

using namespace latticeq;

class ScriptArchiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyArchivesWithCodeAreModules_data();
    void onlyArchivesWithCodeAreModules();
    void otherFilesAreNone();
};

void ScriptArchiveTest::onlyArchivesWithCodeAreModules_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<bool>("expected");
    QTest::newRow("a scripted module") << "script/dense_scripted.pt" << true;
    QTest::newRow("a traced module") << "script/dense_traced.pt" << true;
    QTest::newRow("a state dictionary") << "checkpoints/plain.pth" << false;
    QTest::newRow("the older layout") << "checkpoints/old_layout.pth" << false;
    QTest::newRow("a safetensors file") << "script/logits.safetensors" << false;
}

void ScriptArchiveTest::onlyArchivesWithCodeAreModules()
{
    QFETCH(QString, file);
    QFETCH(bool, expected);
    const std::filesystem::path path = LATTICEQ_GOLDEN_DIR "/" + file.toStdString();
    QCOMPARE(isScriptFile(path), expected);
    QCOMPARE(isScriptArchive(readFile(path)), expected);
}

void ScriptArchiveTest::otherFilesAreNone()
{
    const test::TemporaryFolder folder;
    writeFileAtomically(folder.path("one"), "P");
    QVERIFY(!isScriptFile(folder.path("one")));
    QVERIFY(!isScriptFile(folder.path("missing")));
    QVERIFY(!isScriptFile(folder.path()));
    QVERIFY(!isScriptArchive(""));
}

QTEST_GUILESS_MAIN(ScriptArchiveTest)
#include "tst_script_archive.moc"
