// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/engine.h"

#include <QObject>
#include <QTimer>

#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

namespace latticeq::ui {

/**
 * Owns the thread on which the engine is opened and runs go on. Events are gathered and handed over as whole batches
 * every 40 ms; those of an older run are dropped. Only start, pause, resume and stop travel the other way.
 */
class RunSession : public QObject
{
    Q_OBJECT
public:
    using Opener = std::function<Engine&()>; // called once, on the session's thread

    explicit RunSession(Opener opener, QObject* parent = nullptr);
    /** Stops a run that goes on and waits for its end, a fraction of a second. */
    ~RunSession() override;

    /** Begins to open the engine, once; start() does so too. */
    void open();
    /** The engine once it is there; get() waits and throws where it cannot be opened. */
    std::shared_future<Engine*> engine() const { return m_engine; }

    /** Starts a run; only while none goes on. */
    void start(const RunSettings& settings);
    void pause();
    void resume();
    void stop();
    bool isRunning() const { return m_running; }
    bool isPaused() const { return m_running && m_control && m_control->paused(); }

signals:
    void engineReady();
    void engineFailed(const QString& sentence);
    void eventsArrived(const std::vector<latticeq::RunEvent>& events);
    void ended(const latticeq::RunResult& result);
    void failed(const QString& sentence);

private:
    using Job = std::function<void()>;
    void work(const std::stop_token& stop);
    void post(Job job);
    void openEngine();
    void execute(uint64_t run, const RunSettings& settings, RunControl& control);
    /** Calls `tell` on the window's thread after all events so far, if `run` is still the latest. */
    void conclude(uint64_t run, std::function<void()> tell);
    void drain();

    Opener m_opener;
    std::promise<Engine*> m_promise;
    std::shared_future<Engine*> m_engine;
    bool m_openAsked = false;
    uint64_t m_run = 0; // id of the latest run
    bool m_running = false;
    std::shared_ptr<RunControl> m_control;
    QTimer m_drainTimer;

    std::mutex m_mutex; // of the two below
    std::vector<std::pair<uint64_t, RunEvent>> m_events;
    std::vector<Job> m_jobs;
    std::condition_variable_any m_posted;
    std::jthread m_thread; // last: it ends before anything that it uses
};

} // namespace latticeq::ui
