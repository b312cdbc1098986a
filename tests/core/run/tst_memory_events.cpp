// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/memory_events.h"

#include <QtTest/QtTest>

using namespace latticeq;
using namespace std::chrono_literals;

class MemoryEventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_events.clear(); }
    void aCardsMemoryFollowsTheFirstEvent();
    void memoryIsToldOnceInAnInterval();
    void memoryIsToldAgainAfterTheInterval();
    void theProcessorHasNone();

private:
    EventSink sinkFor(const DeviceChoice& device, std::chrono::milliseconds interval)
    {
        return withMemoryEvents(
            device, [this](const RunEvent& event) { m_events.push_back(event); },
            [](const std::string& name) { return name == "cuda:1" ? 1'200 : -1; }, interval);
    }
    qsizetype memoryEvents() const
    {
        return std::count_if(m_events.begin(), m_events.end(),
            [](const RunEvent& event) { return std::holds_alternative<DeviceMemory>(event); });
    }

    const DeviceChoice m_card { "cuda:1", "cuda:1 NVIDIA H100", "", 85'000 };
    std::vector<RunEvent> m_events;
};

void MemoryEventsTest::aCardsMemoryFollowsTheFirstEvent()
{
    sinkFor(m_card, 1h)(PhaseStarted { Phase::Loading });
    QCOMPARE(m_events.size(), size_t(2));
    QVERIFY(std::holds_alternative<PhaseStarted>(m_events[0]));
    const auto memory = std::get<DeviceMemory>(m_events[1]);
    QCOMPARE(memory.device, std::string("cuda:1 NVIDIA H100"));
    QCOMPARE(memory.usedBytes, int64_t(1'200));
    QCOMPARE(memory.totalBytes, int64_t(85'000));
}

void MemoryEventsTest::memoryIsToldOnceInAnInterval()
{
    const EventSink sink = sinkFor(m_card, 1h);
    for (int i = 0; i < 100; ++i)
        sink(ProgressMade {});
    QCOMPARE(m_events.size(), size_t(101));
    QCOMPARE(memoryEvents(), 1);
}

void MemoryEventsTest::memoryIsToldAgainAfterTheInterval()
{
    const EventSink sink = sinkFor(m_card, 20ms);
    const auto tellAndCount = [&] {
        sink(ProgressMade {});
        return memoryEvents();
    };
    QTRY_VERIFY(tellAndCount() == 3);
}

void MemoryEventsTest::theProcessorHasNone()
{
    sinkFor({ "cpu", "cpu", "" }, 0ms)(ProgressMade {});
    QCOMPARE(m_events.size(), size_t(1));
    QCOMPARE(memoryEvents(), 0);
}

QTEST_GUILESS_MAIN(MemoryEventsTest)
#include "tst_memory_events.moc"
