// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/preferences.h"
#include "ui/window/window_layout.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace latticeq::ui;

namespace {

constexpr SideView kSideViews[] = { SideView::Settings, SideView::Convergence, SideView::Distribution, SideView::TradeOff,
    SideView::Accuracy, SideView::Layers, SideView::Runs, SideView::Log };

/** A window with a text in every side view. */
struct Window
{
    QMainWindow main;
    WindowLayout layout { main };

    Window()
    {
        main.setCentralWidget(new QWidget);
        main.centralWidget()->setFocusPolicy(Qt::StrongFocus);
        for (const SideView view : kSideViews)
            layout.add(view, new QPlainTextEdit);
        layout.retranslate();
        layout.restore();
    }

    bool show(const QSize& size)
    {
        main.resize(size);
        main.show();
        main.activateWindow();
        const bool active = QTest::qWaitForWindowActive(&main);
        layout.resizeAfterShow();
        QCoreApplication::processEvents();
        return active;
    }
    /** Whether it is seen: not hidden, and on top of its tabs. */
    bool seen(SideView view) const { return !layout.dock(view)->visibleRegion().isEmpty(); }
};

} // namespace

class TestWindowLayout : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init() { QSettings().clear(); }

    void defaultsAreAsDesigned();
    void sidesFollowTheWindowsWidth_data();
    void sidesFollowTheWindowsWidth();
    void everySideViewHasATitleAndAName();
    void aChangedLayoutComesBack();
    void resettingBringsTheDefaultsBack();
    void aFloatingViewComesBackByResetting();
    void aLayoutWithoutRoomForTheStageIsNotTaken();
    void aDamagedLayoutIsNotTaken_data();
    void aDamagedLayoutIsNotTaken();
    void aViewIsRaisedWithTheKeyboardInIt();
    void theStageAloneAndBack();
    void raisingAViewEndsTheStageAlone();
    void theLayoutBeforeTheStageAloneIsStored();

private:
    QTemporaryDir m_folder;
};

void TestWindowLayout::initTestCase()
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setOrganizationName("LatticeQ tests");
    QApplication::setStyle("Fusion");
}

void TestWindowLayout::defaultsAreAsDesigned()
{
    Window window;
    QVERIFY(window.show({ 1440, 900 }));
    const auto area = [&](SideView view) { return window.main.dockWidgetArea(window.layout.dock(view)); };
    QCOMPARE(area(SideView::Settings), Qt::LeftDockWidgetArea);
    for (const SideView view : { SideView::Convergence, SideView::Distribution, SideView::TradeOff, SideView::Accuracy })
        QCOMPARE(area(view), Qt::RightDockWidgetArea);
    for (const SideView view : { SideView::Layers, SideView::Runs, SideView::Log })
        QCOMPARE(area(view), Qt::BottomDockWidgetArea);
    for (const SideView view : { SideView::Settings, SideView::Convergence, SideView::Accuracy, SideView::Layers })
        QVERIFY2(window.seen(view), qPrintable(sideViewTitle(view)));
    for (const SideView view : { SideView::Distribution, SideView::TradeOff, SideView::Runs, SideView::Log })
        QVERIFY2(!window.seen(view) && !window.layout.dock(view)->isHidden(), qPrintable(sideViewTitle(view)));
    const auto* settings = window.layout.dock(SideView::Settings);
    QVERIFY2(settings->geometry().bottom() >= window.layout.dock(SideView::Layers)->geometry().bottom(),
        "settings reach to the bottom");
    QVERIFY(window.layout.dock(SideView::Accuracy)->y() > window.layout.dock(SideView::Convergence)->y());
}

void TestWindowLayout::sidesFollowTheWindowsWidth_data()
{
    QTest::addColumn<QSize>("window");
    QTest::addColumn<int>("left");
    QTest::addColumn<int>("right");
    QTest::addColumn<int>("bottom");
    QTest::newRow("a small screen") << QSize(1280, 720) << 264 << 288 << 200;
    QTest::newRow("a usual screen") << QSize(1440, 900) << 288 << 336 << 232;
    QTest::newRow("a large screen") << QSize(2560, 1440) << 320 << 480 << 360;
}

void TestWindowLayout::sidesFollowTheWindowsWidth()
{
    QFETCH(QSize, window);
    QFETCH(int, left);
    QFETCH(int, right);
    QFETCH(int, bottom);
    Window shown;
    QVERIFY(shown.show(window));
    QCOMPARE(shown.layout.dock(SideView::Settings)->width(), left);
    QCOMPARE(shown.layout.dock(SideView::Convergence)->width(), right);
    // The tabs below belong to it.
    QCOMPARE(shown.main.height() - shown.layout.dock(SideView::Layers)->y(), bottom);
}

void TestWindowLayout::everySideViewHasATitleAndAName()
{
    const Window window;
    QSet<QString> titles;
    QSet<QString> names;
    for (const SideView view : kSideViews) {
        QCOMPARE(window.layout.dock(view)->windowTitle(), sideViewTitle(view));
        titles.insert(sideViewTitle(view));
        names.insert(window.layout.dock(view)->objectName());
    }
    QCOMPARE(titles.size(), 8);
    QCOMPARE(names.size(), 8);
    QVERIFY(!titles.contains(QString()) && !names.contains(QString()));
}

void TestWindowLayout::aChangedLayoutComesBack()
{
    {
        Window window;
        QVERIFY(window.show({ 1440, 900 }));
        window.layout.dock(SideView::Accuracy)->hide();
        window.main.addDockWidget(Qt::LeftDockWidgetArea, window.layout.dock(SideView::Log));
        window.layout.save();
    }
    Window window;
    QVERIFY(window.show({ 1440, 900 }));
    QVERIFY(window.layout.dock(SideView::Accuracy)->isHidden());
    QCOMPARE(window.main.dockWidgetArea(window.layout.dock(SideView::Log)), Qt::LeftDockWidgetArea);
}

void TestWindowLayout::resettingBringsTheDefaultsBack()
{
    Window window;
    QVERIFY(window.show({ 1440, 900 }));
    window.layout.dock(SideView::Settings)->hide();
    window.main.addDockWidget(Qt::LeftDockWidgetArea, window.layout.dock(SideView::Runs));
    window.layout.applyDefaults();
    QCoreApplication::processEvents();
    QVERIFY(window.seen(SideView::Settings));
    QCOMPARE(window.main.dockWidgetArea(window.layout.dock(SideView::Runs)), Qt::BottomDockWidgetArea);
    QCOMPARE(window.layout.dock(SideView::Settings)->width(), 288);
}

void TestWindowLayout::aFloatingViewComesBackByResetting()
{
    Window window;
    QVERIFY(window.show({ 1440, 900 }));
    QDockWidget* dock = window.layout.dock(SideView::Convergence);
    dock->setFloating(true);
    QVERIFY(dock->isFloating());
    window.layout.applyDefaults();
    QVERIFY(!dock->isFloating());
    QCOMPARE(window.main.dockWidgetArea(dock), Qt::RightDockWidgetArea);
    QTRY_VERIFY(window.seen(SideView::Convergence));
}

void TestWindowLayout::aLayoutWithoutRoomForTheStageIsNotTaken()
{
    {
        Window window;
        QVERIFY(window.show({ 1440, 900 }));
        window.main.resizeDocks({ window.layout.dock(SideView::Settings) }, { 1000 }, Qt::Horizontal);
        QCoreApplication::processEvents();
        QVERIFY(window.main.centralWidget()->width() < 480);
        window.layout.save();
    }
    Window window;
    QVERIFY(window.show({ 1440, 900 }));
    QTRY_VERIFY(window.main.centralWidget()->width() >= 480);
    QCOMPARE(window.layout.dock(SideView::Settings)->width(), 288);
}

void TestWindowLayout::aDamagedLayoutIsNotTaken_data()
{
    QTest::addColumn<QByteArray>("geometry");
    QTest::addColumn<QByteArray>("state");
    QTest::newRow("no layout") << QByteArray("x") << QByteArray("x");
    QTest::newRow("a layout of another version") << QByteArray() << QMainWindow().saveState(999);
}

void TestWindowLayout::aDamagedLayoutIsNotTaken()
{
    QFETCH(QByteArray, geometry);
    QFETCH(QByteArray, state);
    preferences::setValue("window/geometry", geometry);
    preferences::setValue("window/state", state);
    Window window;
    QVERIFY(window.show({ 1440, 900 }));
    for (const SideView view : { SideView::Settings, SideView::Convergence, SideView::Accuracy, SideView::Layers })
        QVERIFY2(window.seen(view), qPrintable(sideViewTitle(view)));
    QCOMPARE(window.layout.dock(SideView::Settings)->width(), 288);
}

void TestWindowLayout::aViewIsRaisedWithTheKeyboardInIt()
{
    Window window;
    QVERIFY(window.show({ 1440, 900 }));
    window.layout.dock(SideView::Log)->hide();
    for (const SideView view : { SideView::Runs, SideView::Log, SideView::Distribution, SideView::Layers }) {
        window.layout.raise(view);
        QTRY_VERIFY2(window.seen(view), qPrintable(sideViewTitle(view)));
        QVERIFY2(window.layout.dock(view)->widget()->hasFocus(), qPrintable(sideViewTitle(view)));
    }
}

void TestWindowLayout::theStageAloneAndBack()
{
    Window window;
    QVERIFY(window.show({ 1440, 900 }));
    window.layout.dock(SideView::Accuracy)->hide();
    QSignalSpy changed(&window.layout, &WindowLayout::stageAloneChanged);
    window.layout.setStageAlone(true);
    window.layout.setStageAlone(true);
    QCOMPARE(changed.size(), 1);
    for (const SideView view : kSideViews)
        QVERIFY(window.layout.dock(view)->isHidden());
    window.layout.setStageAlone(false);
    QVERIFY(!window.layout.stageAlone());
    QVERIFY(window.layout.dock(SideView::Accuracy)->isHidden());
    for (const SideView view : kSideViews)
        QCOMPARE(window.layout.dock(view)->isHidden(), view == SideView::Accuracy);
}

void TestWindowLayout::raisingAViewEndsTheStageAlone()
{
    Window window;
    QVERIFY(window.show({ 1440, 900 }));
    window.layout.setStageAlone(true);
    QSignalSpy changed(&window.layout, &WindowLayout::stageAloneChanged);
    window.layout.raise(SideView::Runs);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toBool(), false);
    QTRY_VERIFY(window.seen(SideView::Runs) && window.seen(SideView::Settings));
}

void TestWindowLayout::theLayoutBeforeTheStageAloneIsStored()
{
    {
        Window window;
        QVERIFY(window.show({ 1440, 900 }));
        window.layout.setStageAlone(true);
        window.layout.save();
    }
    Window window;
    QVERIFY(window.show({ 1440, 900 }));
    for (const SideView view : kSideViews)
        QVERIFY2(!window.layout.dock(view)->isHidden(), qPrintable(sideViewTitle(view)));
}

QTEST_MAIN(TestWindowLayout)
#include "tst_window_layout.moc"
