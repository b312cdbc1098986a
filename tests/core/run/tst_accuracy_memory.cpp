// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomic_file.h"
#include "core/run/accuracy_memory.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

#include <chrono>

using namespace latticeq;

namespace {

namespace fs = std::filesystem;

Accuracy sampleAccuracy()
{
    Accuracy accuracy;
    accuracy.correctImages = { true, false, true, true, false };
    accuracy.correct = 3;
    accuracy.correctTop5 = 4;
    accuracy.total = 5;
    accuracy.unreadable = { 2, 6 };
    return accuracy;
}

std::vector<fs::path> filesOf(const fs::path& folder)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder))
        files.push_back(entry.path());
    return files;
}

} // namespace

class AccuracyMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptIsFoundAgain();
    void damagedFilesCountAsMissingAndAreRewritten_data();
    void damagedFilesCountAsMissingAndAreRewritten();
    void theOldestAreDropped();
    void theUsersFolderFollowsTheEnvironment();
};

void AccuracyMemoryTest::whatIsKeptIsFoundAgain()
{
    const test::TemporaryFolder folder;
    const AccuracyMemory memory(folder.path("new/folder"));
    QVERIFY(!memory.find("a key"));
    memory.keep("a key", sampleAccuracy());
    const auto found = AccuracyMemory(folder.path("new/folder")).find("a key");
    QVERIFY(found && !memory.find("another key"));
    QCOMPARE(found->accuracy.correctImages, sampleAccuracy().correctImages);
    QCOMPARE(found->accuracy.unreadable, sampleAccuracy().unreadable);
    QVERIFY(found->accuracy.correct == 3 && found->accuracy.correctTop5 == 4 && found->accuracy.total == 5);
    QVERIFY(QString::fromStdString(found->date).endsWith(" UTC"));
}

void AccuracyMemoryTest::damagedFilesCountAsMissingAndAreRewritten_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("half a file") << QByteArray("\"correct_top5\"") << QByteArray();
    QTest::newRow("another key") << QByteArray("a key") << QByteArray("b key");
    QTest::newRow("a count that does not fit the images")
        << QByteArray("\"correct\": 3") << QByteArray("\"correct\": 4");
    QTest::newRow("an image too few") << QByteArray("\"10110\"") << QByteArray("\"1011\"");
    QTest::newRow("a text where a number is expected") << QByteArray("\"total\": 5") << QByteArray("\"total\": \"5\"");
}

void AccuracyMemoryTest::damagedFilesCountAsMissingAndAreRewritten()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    const test::TemporaryFolder folder;
    const AccuracyMemory memory(folder.path());
    memory.keep("a key", sampleAccuracy());
    const fs::path file = filesOf(folder.path()).front();
    QByteArray bytes = QByteArray::fromStdString(readFile(file));
    QVERIFY(bytes.contains(from));
    bytes = to.isEmpty() ? bytes.left(bytes.indexOf(from)) : bytes.replace(from, to);
    writeFileAtomically(file, bytes.toStdString());
    QVERIFY(!memory.find("a key"));
    memory.keep("a key", sampleAccuracy());
    QVERIFY(memory.find("a key"));
    QCOMPARE(filesOf(folder.path()).size(), size_t(1));
}

void AccuracyMemoryTest::theOldestAreDropped()
{
    const test::TemporaryFolder folder;
    const AccuracyMemory memory(folder.path());
    memory.keep("the oldest", sampleAccuracy());
    fs::last_write_time(filesOf(folder.path()).front(), fs::file_time_type::clock::now() - std::chrono::hours(1));
    for (size_t i = 1; i <= kMostAccuracies; ++i)
        memory.keep("key " + std::to_string(i), sampleAccuracy());
    QCOMPARE(filesOf(folder.path()).size(), kMostAccuracies);
    QVERIFY(!memory.find("the oldest") && memory.find("key 1"));
}

void AccuracyMemoryTest::theUsersFolderFollowsTheEnvironment()
{
    qputenv("XDG_CACHE_HOME", "/some/where");
    QCOMPARE(userAccuracyFolder(), fs::path("/some/where/latticeq/accuracies"));
    qputenv("XDG_CACHE_HOME", "not/absolute");
    qputenv("HOME", "/home/someone");
    QCOMPARE(userAccuracyFolder(), fs::path("/home/someone/.cache/latticeq/accuracies"));
}

QTEST_GUILESS_MAIN(AccuracyMemoryTest)
#include "tst_accuracy_memory.moc"
