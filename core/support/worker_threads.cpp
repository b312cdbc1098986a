// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/worker_threads.h"

#include "core/support/thread_count.h"

namespace latticeq {

WorkerThreads::WorkerThreads(int threads)
{
    for (int i = 1; i < threads; ++i)
        m_threads.emplace_back([this] { waitForWork(); });
}

WorkerThreads::~WorkerThreads()
{
    const std::lock_guard lock(m_mutex);
    m_end = true;
    m_workReady.notify_all();
}

void WorkerThreads::forEach(int64_t count, const std::function<void(int64_t)>& body)
{
    {
        const std::lock_guard lock(m_mutex);
        m_body = &body;
        m_count = count;
        m_next = 0;
        m_error = nullptr;
        m_working = static_cast<int>(m_threads.size());
        ++m_loop;
    }
    m_workReady.notify_all();
    work();
    std::unique_lock lock(m_mutex);
    m_workDone.wait(lock, [this] { return m_working == 0; });
    if (m_error)
        std::rethrow_exception(m_error);
}

void WorkerThreads::waitForWork()
{
    const ThreadCount oneThread(1); // what LibTorch computes in a worker stays in it
    uint64_t lastLoop = 0;
    while (true) {
        {
            std::unique_lock lock(m_mutex);
            m_workReady.wait(lock, [&] { return m_end || m_loop != lastLoop; });
            if (m_end)
                return;
            lastLoop = m_loop;
        }
        work();
        const std::lock_guard lock(m_mutex);
        if (--m_working == 0)
            m_workDone.notify_one();
    }
}

void WorkerThreads::work()
{
    try {
        for (int64_t index = m_next++; index < m_count; index = m_next++)
            (*m_body)(index);
    } catch (...) {
        const std::lock_guard lock(m_mutex);
        m_error = std::current_exception();
        m_next = m_count;
    }
}

} // namespace latticeq
