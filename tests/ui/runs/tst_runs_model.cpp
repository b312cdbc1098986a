// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_runs.h"
#include "ui/runs/run_records.h"
#include "ui/runs/runs_filter.h"
#include "ui/runs/runs_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace latticeq;
using namespace latticeq::ui;

class TestRunsModel : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<RunDatabase>(m_dir->filePath(QStringLiteral("runs.sqlite")));
    }
    void staysConsistentWhileRunsComeAndGo();
    void showsTheNewestRunFirst();
    void keepsRowsInPlaceWhenOneChanges();
    void editsNamesAndNotesOnly();
    void tellsThatAFolderIsGone();
    void showsADashForWhatIsNotKnown();
    void marksTheReference();
    void copiesRowsUnderTheirHeaders();
    void sortsByValueAndNotByText();
    void findsRunsByEveryWord_data();
    void findsRunsByEveryWord();

private:
    RunRecord add(const QString& id, double top1 = 93, int minutes = 0)
    {
        RunRecord record = recordOf(*test::sampleRun(id));
        record.top1 = top1;
        record.started = record.started.addSecs(60 * minutes);
        m_database->insert(record);
        return record;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<RunDatabase> m_database;
};

void TestRunsModel::staysConsistentWhileRunsComeAndGo()
{
    RunsModel model(*m_database);
    RunsFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int i = 0; i < 5; ++i)
        add(QString::number(i), 90 + i, i);
    QCOMPARE(model.rowCount(), 5);
    m_database->setPinned({ QStringLiteral("2"), QStringLiteral("4") });
    m_database->rename(QStringLiteral("1"), QStringLiteral("renamed"));
    m_database->remove({ QStringLiteral("0"), QStringLiteral("3") });
    QCOMPARE(model.rowCount(), 3);
    filter.setSearch(QStringLiteral("renamed"));
    QCOMPARE(filter.rowCount(), 1);
    m_database->remove({ QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("4") });
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(filter.rowCount(), 0);
}

void TestRunsModel::showsTheNewestRunFirst()
{
    add(QStringLiteral("old"), 93, 0);
    RunsModel model(*m_database);
    add(QStringLiteral("new"), 93, 2);
    add(QStringLiteral("between"), 93, 1);
    QCOMPARE(model.record(0).id, QStringLiteral("new"));
    QCOMPARE(model.record(1).id, QStringLiteral("between"));
    QCOMPARE(model.record(2).id, QStringLiteral("old"));
}

void TestRunsModel::keepsRowsInPlaceWhenOneChanges()
{
    for (int i = 0; i < 3; ++i)
        add(QString::number(i), 93, i);
    RunsModel model(*m_database);
    const QPersistentModelIndex kept(model.index(model.rowOf(QStringLiteral("0")), RunsModel::Name));
    QSignalSpy changed(&model, &RunsModel::dataChanged);
    QSignalSpy reset(&model, &RunsModel::modelReset);
    m_database->annotate(QStringLiteral("1"), QStringLiteral("look"));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), model.rowOf(QStringLiteral("1")));
    m_database->remove({ QStringLiteral("2") });
    QVERIFY(kept.isValid());
    QCOMPARE(kept.data(RunsModel::IdRole).toString(), QStringLiteral("0"));
    QCOMPARE(reset.count(), 0);
}

void TestRunsModel::editsNamesAndNotesOnly()
{
    add(QStringLiteral("a"));
    RunsModel model(*m_database);
    for (int column = 0; column < RunsModel::ColumnCount; ++column) {
        const bool editable = model.index(0, column).flags() & Qt::ItemIsEditable;
        QCOMPARE(editable, column == RunsModel::Name || column == RunsModel::Note);
    }
    QVERIFY(model.setData(model.index(0, RunsModel::Name), QStringLiteral("  mine "), Qt::EditRole));
    QVERIFY(!model.setData(model.index(0, RunsModel::Name), QStringLiteral("   "), Qt::EditRole));
    QVERIFY(model.setData(model.index(0, RunsModel::Note), QStringLiteral("good"), Qt::EditRole));
    QVERIFY(!model.setData(model.index(0, RunsModel::Top1), QStringLiteral("100"), Qt::EditRole));
    QCOMPARE(model.index(0, RunsModel::Name).data().toString(), QStringLiteral("mine"));
    QCOMPARE(m_database->find(QStringLiteral("a"))->note, QStringLiteral("good"));
}

void TestRunsModel::tellsThatAFolderIsGone()
{
    RunRecord record = recordOf(*test::sampleRun(QStringLiteral("a")));
    record.folder = m_dir->filePath(QStringLiteral("run"));
    QVERIFY(QDir().mkpath(record.folder));
    m_database->insert(record);
    RunsModel model(*m_database);
    QVERIFY(!model.isMissing(0));
    QCOMPARE(model.index(0, RunsModel::State).data().toString(), QStringLiteral("Finished"));
    QVERIFY(QDir().rmdir(record.folder));
    model.reload();
    QVERIFY(model.isMissing(0));
    QCOMPARE(model.index(0, RunsModel::State).data().toString(), QStringLiteral("Folder is gone"));
}

void TestRunsModel::showsADashForWhatIsNotKnown()
{
    RunRecord record = recordOf(RunDocument(test::sampleSettings()));
    record.id = QStringLiteral("a");
    m_database->insert(record);
    RunsModel model(*m_database);
    for (const int column : { RunsModel::Top1, RunsModel::Size, RunsModel::Bits, RunsModel::Time })
        QCOMPARE(model.index(0, column).data().toString(), QStringLiteral("–"));
    QCOMPARE(model.index(0, RunsModel::Settings).data().toString(), QStringLiteral("W4A8B8 80×3"));
}

void TestRunsModel::marksTheReference()
{
    add(QStringLiteral("a"), 93, 0);
    add(QStringLiteral("b"), 93, 1);
    add(QStringLiteral("c"), 93, 2);
    RunsModel model(*m_database);
    m_database->setPinned({ QStringLiteral("b"), QStringLiteral("a") });
    const auto pin = [&](const char* id) { return model.index(model.rowOf(QLatin1String(id)), RunsModel::Pin); };
    QCOMPARE(pin("b").data().toString(), QStringLiteral("★"));
    QCOMPARE(pin("a").data().toString(), QString());
    QVERIFY(!pin("a").data(Qt::DecorationRole).value<QIcon>().isNull());
    QVERIFY(!pin("c").data(Qt::DecorationRole).isValid());
    QCOMPARE(pin("c").data(Qt::AccessibleTextRole).toString(), QStringLiteral("Not pinned"));
}

void TestRunsModel::copiesRowsUnderTheirHeaders()
{
    add(QStringLiteral("a"), 93.5);
    m_database->annotate(QStringLiteral("a"), QStringLiteral("two\nlines"));
    RunsModel model(*m_database);
    const QStringList lines = model.asText({ QStringLiteral("a") }).split(u'\n');
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].split(u'\t').size(), lines[1].split(u'\t').size());
    QCOMPARE(lines[0].split(u'\t').value(RunsModel::Top1), QStringLiteral("Top-1"));
    QCOMPARE(lines[1].split(u'\t').value(RunsModel::Top1), QStringLiteral("93.50 %"));
}

void TestRunsModel::sortsByValueAndNotByText()
{
    add(QStringLiteral("a"), 9.5, 0);
    add(QStringLiteral("b"), 93.5, 1);
    RunRecord unknown = add(QStringLiteral("c"), 0, 2);
    unknown.top1 = {};
    m_database->update(unknown);
    RunsModel model(*m_database);
    RunsFilter filter;
    filter.setSourceModel(&model);
    filter.sort(RunsModel::Top1, Qt::AscendingOrder);
    QStringList ids;
    for (int row = 0; row < filter.rowCount(); ++row)
        ids += filter.index(row, 0).data(RunsModel::IdRole).toString();
    QCOMPARE(ids, QStringList({ QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c") }));
}

void TestRunsModel::findsRunsByEveryWord_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<int>("found");
    QTest::newRow("an empty search finds all") << QString() << 2;
    QTest::newRow("a word of a name in another case") << QStringLiteral("SMALL") << 1;
    QTest::newRow("two words in any order") << QStringLiteral("net  small") << 1;
    QTest::newRow("words of name and note") << QStringLiteral("small keep") << 1;
    QTest::newRow("the settings") << QStringLiteral("w4a8b8") << 2;
    QTest::newRow("the model's title") << QStringLiteral("resnet-20") << 2;
    QTest::newRow("a letter with an accent") << QStringLiteral("É") << 1;
    QTest::newRow("one word that is nowhere") << QStringLiteral("small conv7") << 0;
}

void TestRunsModel::findsRunsByEveryWord()
{
    QFETCH(QString, search);
    add(QStringLiteral("a"));
    add(QStringLiteral("b"));
    m_database->rename(QStringLiteral("a"), QStringLiteral("Small net"));
    m_database->annotate(QStringLiteral("a"), QStringLiteral("keep"));
    m_database->rename(QStringLiteral("b"), QStringLiteral("été"));
    RunsModel model(*m_database);
    RunsFilter filter;
    filter.setSourceModel(&model);
    filter.setSearch(search);
    QTEST(filter.rowCount(), "found");
}

QTEST_MAIN(TestRunsModel)
#include "tst_runs_model.moc"
