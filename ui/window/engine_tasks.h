// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/engine.h"

#include <QPromise>
#include <QThreadPool>
#include <QtConcurrent>

#include <future>

namespace latticeq::ui {

/**
 * Questions to the engine beside a run, one after the other on a thread of their own; each waits until the engine is
 * there. Answers are futures: `tasks.ask(...).then(receiver, ...).onFailed(receiver, ...)`.
 */
class EngineTasks
{
public:
    EngineTasks() { m_pool.setMaxThreadCount(1); }
    ~EngineTasks() { m_pool.waitForDone(); }
    EngineTasks(const EngineTasks&) = delete;
    EngineTasks& operator=(const EngineTasks&) = delete;

    void setEngine(std::shared_future<Engine*> engine) { m_engine = std::move(engine); }

    template <typename Question> auto ask(Question question)
    {
        using Answer = std::invoke_result_t<Question, Engine&>;
        // QtConcurrent wraps other exceptions than its own, and loses their sentences by that.
        return QtConcurrent::run(
            &m_pool, [engine = m_engine, question = std::move(question)](QPromise<Answer>& promise) {
                try {
                    promise.addResult(question(*engine.get()));
                } catch (...) {
                    promise.setException(std::current_exception());
                }
            });
    }

private:
    std::shared_future<Engine*> m_engine;
    QThreadPool m_pool;
};

} // namespace latticeq::ui
