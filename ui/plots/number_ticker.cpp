// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/number_ticker.h"

#include "ui/plots/tick_labels.h"
#include "ui/support/number_format.h"

#include <cmath>

namespace latticeq::ui {

NumberTicker::NumberTicker(const QCPAxis& axis, int mostTicks, int exponent)
    : m_axis(axis)
    , m_mostTicks(mostTicks)
    , m_unit(std::pow(10.0, exponent))
{
}

void NumberTicker::generate(const QCPRange& range, const QLocale& locale, QChar format, int precision,
    QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* labels)
{
    for (int count = m_mostTicks; count > 0; --count) {
        setTickCount(count);
        QCPAxisTicker::generate(range, locale, format, precision, ticks, subTicks, labels);
        if (!labels || labelsFit(m_axis, ticks, *labels))
            return;
    }
}

double NumberTicker::getTickStep(const QCPRange& range)
{
    const double step = QCPAxisTicker::getTickStep(range);
    m_step = step / m_unit;
    return step;
}

QString NumberTicker::getTickLabel(double tick, const QLocale& locale, QChar format, int precision)
{
    constexpr double kSmallestWrittenOut = 1e-5; // smaller steps are written with a power of ten
    const double value = tick / m_unit;
    if (std::abs(value) < 1e-6 * m_step)
        return formatFixed(0, 0);
    if (m_step < kSmallestWrittenOut)
        return QCPAxisTicker::getTickLabel(value, locale, format, precision).replace(u'-', u'−');
    return formatFixed(value, decimalsOf(m_step));
}

} // namespace latticeq::ui
