// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run_control.h"

namespace latticeq {

void RunControl::pause()
{
    m_paused.store(true);
}

void RunControl::resume()
{
    {
        const std::lock_guard lock(m_mutex);
        m_paused.store(false);
    }
    m_changed.notify_all();
}

bool RunControl::waitWhilePaused()
{
    if (m_paused.load() && !stopRequested()) {
        const auto start = std::chrono::steady_clock::now();
        std::unique_lock lock(m_mutex);
        // A signal handler may not notify, so the stop flag is looked at from time to time.
        while (m_paused.load() && !stopRequested())
            m_changed.wait_for(lock, std::chrono::milliseconds(50));
        m_pausedTime += std::chrono::steady_clock::now() - start;
    }
    return !stopRequested();
}

} // namespace latticeq
