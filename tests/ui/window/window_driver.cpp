// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_driver.h"

#include "tests/ui/window/test_engine.h"
#include "ui/settings/number_box.h"
#include "ui/settings/section_header.h"
#include "ui/window/notice_bar.h"
#include "ui/window/run_controller.h"
#include "ui/window/stage.h"

#include <QComboBox>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

namespace latticeq::ui::test {

namespace {

constexpr int kLongestWaitMs = 30'000;

} // namespace

void useOwnPreferences()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("LatticeQ tests"));
    QApplication::setStyle(QStringLiteral("Fusion"));
    QSettings().clear();
}

WindowDriver::WindowDriver()
    : m_window(std::make_unique<MainWindow>(&openBuiltEngine, places()))
{
}

WindowPlaces WindowDriver::places() const
{
    return { m_folder.filePath(QStringLiteral("runs.sqlite")), m_folder.filePath(QStringLiteral("runs")) };
}

bool WindowDriver::show(const QSize& size)
{
    m_window->resize(size);
    m_window->show();
    return activate() && QTest::qWaitFor([this] { return !current().layers().empty(); }, kLongestWaitMs);
}

bool WindowDriver::activate()
{
    m_window->activateWindow();
    return QTest::qWaitForWindowActive(m_window.get());
}

bool WindowDriver::restart()
{
    const QSize size = m_window->size();
    if (!m_window->close())
        return false;
    m_window = std::make_unique<MainWindow>(&openBuiltEngine, places());
    return show(size);
}

void WindowDriver::press(const char* keys)
{
    QWidget* target = QApplication::focusWidget();
    QTest::keySequence(target ? target : m_window.get(), QKeySequence(QString::fromLatin1(keys)));
}

void WindowDriver::type(const char* field, int number)
{
    auto& header = find<SectionHeader>(QByteArray("header.").append(QByteArray(field).split('.').first()).constData());
    if (!header.isChecked())
        header.click();
    auto& box = find<NumberBox>(field);
    box.setFocus();
    box.selectAll();
    QTest::keyClicks(&box, QString::number(number));
    QTest::keyClick(&box, Qt::Key_Return);
}

void WindowDriver::typeTinyBudget()
{
    type("search.steps", 2);
    type("search.restarts", 1);
    type("data.calibrationImages", 16);
    type("data.evaluationImages", 100);
}

void WindowDriver::typeLongSearch()
{
    typeTinyBudget();
    type("search.steps", 20'000);
    type("search.restarts", 3);
}

void WindowDriver::choose(const char* name, int index)
{
    auto& combo = find<QComboBox>(name);
    combo.setFocus();
    QTest::keyClick(&combo, Qt::Key_Home);
    while (combo.currentIndex() < index && combo.currentIndex() + 1 < combo.count())
        QTest::keyClick(&combo, Qt::Key_Down);
}

QString WindowDriver::notice()
{
    return m_window->stage().notice().isVisible() ? m_window->stage().notice().sentence() : QString();
}

bool WindowDriver::waitForNotice(const QString& part)
{
    return QTest::qWaitFor([&] { return notice().contains(part); }, kLongestWaitMs);
}

bool WindowDriver::waitForState(RunDocument::State state)
{
    return QTest::qWaitFor([&] { return current().state() == state; }, kLongestWaitMs);
}

bool WindowDriver::runToEnd()
{
    press("Ctrl+R");
    return m_window->controller().isRunning() && waitForState(RunDocument::State::Finished)
        && QTest::qWaitFor([this] { return !m_window->controller().isRunning(); }, kLongestWaitMs);
}

bool WindowDriver::waitForLayers(int count)
{
    return QTest::qWaitFor([&] { return current().finishedLayers() >= count; }, kLongestWaitMs);
}

} // namespace latticeq::ui::test
