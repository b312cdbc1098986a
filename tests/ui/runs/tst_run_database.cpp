// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_runs.h"
#include "ui/runs/run_database.h"
#include "ui/runs/run_records.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QtTest>

using namespace latticeq;
using namespace latticeq::ui;

namespace {

RunRecord recordNamed(const QString& id, const QString& name)
{
    RunRecord record = recordOf(*test::sampleRun(id));
    record.name = name;
    return record;
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void runSql(const QString& path, const QString& statement)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(path);
        QVERIFY(database.open());
        QVERIFY(QSqlQuery(database).exec(statement));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
}

} // namespace

class TestRunDatabase : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(QStringLiteral("data/runs.sqlite"));
    }
    void keepsEveryFieldOfARun();
    void keepsUnicodeAndEmptyTexts();
    void keepsWhatTheUserGaveWhenResultsCome();
    void tellsWhenARunToUpdateIsGone();
    void findsARunByItsFolder();
    void forgetsRemovedRuns();
    void pinsInOrderAndNeverMoreThanEight();
    void givesPinnedRunsDifferentColors();
    void twoWindowsShareOneFile();
    void movesADamagedFileAside_data();
    void movesADamagedFileAside();
    void onlyReadsANewerVersion();
    void staysUsableWhereNoFileCanBe();
    void fillsInSettingsOfAnOlderVersion();
    void skipsARunWhoseSettingsAreUnreadable();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

void TestRunDatabase::keepsEveryFieldOfARun()
{
    RunRecord record = recordNamed(QStringLiteral("a"), QStringLiteral("first"));
    record.settings.layerBits = { { "conv1", 5 } };
    record.folder = recordedFolder(m_dir->filePath(QStringLiteral("run")));
    record.settings.outputFolder = record.folder.toStdString();
    record.settings.device = RunSettings {}.device; // where it ran stands in the record itself
    record.settings.threads = 0;
    record.note = QStringLiteral("a note");
    {
        RunDatabase database(m_path);
        QVERIFY2(database.notice().isEmpty(), qPrintable(database.notice()));
        QVERIFY(database.insert(record));
    }
    RunDatabase database(m_path);
    const auto read = database.find(QStringLiteral("a"));
    QVERIFY(read.has_value());
    QCOMPARE(read->started, record.started);
    QVERIFY(read->settings == record.settings);
    QVERIFY(*read == record);
}

void TestRunDatabase::keepsUnicodeAndEmptyTexts()
{
    RunDatabase database(m_path);
    const QString name = QStringLiteral("Größe × 7 — 日本 '; DROP TABLE runs; 🙂");
    RunRecord record = recordNamed(QStringLiteral("a"), name);
    record.folder = {};
    record.note = {};
    record.started = {};
    QVERIFY(database.insert(record));
    QVERIFY(database.annotate(QStringLiteral("a"), QStringLiteral("première\nΩ")));
    const RunRecord read = database.all().value(0);
    QCOMPARE(read.name, name);
    QCOMPARE(read.note, QStringLiteral("première\nΩ"));
    QCOMPARE(read.folder, QString());
}

void TestRunDatabase::keepsWhatTheUserGaveWhenResultsCome()
{
    RunDatabase database(m_path);
    RunRecord record = recordNamed(QStringLiteral("a"), QStringLiteral("W4"));
    record.state = RunRecord::State::Running;
    record.top1 = {};
    QVERIFY(database.insert(record));
    QVERIFY(database.rename(QStringLiteral("a"), QStringLiteral("mine")));
    QVERIFY(database.annotate(QStringLiteral("a"), QStringLiteral("look")));
    QVERIFY(database.setPinned({ QStringLiteral("a") }));
    record.state = RunRecord::State::Finished;
    record.top1 = 93.5;
    for (const bool known : { true, false }) {
        QVERIFY(known ? database.update(record) : database.insert(record));
        const RunRecord read = database.all().value(0);
        QCOMPARE(read.state, RunRecord::State::Finished);
        QCOMPARE(read.top1, std::optional(93.5));
        QCOMPARE(read.name, QStringLiteral("mine"));
        QCOMPARE(read.note, QStringLiteral("look"));
        QCOMPARE(read.pin, 1);
    }
    QCOMPARE(database.all().size(), 1);
}

void TestRunDatabase::tellsWhenARunToUpdateIsGone()
{
    RunDatabase database(m_path);
    QSignalSpy changed(&database, &RunDatabase::changed);
    QVERIFY(!database.update(recordNamed(QStringLiteral("a"), QStringLiteral("gone"))));
    QVERIFY(!database.rename(QStringLiteral("a"), QStringLiteral("x")));
    QCOMPARE(changed.count(), 0);
    QVERIFY(database.all().isEmpty());
}

void TestRunDatabase::findsARunByItsFolder()
{
    RunDatabase database(m_path);
    RunRecord record = recordNamed(QStringLiteral("a"), QStringLiteral("W4"));
    record.folder = m_dir->filePath(QStringLiteral("x/../run"));
    QVERIFY(database.insert(record));
    QVERIFY(database.byFolder(m_dir->filePath(QStringLiteral("run/"))).has_value());
    QVERIFY(!database.byFolder(m_dir->filePath(QStringLiteral("other"))).has_value());
}

void TestRunDatabase::forgetsRemovedRuns()
{
    RunDatabase database(m_path);
    for (const char* id : { "a", "b", "c" })
        QVERIFY(database.insert(recordNamed(QLatin1String(id), QStringLiteral("W4"))));
    QSignalSpy changed(&database, &RunDatabase::changed);
    QVERIFY(database.remove({ QStringLiteral("a"), QStringLiteral("c") }));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(database.all().size(), 1);
    QCOMPARE(database.all().first().id, QStringLiteral("b"));
}

void TestRunDatabase::pinsInOrderAndNeverMoreThanEight()
{
    RunDatabase database(m_path);
    QStringList ids;
    for (int i = 0; i < 10; ++i) {
        ids.prepend(QString::number(i));
        QVERIFY(database.insert(recordNamed(QString::number(i), QStringLiteral("W4"))));
    }
    QVERIFY(database.setPinned(ids));
    QCOMPARE(database.pinned(), ids.mid(0, 8));
    QVERIFY(database.setPinned({ QStringLiteral("3"), QStringLiteral("unknown"), QStringLiteral("9") }));
    QCOMPARE(database.pinned(), QStringList({ QStringLiteral("3"), QStringLiteral("9") }));
    QCOMPARE(database.find(QStringLiteral("9"))->pin, 2);
    QCOMPARE(database.find(QStringLiteral("5"))->pin, 0);
}

void TestRunDatabase::givesPinnedRunsDifferentColors()
{
    RunDatabase database(m_path);
    QStringList ids;
    for (int i = 0; i < 8; ++i) {
        ids += QString::number(i);
        RunRecord record = recordNamed(QString::number(i), QStringLiteral("W4"));
        record.colorSlot = i == 0 ? 2 : 0;
        QVERIFY(database.insert(record));
    }
    QVERIFY(database.setPinned(ids));
    QSet<int> colors;
    for (const QString& id : ids)
        colors += database.find(id)->colorSlot;
    QCOMPARE(colors.size(), 8);
    QCOMPARE(database.find(QStringLiteral("0"))->colorSlot, 2);
    const int kept = database.find(QStringLiteral("5"))->colorSlot;
    QVERIFY(database.setPinned({ QStringLiteral("5"), QStringLiteral("0") }));
    QCOMPARE(database.find(QStringLiteral("5"))->colorSlot, kept);
}

void TestRunDatabase::twoWindowsShareOneFile()
{
    RunDatabase first(m_path);
    RunDatabase second(m_path);
    QSignalSpy changed(&second, &RunDatabase::changed);
    QSignalSpy failed(&second, &RunDatabase::failed);
    QVERIFY(first.insert(recordNamed(QStringLiteral("a"), QStringLiteral("W4"))));
    second.refresh();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(second.all().size(), 1);
    second.refresh();
    QCOMPARE(changed.count(), 1);
    QVERIFY(second.rename(QStringLiteral("a"), QStringLiteral("from the second")));
    QVERIFY(first.insert(recordNamed(QStringLiteral("b"), QStringLiteral("W3"))));
    QCOMPARE(first.find(QStringLiteral("a"))->name, QStringLiteral("from the second"));
    QCOMPARE(second.all().size(), 2);
    QCOMPARE(failed.count(), 0);
}

void TestRunDatabase::movesADamagedFileAside_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("a text file") << QByteArray("this is no database at all, ");
    QTest::newRow("a database whose pages are overwritten") << QByteArray();
}

void TestRunDatabase::movesADamagedFileAside()
{
    QFETCH(QByteArray, head);
    {
        RunDatabase database(m_path);
        QVERIFY(database.insert(recordNamed(QStringLiteral("a"), QStringLiteral("W4"))));
    }
    QFile file(m_path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    file.close();
    bytes = head.isEmpty() ? bytes.left(100) + QByteArray(bytes.size() - 100, '\xA5') : head.repeated(200);
    writeFile(m_path, bytes);

    RunDatabase database(m_path);
    QVERIFY(database.notice().contains(QStringLiteral("damaged")));
    QVERIFY(!database.isReadOnly());
    QVERIFY(database.all().isEmpty());
    QVERIFY(database.insert(recordNamed(QStringLiteral("b"), QStringLiteral("W3"))));
    const QDir folder = QFileInfo(m_path).dir();
    const QStringList aside = folder.entryList({ QStringLiteral("runs.sqlite.damaged-*") }, QDir::Files);
    QVERIFY(!aside.isEmpty());
    QFile kept(folder.filePath(aside.first()));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), bytes);
    QVERIFY(RunDatabase(m_path).notice().isEmpty());
}

void TestRunDatabase::onlyReadsANewerVersion()
{
    {
        RunDatabase database(m_path);
        QVERIFY(database.insert(recordNamed(QStringLiteral("a"), QStringLiteral("W4"))));
    }
    runSql(m_path, QStringLiteral("ALTER TABLE runs ADD COLUMN from_the_future TEXT"));
    runSql(m_path, QStringLiteral("PRAGMA user_version = 99"));
    RunDatabase database(m_path);
    QSignalSpy failed(&database, &RunDatabase::failed);
    QVERIFY(database.isReadOnly());
    QVERIFY(database.notice().contains(QStringLiteral("newer")));
    QCOMPARE(database.all().value(0).name, QStringLiteral("W4"));
    QVERIFY(!database.rename(QStringLiteral("a"), QStringLiteral("x")));
    QVERIFY(!database.setPinned({ QStringLiteral("a") }));
    QCOMPARE(failed.count(), 2);
    QCOMPARE(database.all().value(0).name, QStringLiteral("W4"));
}

void TestRunDatabase::staysUsableWhereNoFileCanBe()
{
    writeFile(m_dir->filePath(QStringLiteral("file")), "x");
    RunDatabase database(m_dir->filePath(QStringLiteral("file/runs.sqlite")));
    QVERIFY(!database.notice().isEmpty());
    QVERIFY(database.insert(recordNamed(QStringLiteral("a"), QStringLiteral("W4"))));
    QCOMPARE(database.all().size(), 1);
}

void TestRunDatabase::fillsInSettingsOfAnOlderVersion()
{
    RunDatabase database(m_path);
    QVERIFY(database.insert(recordNamed(QStringLiteral("a"), QStringLiteral("W4"))));
    runSql(m_path, QStringLiteral("UPDATE runs SET settings = '{\"bits_w\": 3}'"));
    const RunRecord read = database.all().value(0);
    QCOMPARE(read.settings.weightBits, 3);
    QCOMPARE(read.settings.restarts, RunSettings {}.restarts);
}

void TestRunDatabase::skipsARunWhoseSettingsAreUnreadable()
{
    RunDatabase database(m_path);
    QVERIFY(database.insert(recordNamed(QStringLiteral("a"), QStringLiteral("W4"))));
    QVERIFY(database.insert(recordNamed(QStringLiteral("b"), QStringLiteral("W3"))));
    runSql(m_path, QStringLiteral("UPDATE runs SET settings = '[broken' WHERE id = 'a'"));
    QSignalSpy failed(&database, &RunDatabase::failed);
    QCOMPARE(database.all().size(), 1);
    QCOMPARE(database.all().first().id, QStringLiteral("b"));
    QVERIFY(failed.count() > 0);
}

QTEST_MAIN(TestRunDatabase)
#include "tst_run_database.moc"
