// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/error_scale.h"

#include "ui/plots/log_ticker.h"
#include "ui/support/number_format.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace latticeq::ui {

namespace {

constexpr double kLinearSpan = 30; // the largest ratio of errors that a linear axis still shows well
constexpr double kHeadroom = 1.18; // for the legend above the bars

/** Numbers of a linear axis without the power of ten that its label names. */
class MantissaTicker : public QCPAxisTicker
{
public:
    explicit MantissaTicker(int exponent)
        : m_factor(std::pow(10.0, exponent))
    {
    }

protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        const double value = tick / m_factor;
        return formatFixed(value, std::abs(value - std::round(value)) < 1e-6 ? 0 : 1);
    }

private:
    double m_factor;
};

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
        axis.setTicker(QSharedPointer<LogTicker>::create());
    else
        axis.setTicker(QSharedPointer<MantissaTicker>::create(scale.exponent));
    axis.ticker()->setTickCount(5);
}

} // namespace latticeq::ui
