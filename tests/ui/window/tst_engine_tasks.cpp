// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/scripted_engine.h"
#include "ui/window/engine_tasks.h"

#include <QTest>
#include <QThread>

using namespace latticeq;
using namespace latticeq::ui;

class TestEngineTasks : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_promise = {}; }

    void waitsUntilTheEngineIsThere();
    void answersOneAfterTheOtherOnAnotherThread();
    void keepsTheSentenceOfAFailure();
    void tellsWhyThereIsNoEngine();
    void endsWhereTheEngineNeverComes();
    void endsOnlyAfterItsQuestions();

private:
    void giveEngine() { m_promise.set_value(&m_engine); }

    test::ScriptedEngine m_engine;
    std::promise<Engine*> m_promise;
};

void TestEngineTasks::waitsUntilTheEngineIsThere()
{
    EngineTasks tasks;
    tasks.setEngine(m_promise.get_future().share());
    QFuture<Engine*> answer = tasks.ask([](Engine& engine) { return &engine; });
    QVERIFY(!answer.isFinished());
    giveEngine();
    QCOMPARE(answer.result(), &m_engine);
}

void TestEngineTasks::answersOneAfterTheOtherOnAnotherThread()
{
    EngineTasks tasks;
    tasks.setEngine(m_promise.get_future().share());
    giveEngine();
    std::atomic<int> asked = 0;
    std::atomic<int> atOnce = 0;
    QList<QFuture<int>> answers;
    for (int i = 0; i < 20; ++i) {
        answers.append(tasks.ask([&, window = QThread::currentThread()](Engine&) {
            const bool alone = atOnce.fetch_add(1) == 0 && QThread::currentThread() != window;
            const int order = asked.fetch_add(1);
            QThread::yieldCurrentThread();
            atOnce.fetch_sub(1);
            return alone ? order : -1;
        }));
    }
    // Asked for its result, a future that has not begun would be worked off here.
    QTRY_VERIFY(answers.last().isFinished());
    for (int i = 0; i < answers.size(); ++i)
        QCOMPARE(answers[i].result(), i);
}

void TestEngineTasks::keepsTheSentenceOfAFailure()
{
    EngineTasks tasks;
    tasks.setEngine(m_promise.get_future().share());
    giveEngine();
    QString sentence;
    bool answered = false;
    tasks.ask([](Engine&) -> int { throw std::invalid_argument("no weights for résnet"); })
        .then(this, [&](int) { answered = true; })
        .onFailed(this, [&](const std::exception& error) { sentence = QString::fromUtf8(error.what()); });
    QTRY_COMPARE(sentence, QString("no weights for résnet"));
    QVERIFY(!answered);
    QCOMPARE(tasks.ask([](Engine&) { return 7; }).result(), 7);
}

void TestEngineTasks::tellsWhyThereIsNoEngine()
{
    EngineTasks tasks;
    tasks.setEngine(m_promise.get_future().share());
    QString sentence;
    tasks.ask([](Engine& engine) { return engine.devices(); })
        .then(this, [](const std::vector<DeviceDescription>&) {})
        .onFailed(this, [&](const std::exception& error) { sentence = QString::fromUtf8(error.what()); });
    m_promise.set_exception(std::make_exception_ptr(std::runtime_error("the library is missing")));
    QTRY_COMPARE(sentence, QString("the library is missing"));
}

void TestEngineTasks::endsWhereTheEngineNeverComes()
{
    QFuture<int> answer;
    {
        EngineTasks tasks;
        std::promise<Engine*> broken;
        tasks.setEngine(broken.get_future().share());
        answer = tasks.ask([](Engine&) { return 1; });
    }
    QVERIFY(answer.isFinished());
    QVERIFY_THROWS_EXCEPTION(std::future_error, answer.result());
}

void TestEngineTasks::endsOnlyAfterItsQuestions()
{
    giveEngine();
    std::atomic<int> answered = 0;
    {
        EngineTasks tasks;
        tasks.setEngine(m_promise.get_future().share());
        for (int i = 0; i < 5; ++i)
            tasks.ask([&](Engine&) { return ++answered; });
    }
    QCOMPARE(answered.load(), 5);
}

QTEST_MAIN(TestEngineTasks)
#include "tst_engine_tasks.moc"
