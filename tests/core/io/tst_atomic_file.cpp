// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomic_file.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

#include <csignal>
#include <sys/resource.h>

using namespace latticeq;

class AtomicFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsRead();
    void aFailedWriteLeavesTheOldFileAndNothingElse();
    void foldersAndMissingFilesAreNamed();
};

void AtomicFileTest::whatIsWrittenIsRead()
{
    const test::TemporaryFolder folder;
    const std::string bytes("a\0b\n", 4);
    writeFileAtomically(folder.path("file"), "older");
    writeFileAtomically(folder.path("file"), bytes);
    QCOMPARE(readFile(folder.path("file")), bytes);
    QCOMPARE(folder.entries(), QStringList { "file" });
}

void AtomicFileTest::aFailedWriteLeavesTheOldFileAndNothingElse()
{
    const test::TemporaryFolder folder;
    writeFileAtomically(folder.path("file"), "older");
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit before {};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small { 1000, before.rlim_max };
    setrlimit(RLIMIT_FSIZE, &small);
    QVERIFY_EXCEPTION_THROWN(writeFileAtomically(folder.path("file"), std::string(5000, 'x')), std::runtime_error);
    setrlimit(RLIMIT_FSIZE, &before);
    QCOMPARE(readFile(folder.path("file")), std::string("older"));
    QCOMPARE(folder.entries(), QStringList { "file" });
}

void AtomicFileTest::foldersAndMissingFilesAreNamed()
{
    const test::TemporaryFolder folder;
    QVERIFY_EXCEPTION_THROWN(readFile(folder.path("nothing")), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(readFile(folder.path()), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(writeFileAtomically(folder.path(), "x"), std::runtime_error);
    QVERIFY_EXCEPTION_THROWN(writeFileAtomically(folder.path("no/such/file"), "x"), std::runtime_error);
}

QTEST_GUILESS_MAIN(AtomicFileTest)
#include "tst_atomic_file.moc"
