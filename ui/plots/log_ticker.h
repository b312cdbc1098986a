// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/number_format.h"

#include <qcustomplot.h>

#include <cmath>

namespace latticeq::ui {

/** Ticks of a logarithmic axis: "10⁻⁶", between powers "2.5·10⁻⁶", or as counts "2,500". */
class LogTicker : public QCPAxisTickerLog
{
public:
    enum class Labels { Powers, Counts };

    explicit LogTicker(Labels labels = Labels::Powers)
        : m_labels(labels)
    {
    }

protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        if (m_labels == Labels::Counts)
            return tick < 1 ? QString() : formatCount(std::llround(tick));
        constexpr double kRounding = 1e-6; // ticks are computed
        const auto exponent = static_cast<int>(std::floor(std::log10(tick) + kRounding));
        const double mantissa = tick / std::pow(10.0, exponent);
        if (std::abs(mantissa - 1) < kRounding)
            return formatPowerOfTen(exponent);
        const bool whole = std::abs(mantissa - std::round(mantissa)) < kRounding;
        return formatFixed(mantissa, whole ? 0 : 1) + u'·' + formatPowerOfTen(exponent);
    }

private:
    Labels m_labels;
};

} // namespace latticeq::ui
