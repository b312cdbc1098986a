// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_result.h"

#include <cstdio>

namespace latticeq {

/**
 * Tells a person how a run goes: on a terminal one live line with the remaining time, elsewhere plain lines. With
 * JSON on standard output it writes to standard error instead.
 */
class ConsoleReporter
{
public:
    explicit ConsoleReporter(bool jsonOutput);
    ~ConsoleReporter();
    ConsoleReporter(const ConsoleReporter&) = delete;
    ConsoleReporter& operator=(const ConsoleReporter&) = delete;

    void operator()(const RunEvent& event);
    /** Takes the live line away, so that something else can be printed. */
    void clearLine();

private:
    void line(const std::string& text);
    void showLive();

    std::FILE* m_stream;
    bool m_live;
    bool m_lineShown = false;
    Phase m_phase = Phase::Loading;
    std::string m_detail;
    ProgressMade m_progress;
};

/** The table of layers and the accuracies, as `latticeq quantize` prints them. */
void printResult(const RunResult& result);

/** "0:21" or "1:04:10". */
std::string timeText(double seconds);

/** "0.155 MB", in millions of bytes. */
std::string megabytesText(int64_t bytes);

} // namespace latticeq
