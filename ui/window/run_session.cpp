// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/run_session.h"

#include <utility>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace latticeq::ui {

namespace {

constexpr int kDrainMs = 40;

/** Lets the window go first where both want a core; threads that this one starts inherit it. */
void lowerPriority()
{
#ifdef Q_OS_LINUX
    constexpr int kNice = 5;
    setpriority(PRIO_PROCESS, 0, kNice); // Linux: of the calling thread only
#endif
}

} // namespace

RunSession::RunSession(Opener opener, QObject* parent)
    : QObject(parent)
    , m_opener(std::move(opener))
    , m_engine(m_promise.get_future().share())
    , m_thread([this](const std::stop_token& stop) { work(stop); })
{
    m_drainTimer.setInterval(kDrainMs);
    connect(&m_drainTimer, &QTimer::timeout, this, &RunSession::drain);
}

RunSession::~RunSession()
{
    stop();
}

void RunSession::work(const std::stop_token& stop)
{
    lowerPriority();
    while (!stop.stop_requested()) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            if (!m_posted.wait(lock, stop, [this] { return !m_jobs.empty(); }))
                return;
            job = std::move(m_jobs.front());
            m_jobs.erase(m_jobs.begin());
        }
        job();
    }
}

void RunSession::post(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_posted.notify_one();
}

void RunSession::open()
{
    if (!std::exchange(m_openAsked, true))
        post([this] { openEngine(); });
}

void RunSession::openEngine()
{
    try {
        m_promise.set_value(&m_opener());
        QMetaObject::invokeMethod(this, &RunSession::engineReady, Qt::QueuedConnection);
    } catch (const std::exception& error) {
        m_promise.set_exception(std::current_exception());
        const QString sentence = QString::fromUtf8(error.what());
        QMetaObject::invokeMethod(
            this, [this, sentence] { emit engineFailed(sentence); }, Qt::QueuedConnection);
    }
}

void RunSession::start(const RunSettings& settings)
{
    Q_ASSERT(!m_running);
    open(); // the run waits for the engine on the same thread
    m_running = true;
    m_control = std::make_shared<RunControl>();
    m_drainTimer.start();
    post([this, run = ++m_run, settings, control = m_control] { execute(run, settings, *control); });
}

void RunSession::pause()
{
    if (m_running)
        m_control->pause();
}

void RunSession::resume()
{
    if (m_running)
        m_control->resume();
}

void RunSession::stop()
{
    if (m_running)
        m_control->requestStop();
}

void RunSession::execute(uint64_t run, const RunSettings& settings, RunControl& control)
{
    const auto sink = [this, run](const RunEvent& event) {
        const std::lock_guard lock(m_mutex);
        m_events.emplace_back(run, event);
    };
    try {
        RunResult result = m_engine.get()->run(settings, sink, control);
        conclude(run, [this, result = std::move(result)] { emit ended(result); });
    } catch (const std::exception& error) {
        conclude(run, [this, sentence = QString::fromUtf8(error.what())] { emit failed(sentence); });
    }
}

void RunSession::conclude(uint64_t run, std::function<void()> tell)
{
    const auto end = [this, run, tell = std::move(tell)] {
        drain();
        if (run != m_run)
            return;
        m_drainTimer.stop();
        m_running = false;
        tell();
    };
    QMetaObject::invokeMethod(this, end, Qt::QueuedConnection);
}

void RunSession::drain()
{
    std::vector<std::pair<uint64_t, RunEvent>> arrived;
    {
        const std::lock_guard lock(m_mutex);
        arrived.swap(m_events);
    }
    std::vector<RunEvent> events;
    for (auto& [run, event] : arrived) {
        if (run == m_run)
            events.push_back(std::move(event));
    }
    if (!events.empty())
        emit eventsArrived(events);
}

} // namespace latticeq::ui
