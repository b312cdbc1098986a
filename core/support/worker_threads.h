// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace latticeq {

/**
 * Threads that wait for work between one short parallel loop and the next. The search needs thousands of them in a
 * run, with a thread count of its own: LibTorch's pool belongs to whoever built LibTorch.
 */
class WorkerThreads
{
public:
    /** `threads` counts the caller of forEach(), so 1 starts none. */
    explicit WorkerThreads(int threads);
    WorkerThreads(const WorkerThreads&) = delete;
    WorkerThreads& operator=(const WorkerThreads&) = delete;
    ~WorkerThreads();

    int count() const { return static_cast<int>(m_threads.size()) + 1; }

    /**
     * Calls body(index) once for every index below `count` and returns when all are done. Each thread takes the next
     * index as it gets free. An exception of a body is rethrown here, after all threads have ended their work.
     */
    void forEach(int64_t count, const std::function<void(int64_t)>& body);

private:
    void waitForWork();
    void work();

    std::mutex m_mutex;
    std::condition_variable m_workReady;
    std::condition_variable m_workDone;
    uint64_t m_loop = 0; // counts the loops, so that no thread takes part in one twice
    int m_working = 0;
    bool m_end = false;

    const std::function<void(int64_t)>* m_body = nullptr;
    int64_t m_count = 0;
    std::atomic<int64_t> m_next { 0 };
    std::exception_ptr m_error;
    std::vector<std::jthread> m_threads; // last, so that they end before the rest goes
};

} // namespace latticeq
