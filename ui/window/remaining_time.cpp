// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/remaining_time.h"

#include "ui/support/number_format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace latticeq::ui {

namespace {

constexpr double kFirstEstimateSeconds = 5;
constexpr double kWholeMinutesFrom = 120;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RemainingTime)
};

} // namespace

QString RemainingTime::text(double elapsedSeconds, std::optional<double> remainingSeconds)
{
    if (elapsedSeconds < kFirstEstimateSeconds || !remainingSeconds)
        return Texts::tr("estimating");
    const double end = elapsedSeconds + std::max(0.0, *remainingSeconds);
    m_promisedEnd = std::min(m_promisedEnd.value_or(end), end);
    const double left = *m_promisedEnd - elapsedSeconds;
    // A promise that is over, while a good deal is left to do.
    if (left < 1 && *remainingSeconds > 3)
        return Texts::tr("taking longer than expected");
    if (left > kWholeMinutesFrom)
        return Texts::tr("about %1 min left").arg(std::lround(left / 60));
    return Texts::tr("about %1 left").arg(formatDuration(left));
}

} // namespace latticeq::ui
