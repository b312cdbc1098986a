// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_driver.h"
#include "ui/runs/runs_view.h"
#include "ui/settings/settings_form.h"
#include "ui/support/theme.h"
#include "ui/window/language.h"
#include "ui/window/main_window.h"
#include "ui/window/run_controller.h"
#include "ui/window/run_library.h"
#include "ui/window/stage.h"
#include "ui/window/window_layout.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QLabel>
#include <QMenuBar>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTranslator>

using namespace latticeq::ui;
using State = RunDocument::State;

namespace {

/** Another language that has every text, so that one which stays as it was is noticed. */
class OtherLanguage : public QTranslator
{
public:
    QString translate(const char*, const char* text, const char*, int) const override
    {
        return QStringLiteral("‹%1›").arg(QString::fromUtf8(text));
    }
    bool isEmpty() const override { return false; }
};

} // namespace

/** Ways around the window: views by key, layouts, themes and languages, files from outside, other windows. */
class TestMainWindowViews : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();

    void everySideViewIsReachedByKey_data();
    void everySideViewIsReachedByKey();
    void everyPageIsReachedByKey();
    void f6GoesRoundAllAreasAndBack();
    void closedAndMovedDocksComeBackByResetLayout();
    void theStageAloneAndBack();
    void layoutAndSettingsAreKeptForTheNextStart();
    void openSettingsGroupsAreKeptForTheNextStart();
    void themeAndLanguageChangeWhileARunGoesOn();
    void aRunFolderOfTheCommandLineIsOpened();
    void droppedFilesAreOpened_data();
    void droppedFilesAreOpened();
    void aRunIsReopenedFromTheList();
    void aSecondWindowSeesTheFirstOnesRuns();
    void theKeysSheetOpensAndCloses();

private:
    Workspace& workspace() { return m_driver->window().workspace(); }
    QTableView& runsTable() { return m_driver->find<QTableView>("runsTable"); }
    QString commandLineRun();
    void drop(const QString& path);

    std::unique_ptr<test::WindowDriver> m_driver;
};

void TestMainWindowViews::init()
{
    test::useOwnPreferences();
    m_driver = std::make_unique<test::WindowDriver>();
    QVERIFY(m_driver->show());
}

void TestMainWindowViews::cleanup()
{
    m_driver.reset();
    applyLanguage("en");
    applyTheme(ThemeChoice::Light);
}

/** A run made by the program without a window, a second's work; its folder. */
QString TestMainWindowViews::commandLineRun()
{
    const QString folder = m_driver->folder().filePath("from the command line");
    QProcess program;
    program.start(LATTICEQ_BIN_DIR "/latticeq",
        { "quantize", "--preset", "demo", "--steps", "2", "--nb_restarts", "1", "--batch_size", "16", "--eval-images",
            "100", "--out", folder });
    return program.waitForFinished(60'000) && program.exitCode() == 0 ? folder : QString();
}

void TestMainWindowViews::drop(const QString& path)
{
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(path) });
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_driver->window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(10, 10), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&m_driver->window(), &event);
}

void TestMainWindowViews::everySideViewIsReachedByKey_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::addColumn<SideView>("view");
    QTest::newRow("Settings") << QByteArray("Ctrl+4") << SideView::Settings;
    QTest::newRow("Layers") << QByteArray("Ctrl+5") << SideView::Layers;
    QTest::newRow("Runs") << QByteArray("Ctrl+6") << SideView::Runs;
    QTest::newRow("Convergence") << QByteArray("Ctrl+7") << SideView::Convergence;
    QTest::newRow("Accuracy") << QByteArray("Ctrl+8") << SideView::Accuracy;
    QTest::newRow("Log") << QByteArray("Ctrl+9") << SideView::Log;
    QTest::newRow("Distribution") << QByteArray("Ctrl+0") << SideView::Distribution;
    QTest::newRow("Trade-off") << QByteArray("Ctrl+Shift+T") << SideView::TradeOff;
}

void TestMainWindowViews::everySideViewIsReachedByKey()
{
    QFETCH(QByteArray, keys);
    QFETCH(SideView, view);
    QDockWidget* dock = m_driver->window().windowLayout().dock(view);
    for (const bool wasClosed : { false, true }) {
        if (wasClosed)
            dock->close();
        m_driver->press(keys.constData());
        QTRY_VERIFY(dock->isVisible() && !dock->visibleRegion().isEmpty());
        const QWidget* focus = QApplication::focusWidget();
        QVERIFY(focus);
        QVERIFY2(dock->widget() == focus || dock->widget()->isAncestorOf(focus), focus->metaObject()->className());
    }
}

void TestMainWindowViews::everyPageIsReachedByKey()
{
    const char* keys[] = { "Ctrl+1", "Ctrl+2", "Ctrl+3" };
    Stage& stage = m_driver->window().stage();
    for (const int page : { 2, 1, 0 }) {
        m_driver->press(keys[page]);
        QCOMPARE(stage.current(), page);
        QVERIFY(stage.page(page)->isVisible());
        QVERIFY2(stage.isAncestorOf(QApplication::focusWidget()), keys[page]);
    }
}

void TestMainWindowViews::f6GoesRoundAllAreasAndBack()
{
    m_driver->press("Ctrl+1");
    const auto area = [this] {
        for (QDockWidget* dock : m_driver->window().findChildren<QDockWidget*>()) {
            if (dock->isAncestorOf(QApplication::focusWidget()))
                return dock->objectName();
        }
        return QStringLiteral("stage");
    };
    QStringList there { area() };
    for (int i = 0; i < 5; ++i) {
        m_driver->press("F6");
        there.append(area());
    }
    QCOMPARE(there.first(), there.last());
    QCOMPARE(QSet<QString>(there.begin(), there.end()).size(), 5); // the stage and the top one of every dock area
    QStringList back { area() };
    for (int i = 0; i < 5; ++i) {
        m_driver->press("Shift+F6");
        back.prepend(area());
    }
    QCOMPARE(back, there);
}

void TestMainWindowViews::closedAndMovedDocksComeBackByResetLayout()
{
    WindowLayout& layout = m_driver->window().windowLayout();
    QDockWidget* settings = layout.dock(SideView::Settings);
    QDockWidget* accuracy = layout.dock(SideView::Accuracy);
    settings->close();
    accuracy->setFloating(true);
    m_driver->find<QAction>("resetLayout").trigger();
    QTRY_VERIFY(settings->isVisible() && accuracy->isVisible());
    QVERIFY(!accuracy->isFloating());
    QCOMPARE(m_driver->window().dockWidgetArea(settings), Qt::LeftDockWidgetArea);
    QCOMPARE(m_driver->window().dockWidgetArea(accuracy), Qt::RightDockWidgetArea);
}

void TestMainWindowViews::theStageAloneAndBack()
{
    const QList<QDockWidget*> docks = m_driver->window().findChildren<QDockWidget*>();
    const int width = m_driver->window().stage().width();
    m_driver->press("F11");
    for (const QDockWidget* dock : docks)
        QVERIFY2(!dock->isVisible(), qPrintable(dock->objectName()));
    QTRY_VERIFY(m_driver->window().stage().width() > width);
    m_driver->press("F11");
    QTRY_COMPARE(m_driver->window().stage().width(), width);
    m_driver->press("F11");
    m_driver->press("Ctrl+6");
    QTRY_VERIFY2(runsTable().window() == &m_driver->window() && !m_driver->window().windowLayout().stageAlone(),
        "asking for a side view ends the stage's being alone");
    QVERIFY(!m_driver->find<QAction>("stageAlone").isChecked());
}

void TestMainWindowViews::layoutAndSettingsAreKeptForTheNextStart()
{
    m_driver->type("weights.bits", 5);
    m_driver->window().windowLayout().dock(SideView::Accuracy)->close();
    QVERIFY(m_driver->restart());
    QCOMPARE(m_driver->window().settings().settings().weightBits, 5);
    QVERIFY(!m_driver->window().settings().undoStack().canUndo());
    QVERIFY(!m_driver->window().windowLayout().dock(SideView::Accuracy)->isVisible());
    QVERIFY(m_driver->window().windowLayout().dock(SideView::Settings)->isVisible());
}

void TestMainWindowViews::openSettingsGroupsAreKeptForTheNextStart()
{
    const auto form = [this] { return m_driver->window().findChild<SettingsForm*>(); };
    for (const QStringList& open : { QStringList({ "data", "device" }), QStringList() }) {
        form()->setOpenGroups(open);
        QVERIFY(m_driver->restart());
        QCOMPARE(form()->openGroups(), open);
    }
}

void TestMainWindowViews::themeAndLanguageChangeWhileARunGoesOn()
{
    m_driver->typeLongSearch();
    m_driver->press("Ctrl+R");
    QVERIFY(m_driver->waitForLayers(1));
    m_driver->find<QAction>("themeDark").trigger();
    QTRY_VERIFY(Theme::of(m_driver->window().palette()).dark);
    const auto isDark = [this] {
        const QImage image = m_driver->window().stage().grab().toImage();
        return qGray(image.pixel(image.width() - 2, image.height() / 2)) < 80;
    };
    QTRY_VERIFY(isDark());
    m_driver->find<QAction>("languageFrench").trigger();
    QCOMPARE(QLocale().language(), QLocale::French);
    QTRY_VERIFY2(m_driver->find<QLabel>("top1").text().contains(u','), "numbers are written in French");
    OtherLanguage other;
    QCoreApplication::installTranslator(&other);
    QTRY_COMPARE(m_driver->find<QAction>("run").text(), QString("‹Run›"));
    QCOMPARE(m_driver->window().windowLayout().dock(SideView::Settings)->windowTitle(), QString("‹Settings›"));
    QCOMPARE(m_driver->find<QTabBar>("stageTabs").tabText(0), QString("‹Errors›"));
    for (const QAction* action : m_driver->window().menuBar()->actions())
        QVERIFY2(action->text().startsWith(u'‹'), qPrintable(action->text()));
    const int finished = m_driver->current().finishedLayers();
    QVERIFY2(m_driver->waitForLayers(finished + 1), "the run goes on");
    QCoreApplication::removeTranslator(&other);
    m_driver->find<QAction>("languageEnglish").trigger();
    m_driver->find<QAction>("themeLight").trigger();
    QTRY_COMPARE(m_driver->find<QAction>("run").text(), QString("Run"));
    QTRY_VERIFY(!isDark());
    QVERIFY(m_driver->window().controller().isRunning());
}

void TestMainWindowViews::aRunFolderOfTheCommandLineIsOpened()
{
    const QString folder = commandLineRun();
    QVERIFY(!folder.isEmpty());
    m_driver->window().open(folder);
    QTRY_COMPARE(m_driver->current().state(), State::Finished);
    QCOMPARE(m_driver->current().finishedLayers(), 22);
    QCOMPARE(m_driver->current().quantized().report->total, 100);
    QTRY_VERIFY2(m_driver->current().lattices(), "its lattices can be shown");
    QCOMPARE(m_driver->notice(), QString());
    QCOMPARE(runsTable().model()->rowCount(), 1);
    const QString id = m_driver->current().id;
    m_driver->window().open(folder + "/summary.json");
    QCOMPARE(m_driver->current().id, id);
    QCOMPARE(runsTable().model()->rowCount(), 1);
}

void TestMainWindowViews::droppedFilesAreOpened_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("a run folder") << QString();
    QTest::newRow("a packed checkpoint") << QStringLiteral("/quantized.safetensors");
    QTest::newRow("a summary") << QStringLiteral("/summary.json");
}

void TestMainWindowViews::droppedFilesAreOpened()
{
    QFETCH(QString, path);
    const QString folder = commandLineRun();
    QVERIFY(!folder.isEmpty());
    drop(folder + path);
    QTRY_COMPARE(m_driver->current().layers().size(), size_t(22));
    QTRY_COMPARE(m_driver->current().finishedLayers(), 22);
    QTRY_VERIFY2(m_driver->current().lattices(), qPrintable(m_driver->notice()));
    QCOMPARE(m_driver->notice(), QString());
}

void TestMainWindowViews::aRunIsReopenedFromTheList()
{
    m_driver->typeTinyBudget();
    QVERIFY(m_driver->runToEnd());
    const QString id = m_driver->current().id;
    const qint64 bytes = m_driver->current().result()->packedBytes;
    QVERIFY(m_driver->restart());
    QCOMPARE(m_driver->current().state(), State::Planned);
    m_driver->press("Ctrl+6");
    QCOMPARE(runsTable().model()->rowCount(), 1);
    m_driver->find<RunsView>("runsView").select(id);
    runsTable().setFocus();
    QTest::keyClick(&runsTable(), Qt::Key_Return);
    QTRY_COMPARE(m_driver->current().id, id);
    QCOMPARE(m_driver->current().state(), State::Finished);
    QCOMPARE(m_driver->current().result()->packedBytes, bytes);
    QVERIFY(m_driver->find<QAction>("export").isEnabled());
    QTRY_VERIFY(m_driver->current().lattices());
    m_driver->press("Ctrl+N");
    QCOMPARE(m_driver->current().state(), State::Planned);
}

void TestMainWindowViews::aSecondWindowSeesTheFirstOnesRuns()
{
    m_driver->typeTinyBudget();
    QVERIFY(m_driver->runToEnd());
    MainWindow second([]() -> latticeq::Engine& { throw std::runtime_error("not asked"); }, m_driver->places());
    second.show();
    auto* table = second.findChild<QTableView*>("runsTable");
    QCOMPARE(table->model()->rowCount(), 1);
    second.findChild<QAction*>("sideView5")->trigger(); // Runs, which looks for changes while it is visible
    QTRY_VERIFY(table->isVisible());
    QVERIFY(m_driver->activate());
    QVERIFY(m_driver->runToEnd());
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, 10'000);
}

void TestMainWindowViews::theKeysSheetOpensAndCloses()
{
    m_driver->press("F1");
    auto* sheet = m_driver->window().findChild<QDialog*>("shortcutSheet");
    QVERIFY(sheet);
    QTRY_VERIFY(sheet->isVisible());
    QVERIFY(sheet->findChildren<QLabel*>().size() > 40);
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY(!m_driver->window().findChild<QDialog*>("shortcutSheet"));
}

QTEST_MAIN(TestMainWindowViews)
#include "tst_main_window_views.moc"
