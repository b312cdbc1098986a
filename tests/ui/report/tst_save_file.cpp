// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/save_file.h"

#include <QtTest>

#include <stdexcept>

using namespace latticeq::ui;

class TestSaveFile : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenReadsBack()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("é 1.csv");
        saveFile(path, "first");
        saveFile(path, "second\n");
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("second\n"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void aFailureNamesTheFileAndLeavesNothing()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("missing/table.csv");
        try {
            saveFile(path, "text");
            QFAIL("nothing was thrown");
        } catch (const std::runtime_error& error) {
            QVERIFY(QString::fromUtf8(error.what()).contains("table.csv"));
        }
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void foldersAreMadeWithThoseAbove()
    {
        const QTemporaryDir folder;
        makeFolder(folder.filePath("a/b/c"));
        QVERIFY(QFileInfo(folder.filePath("a/b/c")).isDir());
    }

    void aFolderCannotStandWhereAFileIs()
    {
        const QTemporaryDir folder;
        saveFile(folder.filePath("file"), "text");
        QVERIFY_EXCEPTION_THROWN(makeFolder(folder.filePath("file/sub")), std::runtime_error);
    }
};

QTEST_MAIN(TestSaveFile)
#include "tst_save_file.moc"
