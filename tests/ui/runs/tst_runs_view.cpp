// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_files.h"
#include "tests/ui/sample_runs.h"
#include "ui/runs/delete_bar.h"
#include "ui/runs/run_records.h"
#include "ui/runs/runs_view.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace latticeq;
using namespace latticeq::ui;

class TestRunsView : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup()
    {
        m_view.reset();
        m_database.reset();
    }
    void showsATextWhileThereAreNoRuns();
    void saysWhenNothingIsFoundAndClears();
    void spacePinsInOrderAndUnpins();
    void refusesTheNinthPin();
    void refusesToPinWhatHasNoResult();
    void enterAndDoubleClickOpen();
    void doesNotOpenARunWhoseFolderIsGone();
    void f2RenamesInPlace();
    void spaceInTheEditorPinsNothing();
    void asksInPlaceBeforeDeleting();
    void escapeKeepsEverything();
    void doesNotDeleteTheRunThatGoesOn();
    void offersToResumeWhatTheFolderAllows();
    void copiesSelectedRows();
    void takesDroppedFolders();
    void tellsTheNoticeOfTheDatabase();
    void namesDevicesOnceARunWasOnACard();

private:
    void add(const QString& id, RunRecord::State state = RunRecord::State::Finished)
    {
        RunRecord record = recordOf(*test::sampleRun(id));
        record.state = state;
        QVERIFY(m_database->insert(record));
    }
    void choose(const QString& id)
    {
        m_view->select(id);
        QCOMPARE(m_view->selectedIds(), QStringList(id));
    }
    QString message() const { return m_view->findChild<QLabel*>(QStringLiteral("runsMessage"))->text(); }
    QTableView* table() const { return m_view->findChild<QTableView*>(QStringLiteral("runsTable")); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<RunDatabase> m_database;
    std::unique_ptr<RunsView> m_view;
};

void TestRunsView::namesDevicesOnceARunWasOnACard()
{
    add(QStringLiteral("a"));
    QVERIFY(table()->isColumnHidden(RunsModel::Device));
    RunRecord record = recordOf(*test::sampleRun(QStringLiteral("b")));
    record.device = QStringLiteral("cuda:0 NVIDIA H100");
    QVERIFY(m_database->insert(record));
    QVERIFY(!table()->isColumnHidden(RunsModel::Device));
    m_view->select(QStringLiteral("b"));
    const QModelIndex chosen = table()->currentIndex();
    QCOMPARE(chosen.siblingAtColumn(RunsModel::Device).data().toString(), QStringLiteral("cuda:0 NVIDIA H100"));
    m_view->select(QStringLiteral("a"));
    QCOMPARE(table()->currentIndex().siblingAtColumn(RunsModel::Device).data().toString(), QStringLiteral("CPU"));
    QVERIFY(m_database->remove({ QStringLiteral("b") }));
    QVERIFY(table()->isColumnHidden(RunsModel::Device));
}

void TestRunsView::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_database = std::make_unique<RunDatabase>(m_dir->filePath(QStringLiteral("runs.sqlite")));
    m_view = std::make_unique<RunsView>(*m_database);
    m_view->resize(1000, 300);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    table()->setFocus();
}

void TestRunsView::showsATextWhileThereAreNoRuns()
{
    auto* empty = m_view->findChild<QLabel*>(QStringLiteral("runsEmpty"));
    QVERIFY(empty->isVisible());
    QVERIFY(empty->text().startsWith(QStringLiteral("No runs yet")));
    add(QStringLiteral("a"));
    QVERIFY(!empty->isVisible());
    QVERIFY(table()->isVisible());
}

void TestRunsView::saysWhenNothingIsFoundAndClears()
{
    add(QStringLiteral("a"));
    auto* search = m_view->findChild<QLineEdit*>(QStringLiteral("runsSearch"));
    auto* empty = m_view->findChild<QLabel*>(QStringLiteral("runsEmpty"));
    QTest::keyClicks(search, QStringLiteral("<conv7>"));
    QVERIFY(empty->isVisible());
    QVERIFY(empty->text().contains(QStringLiteral("&lt;conv7&gt;")));
    emit empty->linkActivated(QStringLiteral("#clear"));
    QVERIFY(search->text().isEmpty());
    QVERIFY(table()->isVisible());
}

void TestRunsView::spacePinsInOrderAndUnpins()
{
    for (const char* id : { "a", "b", "c" })
        add(QLatin1String(id));
    QSignalSpy pins(m_view.get(), &RunsView::pinsChanged);
    choose(QStringLiteral("c"));
    QTest::keyClick(table(), Qt::Key_Space);
    choose(QStringLiteral("a"));
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(pins.last().first().toStringList(), QStringList({ QStringLiteral("c"), QStringLiteral("a") }));
    choose(QStringLiteral("c"));
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(pins.count(), 3);
    QCOMPARE(m_view->pinnedIds(), QStringList(QStringLiteral("a")));
    QCOMPARE(m_database->find(QStringLiteral("a"))->pin, 1);
}

void TestRunsView::refusesTheNinthPin()
{
    for (int i = 0; i < 9; ++i)
        add(QString::number(i));
    table()->selectAll();
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(m_view->pinnedIds().size(), 8);
    QVERIFY(message().contains(QStringLiteral("8 runs")));
}

void TestRunsView::refusesToPinWhatHasNoResult()
{
    add(QStringLiteral("a"), RunRecord::State::Stopped);
    QSignalSpy pins(m_view.get(), &RunsView::pinsChanged);
    choose(QStringLiteral("a"));
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(pins.count(), 0);
    QVERIFY(m_view->pinnedIds().isEmpty());
    QVERIFY(message().contains(QStringLiteral("not finished")));
}

void TestRunsView::enterAndDoubleClickOpen()
{
    add(QStringLiteral("a"));
    add(QStringLiteral("b"));
    QSignalSpy opened(m_view.get(), &RunsView::openAsked);
    choose(QStringLiteral("a"));
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.last().first().toString(), QStringLiteral("a"));
    choose(QStringLiteral("b"));
    const QPoint cell = table()->visualRect(table()->currentIndex()).center();
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, cell);
    QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, cell);
    QCOMPARE(opened.count(), 2);
    QCOMPARE(opened.last().first().toString(), QStringLiteral("b"));
}

void TestRunsView::doesNotOpenARunWhoseFolderIsGone()
{
    RunRecord record = recordOf(*test::sampleRun(QStringLiteral("a")));
    record.folder = m_dir->filePath(QStringLiteral("gone"));
    QVERIFY(m_database->insert(record));
    QSignalSpy opened(m_view.get(), &RunsView::openAsked);
    choose(QStringLiteral("a"));
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(opened.count(), 0);
    QVERIFY(message().contains(record.folder));
}

void TestRunsView::f2RenamesInPlace()
{
    add(QStringLiteral("a"));
    choose(QStringLiteral("a"));
    QTest::keyClick(table(), Qt::Key_F2);
    auto* editor = table()->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("Best so far"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_database->find(QStringLiteral("a"))->name, QStringLiteral("Best so far"));
}

void TestRunsView::spaceInTheEditorPinsNothing()
{
    add(QStringLiteral("a"));
    choose(QStringLiteral("a"));
    QTest::keyClick(table(), Qt::Key_F2);
    auto* editor = table()->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("x y"));
    QCOMPARE(editor->text(), QStringLiteral("x y"));
    QVERIFY(m_view->pinnedIds().isEmpty());
}

void TestRunsView::asksInPlaceBeforeDeleting()
{
    add(QStringLiteral("a"));
    add(QStringLiteral("b"));
    QSignalSpy removed(m_view.get(), &RunsView::removeAsked);
    auto* bar = m_view->findChild<DeleteBar*>();
    QVERIFY(!bar->isVisible());
    choose(QStringLiteral("a"));
    QTest::keyClick(table(), Qt::Key_Delete);
    QVERIFY(bar->isVisible());
    QCOMPARE(removed.count(), 0);
    bar->findChild<QPushButton*>(QStringLiteral("removeFromList"))->click();
    QVERIFY(!bar->isVisible());
    QCOMPARE(removed.count(), 1);
    QCOMPARE(removed.first().at(0).toStringList(), QStringList(QStringLiteral("a")));
    QCOMPARE(removed.first().at(1).toBool(), false);
}

void TestRunsView::escapeKeepsEverything()
{
    add(QStringLiteral("a"));
    QSignalSpy removed(m_view.get(), &RunsView::removeAsked);
    choose(QStringLiteral("a"));
    QTest::keyClick(table(), Qt::Key_Delete);
    auto* cancel = m_view->findChild<QPushButton*>(QStringLiteral("cancelDelete"));
    QVERIFY(cancel->hasFocus());
    QTest::keyClick(cancel, Qt::Key_Escape);
    QVERIFY(!cancel->isVisible());
    QVERIFY(table()->hasFocus());
    QCOMPARE(removed.count(), 0);
}

void TestRunsView::doesNotDeleteTheRunThatGoesOn()
{
    add(QStringLiteral("a"), RunRecord::State::Running);
    m_view->setActiveRun(QStringLiteral("a"));
    choose(QStringLiteral("a"));
    QTest::keyClick(table(), Qt::Key_Delete);
    QVERIFY(!m_view->findChild<DeleteBar*>()->isVisible());
    QVERIFY(message().contains(QStringLiteral("Stop it first")));
    m_view->setActiveRun({});
    QTest::keyClick(table(), Qt::Key_Delete);
    QVERIFY(m_view->findChild<DeleteBar*>()->isVisible());
    QVERIFY(!m_view->findChild<QPushButton*>(QStringLiteral("deleteWithFiles"))->isEnabled());
}

void TestRunsView::offersToResumeWhatTheFolderAllows()
{
    const auto resume = [this] {
        const auto actions = table()->actions();
        return *std::find_if(actions.begin(), actions.end(), [](const QAction* a) { return a->text() == "Resume"; });
    };
    RunRecord record = recordOf(*test::sampleRun(QStringLiteral("a")));
    record.state = RunRecord::State::Failed;
    record.folder = m_dir->filePath(QStringLiteral("run"));
    QDir journal(record.folder + u'/' + QLatin1String(kJournal));
    QVERIFY(journal.mkpath(QStringLiteral(".")));
    QVERIFY(m_database->insert(record));
    choose(QStringLiteral("a"));
    QVERIFY(!resume()->isEnabled());

    QFile settings(journal.filePath(QLatin1String(kSettingsFile)));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    QTRY_VERIFY(resume()->isEnabled());
    QSignalSpy asked(m_view.get(), &RunsView::resumeAsked);
    resume()->trigger();
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().first().toString(), QStringLiteral("a"));

    m_view->setActiveRun(QStringLiteral("b"));
    QVERIFY2(!resume()->isEnabled(), "one run goes on at a time");
    m_view->setActiveRun({});
    QVERIFY(resume()->isEnabled());
}

void TestRunsView::copiesSelectedRows()
{
    add(QStringLiteral("a"));
    add(QStringLiteral("b"));
    table()->selectAll();
    QTest::keySequence(table(), QKeySequence::Copy);
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines.first().startsWith(QStringLiteral("Pin\tName\tModel")));
}

void TestRunsView::takesDroppedFolders()
{
    QSignalSpy dropped(m_view.get(), &RunsView::folderDropped);
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(m_dir->path()), QUrl::fromLocalFile(m_dir->filePath(QStringLiteral("none"))) });
    QDragEnterEvent entering(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view.get(), &entering);
    QVERIFY(entering.isAccepted());
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_view.get(), &event);
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped.first().first().toString(), m_dir->path());
}

void TestRunsView::tellsTheNoticeOfTheDatabase()
{
    QFile file(m_dir->filePath(QStringLiteral("damaged.sqlite")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("no database ").repeated(100));
    file.close();
    RunDatabase database(file.fileName());
    const RunsView view(database);
    QCOMPARE(view.findChild<QLabel*>(QStringLiteral("runsMessage"))->text(), database.notice());
    QVERIFY(!database.notice().isEmpty());
}

QTEST_MAIN(TestRunsView)
#include "tst_runs_view.moc"
