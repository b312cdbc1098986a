// SPDX-License-Identifier: GPL-3.0-or-later
// How late the window's event loop is while a run keeps every core busy and a person visits every page and side view:
//   bench_event_loop [run] [steps]      the real engine; 800 steps is w4a8b8-full
//   bench_event_loop stream [seconds]   a synthetic stream of 200 layers
#include "core/run/presets.h"
#include "tests/bench/bench_window.h"
#include "tests/bench/stream_engine.h"
#include "tests/bench/turn_probe.h"
#include "ui/window/engine_library.h"
#include "ui/window/stage.h"
#include "ui/window/window_layout.h"

#include <QAction>
#include <QDockWidget>

#include <cstdlib>
#include <string_view>

using namespace latticeq;
using namespace latticeq::ui;

namespace {

constexpr int kVisitMs = 900;
constexpr int kLayers = 200;

/** Visits pages, side views and layers one after the other, as long as it lives. */
class Tour
{
public:
    Tour(MainWindow& window, bench::TurnProbe& probe)
        : m_window(window)
        , m_probe(probe)
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { visitNext(); });
        m_timer.start(kVisitMs);
    }

private:
    void visitNext()
    {
        static constexpr const char* kPages[] = { "Errors", "Lattices", "Compare" };
        const int page = m_visit % 3;
        const int view = m_visit / 3 % 7;
        m_probe.setActivity(kPages[page] + std::string(", ") + sideViewTitle(SideView(view)).toStdString());
        m_window.stage().setCurrent(page);
        m_window.windowLayout().raise(SideView(view));
        if (m_visit % 11 == 10)
            chooseAnotherLayer();
        ++m_visit;
    }
    /** Every other time the selection follows the search again. */
    void chooseAnotherLayer()
    {
        LayerSelection& selection = m_window.workspace().selection();
        const auto& layers = m_window.workspace().current()->layers();
        if (selection.following() && !layers.empty())
            selection.choose(layers[static_cast<size_t>(m_visit) % layers.size()].name());
        else
            selection.setFollowing(true);
    }

    MainWindow& m_window;
    bench::TurnProbe& m_probe;
    QTimer m_timer;
    int m_visit = 0;
};

bool measure(bench::BenchWindow& bench, const RunSettings& settings, const char* title)
{
    bench::TurnProbe probe;
    int events = 0;
    const auto counter = QObject::connect(&bench.window().session(), &RunSession::eventsArrived, &bench.window(),
        [&](const std::vector<RunEvent>& arrived) { events += static_cast<int>(arrived.size()); });
    const Tour tour(bench.window(), probe);
    probe.start();
    bench.run(settings);
    bench::BenchWindow::pause(500); // the end is shown
    probe.stop();
    QObject::disconnect(counter);
    std::printf("%d events\n", events);
    return probe.report(title);
}

bool measureRun(int64_t steps)
{
    bench::BenchWindow bench(&openEngineLibrary);
    RunSettings settings = findPreset("demo").settings;
    bench.run(settings);
    bench.window().library().setPins({ bench.window().controller().running()->id });
    settings = findPreset("w4a8b8-full").settings;
    settings.steps = steps;
    return measure(bench, settings, "real run");
}

bool measureStream(double seconds)
{
    bench::StreamEngine engine(kLayers, seconds);
    bench::BenchWindow bench([&]() -> Engine& { return engine; });
    return measure(bench, test::sampleSettings(), "stream of 200 layers");
}

} // namespace

int main(int argc, char* argv[])
{
    const bench::BenchApplication application(argc, argv);
    const bool stream = argc > 1 && std::string_view(argv[1]) == "stream";
    const double amount = argc > 2 ? std::atof(argv[2]) : stream ? 60.0 : 8000.0;
    const bool met = stream ? measureStream(amount) : measureRun(static_cast<int64_t>(amount));
    return met ? 0 : 1;
}
