// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run_control.h"

namespace latticeq {

void RunControl::pause()
{
    const std::lock_guard lock(m_mutex);
    if (!m_paused.exchange(true))
        m_pauseStart = std::chrono::steady_clock::now();
}

void RunControl::resume()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_paused.exchange(false))
            m_pausedTime += std::chrono::steady_clock::now() - m_pauseStart;
    }
    m_changed.notify_all();
}

bool RunControl::waitWhilePaused()
{
    if (m_paused.load() && !stopRequested()) {
        std::unique_lock lock(m_mutex);
        // A signal handler may not notify, so the stop flag is looked at from time to time.
        while (m_paused.load() && !stopRequested())
            m_changed.wait_for(lock, std::chrono::milliseconds(50));
    }
    return !stopRequested();
}

std::chrono::duration<double> RunControl::pausedTime() const
{
    const std::lock_guard lock(m_mutex);
    std::chrono::duration<double> sum = m_pausedTime;
    if (m_paused.load())
        sum += std::chrono::steady_clock::now() - m_pauseStart;
    return sum;
}

} // namespace latticeq
