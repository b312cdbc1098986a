// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/error_scale.h"

#include "ui/plots/log_ticker.h"
#include "ui/plots/number_ticker.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace latticeq::ui {

namespace {

constexpr double kLinearSpan = 30; // the largest ratio of errors that a linear axis still shows well
constexpr double kHeadroom = 1.08; // above the bars
constexpr int kMostTicks = 5;

std::vector<double> positive(const std::vector<double>& values)
{
    std::vector<double> kept;
    std::copy_if(values.begin(), values.end(), std::back_inserter(kept),
        [](double value) { return std::isfinite(value) && value > 0; });
    return kept;
}

} // namespace

ErrorScale errorScale(const std::vector<double>& searched, const std::vector<double>& all, ScaleChoice choice)
{
    const std::vector<double> shown = positive(all);
    const std::vector<double> meant = positive(searched).empty() ? shown : positive(searched);
    ErrorScale scale;
    if (shown.empty()) {
        scale.exponent = -6;
        scale.upper = 1e-6;
        return scale;
    }
    const double smallest = *std::min_element(meant.begin(), meant.end());
    const double largest = *std::max_element(meant.begin(), meant.end());
    scale.log = choice == ScaleChoice::Log || (choice == ScaleChoice::Auto && largest / smallest >= kLinearSpan);
    scale.upper = *std::max_element(shown.begin(), shown.end());
    if (scale.log) {
        scale.lower = smallest / 10;
        scale.upper *= std::pow(scale.upper / scale.lower, kHeadroom - 1);
        return scale;
    }
    scale.upper *= kHeadroom;
    const auto decade = static_cast<int>(std::floor(std::log10(scale.upper)));
    scale.exponent = decade == -1 ? 0 : 3 * static_cast<int>(std::floor(decade / 3.0));
    return scale;
}

ErrorScale decibelScale(const std::vector<double>& all)
{
    ErrorScale scale;
    scale.upper = 10;
    for (const double value : all) {
        if (std::isfinite(value)) {
            scale.lower = std::min(scale.lower, kHeadroom * value);
            scale.upper = std::max(scale.upper, kHeadroom * value);
        }
    }
    return scale;
}

void applyErrorScale(QCPAxis& axis, const ErrorScale& scale)
{
    axis.setScaleType(scale.log ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    if (scale.log)
        axis.setTicker(QSharedPointer<LogTicker>::create(axis, LogTicker::Labels::Powers, kMostTicks));
    else
        axis.setTicker(QSharedPointer<NumberTicker>::create(axis, kMostTicks, scale.exponent));
}

} // namespace latticeq::ui
