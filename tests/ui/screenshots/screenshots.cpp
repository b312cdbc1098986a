// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_driver.h"
#include "ui/lattices/lattice_view.h"
#include "ui/plots/error_plot.h"
#include "ui/report/export_sheet.h"
#include "ui/runs/runs_view.h"
#include "ui/support/theme.h"
#include "ui/window/language.h"
#include "ui/window/main_window.h"
#include "ui/window/run_controller.h"
#include "ui/window/run_library.h"
#include "ui/window/run_session.h"
#include "ui/window/stage.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace latticeq::ui;

namespace {

constexpr QSize kWindow { 1280, 800 }; // logical pixels
constexpr int kSettleMs = 700; // replots, lattices from their thread, blinking left aside

/** Brings the real window into each state and writes what it shows, light and dark. */
class Screenshots
{
public:
    explicit Screenshots(const QString& folder)
        : m_folder(folder)
    {
    }

    int takeAll();

private:
    void take(const QString& name, QWidget* widget = nullptr);
    bool takeStart();
    bool takeRunning();
    void takeErrors();
    void takeLattices();
    void takeSideViews();
    void takeSheets();
    bool takeComparison();
    bool takeTradeOff();
    bool takeFailure();
    void showLayer(const QString& layer);

    QDir m_folder;
    test::WindowDriver m_driver;
};

void Screenshots::take(const QString& name, QWidget* widget)
{
    if (!widget)
        widget = &m_driver.window();
    const qreal ratio = widget->devicePixelRatioF();
    for (const bool dark : { false, true }) {
        applyTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        QTest::qWait(kSettleMs);
        const QString file = QStringLiteral("%1_%2_%3.png").arg(name, dark ? "dark" : "light").arg(qRound(100 * ratio));
        if (!widget->grab().save(m_folder.filePath(file)))
            qFatal("cannot write %s", qPrintable(m_folder.filePath(file)));
    }
    applyTheme(ThemeChoice::Light);
}

void Screenshots::showLayer(const QString& layer)
{
    m_driver.window().workspace().selection().choose(layer);
}

bool Screenshots::takeStart()
{
    if (!m_driver.show(kWindow))
        return false;
    take("01_first_start");
    m_driver.press("Ctrl+2");
    take("02_first_start_lattices");
    m_driver.press("Ctrl+3");
    take("03_first_start_compare");
    m_driver.press("Ctrl+1");
    return true;
}

/** The demo's own run; stopped for the pictures where it is in the middle of the search. */
bool Screenshots::takeRunning()
{
    m_driver.type("data.evaluationImages", 2000);
    m_driver.press("Ctrl+R");
    if (!m_driver.waitForLayers(10))
        return false;
    m_driver.press("Ctrl+Shift+R");
    take("04_paused");
    m_driver.press("Ctrl+2");
    take("05_paused_lattices");
    m_driver.press("Ctrl+1");
    m_driver.press("Ctrl+R");
    const bool measuring
        = QTest::qWaitFor([this] { return m_driver.current().phase() == latticeq::Phase::MeasuringAccuracy; }, 60'000);
    if (!measuring)
        return false;
    m_driver.press("Ctrl+Shift+R");
    take("06_measuring");
    m_driver.press("Ctrl+R");
    return m_driver.waitForState(RunDocument::State::Finished);
}

void Screenshots::takeErrors()
{
    take("07_finished");
    auto* errors = m_driver.window().findChild<ErrorPlot*>();
    const auto metric = errors->metric();
    auto& combo = m_driver.find<QComboBox>("metric");
    for (int i = 1; i < combo.count(); ++i) {
        m_driver.choose("metric", i);
        take(QStringLiteral("08_errors_metric_%1").arg(i));
    }
    errors->setMetric(metric);
}

void Screenshots::takeLattices()
{
    m_driver.press("Ctrl+2");
    showLayer("layer3.0.downsample.0");
    take("10_lattices_n2");
    showLayer("layer2.0.conv1");
    take("11_lattices_n3_turn");
    m_driver.press("P");
    take("12_lattices_n3_planes");
    m_driver.press("S");
    take("13_lattices_n3_sheets");
    m_driver.press("T");
    showLayer("conv1");
    take("14_lattices_n1");
    showLayer("fc");
    take("15_lattices_fc");
    showLayer("layer3.0.downsample.0");
    m_driver.press("F11");
    take("16_lattices_alone");
    m_driver.press("F11");
    m_driver.press("Ctrl+1");
}

void Screenshots::takeSideViews()
{
    showLayer("layer2.1.conv1");
    m_driver.press("Ctrl+0");
    take("20_distribution");
    m_driver.press("Ctrl+7");
    m_driver.press("Ctrl+6");
    take("21_runs");
    m_driver.press("Ctrl+9");
    take("22_log");
    m_driver.press("Ctrl+5");
}

void Screenshots::takeSheets()
{
    m_driver.press("Ctrl+E");
    if (auto* sheet = m_driver.window().findChild<ExportSheet*>()) {
        sheet->setFolder(QStringLiteral("/home/ada/lattices"));
        take("30_export", sheet);
        delete sheet;
    }
    m_driver.activate();
    m_driver.press("F1");
    if (auto* sheet = m_driver.window().findChild<QDialog*>("shortcutSheet")) {
        take("31_keys", sheet);
        delete sheet;
    }
    m_driver.activate();
}

bool Screenshots::takeComparison()
{
    const QString first = m_driver.current().id;
    m_driver.type("weights.bits", 3);
    if (!m_driver.runToEnd())
        return false;
    m_driver.window().library().setPins({ first, m_driver.current().id });
    take("40_two_runs_errors");
    m_driver.press("Ctrl+2");
    take("41_two_runs_lattices");
    m_driver.press("Ctrl+3");
    take("42_two_runs_compare");
    m_driver.press("Ctrl+6");
    take("43_two_runs_list");
    m_driver.press("Ctrl+5");
    m_driver.press("Ctrl+1");
    return true;
}

/** A run that chooses its layers' bits, while it measures them and in the end. */
bool Screenshots::takeTradeOff()
{
    constexpr int kBySize = 1; // of the choices of "weights.rule"
    m_driver.window().library().setPins({});
    m_driver.choose("weights.rule", kBySize);
    m_driver.press("Ctrl+Shift+T");
    m_driver.press("Ctrl+R");
    const bool choosing
        = QTest::qWaitFor([this] { return m_driver.current().phase() == latticeq::Phase::ChoosingBits; }, 60'000);
    if (!choosing)
        return false;
    m_driver.press("Ctrl+Shift+R");
    take("44_choosing_bits");
    m_driver.press("Ctrl+R");
    if (!m_driver.waitForState(RunDocument::State::Finished))
        return false;
    take("45_trade_off");
    m_driver.press("Ctrl+7");
    return true;
}

bool Screenshots::takeFailure()
{
    m_driver.window().controller().setRunsFolder(QStringLiteral("/proc/runs"));
    m_driver.press("Ctrl+R");
    if (!m_driver.waitForState(RunDocument::State::Failed))
        return false;
    take("50_failure");
    m_driver.window().open("resnet18");
    if (!m_driver.waitForNotice(QStringLiteral("resnet18")))
        return false;
    take("51_no_weights");
    applyLanguage("fr");
    take("52_french");
    return true;
}

int Screenshots::takeAll()
{
    if (!takeStart() || !takeRunning())
        return 1;
    takeErrors();
    takeLattices();
    takeSideViews();
    takeSheets();
    return takeComparison() && takeTradeOff() && takeFailure() ? 0 : 1;
}

} // namespace

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1])))
        qFatal("latticeq_screenshots FOLDER");
    test::useOwnPreferences();
    applyLanguage("en");
    QFont font = QApplication::font();
    font.setPixelSize(13);
    QApplication::setFont(font);
    return Screenshots(QString::fromLocal8Bit(argv[1])).takeAll();
}
