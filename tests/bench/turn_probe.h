// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

namespace latticeq::ui::bench {

/** Measures how late every turn of the event loop is: a 4 ms timer that should fire, against when it does. */
class TurnProbe
{
public:
    TurnProbe()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(kIntervalMs);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { turn(); });
    }

    void start()
    {
        m_total.start();
        m_since.start();
        m_computedBefore = computedMs();
        m_timer.start();
    }
    void stop()
    {
        m_timer.stop();
        m_seconds = seconds();
    }
    /** What is done from now on; the latest turns are told with it. */
    void setActivity(std::string activity) { m_activity = std::move(activity); }
    double seconds() const { return static_cast<double>(m_total.elapsed()) / 1000; }

    /** Prints the figures; whether 99 % of the turns were less than 16 ms late and none more than 100 ms. */
    bool report(const char* title)
    {
        std::sort(m_turns.begin(), m_turns.end(), [](const Turn& a, const Turn& b) { return a.lateMs < b.lateMs; });
        std::printf("%s: %zu turns in %.1f s; late by median %.2f, 99 %% %.2f, 99.9 %% %.2f, at most %.2f ms\n", title,
            m_turns.size(), m_seconds, quantile(0.5), quantile(0.99), quantile(0.999), quantile(1));
        for (auto turn = m_turns.rbegin(); turn != m_turns.rend() && turn - m_turns.rbegin() < kLatestShown; ++turn)
            std::printf("  %6.1f ms late, %5.1f ms of them computing, at %5.1f s: %s\n", turn->lateMs,
                turn->computingMs, turn->seconds, turn->activity.c_str());
        const bool met = quantile(0.99) < 16 && quantile(1) <= 100;
        std::printf("  target (99 %% under 16 ms, none over 100 ms): %s\n", met ? "met" : "MISSED");
        return met;
    }

private:
    struct Turn
    {
        double lateMs;
        double computingMs; // of this thread; the rest it waited, for a core above all
        double seconds; // since the start
        std::string activity;
    };
    static constexpr int kIntervalMs = 4;
    static constexpr int kLatestShown = 8;

    void turn()
    {
        const double lateMs = static_cast<double>(m_since.nsecsElapsed()) / 1e6 - kIntervalMs;
        const double computed = computedMs();
        m_turns.push_back({ std::max(0.0, lateMs), computed - m_computedBefore, seconds(), m_activity });
        m_computedBefore = computed;
        m_since.start();
    }
    static double computedMs()
    {
        timespec time {};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
    }
    double quantile(double share) const
    {
        if (m_turns.empty())
            return 0;
        return m_turns[static_cast<size_t>(share * static_cast<double>(m_turns.size() - 1))].lateMs;
    }

    QTimer m_timer;
    QElapsedTimer m_total;
    QElapsedTimer m_since;
    double m_computedBefore = 0;
    double m_seconds = 0; // from start to stop
    std::string m_activity = "start";
    std::vector<Turn> m_turns;
};

} // namespace latticeq::ui::bench
