// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace latticeq {

/** Carries stop and pause to a run on another thread. Stopping is final and ends a pause. */
class RunControl
{
public:
    /** Safe to call from a signal handler: it only sets a flag; a paused run notices within 50 ms. */
    void requestStop() noexcept { m_stop.store(true, std::memory_order_relaxed); }
    void pause();
    void resume();

    bool stopRequested() const { return m_stop.load(std::memory_order_relaxed); }
    bool paused() const { return m_paused.load(); }
    /** For loops that cannot call back: true from the moment of requestStop() on. */
    const std::atomic<bool>& stopFlag() const { return m_stop; }

    /** Returns at once unless paused; then on resume or stop. False when the run is to stop. For any thread. */
    bool waitWhilePaused();

    /** Time between pause() and resume() so far, to leave out of elapsed times and budgets. */
    std::chrono::duration<double> pausedTime() const;

private:
    std::atomic<bool> m_stop { false };
    std::atomic<bool> m_paused { false };
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::chrono::steady_clock::time_point m_pauseStart;
    std::chrono::duration<double> m_pausedTime { 0 }; // of pauses that have ended
};

} // namespace latticeq
