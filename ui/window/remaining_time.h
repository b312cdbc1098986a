// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace latticeq::ui {

/** What a run says of its remaining time: never a number that climbs. */
class RemainingTime
{
public:
    void reset() { *this = RemainingTime(); }

    /** "estimating" in the first five seconds, then "about 0:17 left", whole minutes above two; where the estimate
     * has risen since, "taking longer than expected". */
    QString text(double elapsedSeconds, std::optional<double> remainingSeconds);

private:
    std::optional<double> m_promisedEnd; // seconds from the start: the earliest end that was promised
};

} // namespace latticeq::ui
