// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/log_ticker.h"

#include "ui/plots/tick_labels.h"
#include "ui/support/number_format.h"

#include <algorithm>
#include <cmath>

namespace latticeq::ui {

namespace {

constexpr double kSmallestPlain = 0.01;
constexpr double kLargestPlain = 10'000;
constexpr int kMostDecades = 100; // between two ticks
constexpr int kEvenTicks = 3;
constexpr double kRounding = 1e-6; // ticks are computed

int exponentOf(double value)
{
    return static_cast<int>(std::floor(std::log10(value) + kRounding));
}

/** The multiples of powers of ten in and just beside a range, every `decades`-th power. */
QVector<double> multiples(const QCPRange& range, const QVector<double>& mantissas, int decades)
{
    QVector<double> ticks;
    const int first = decades * static_cast<int>(std::floor(std::floor(std::log10(range.lower)) / decades));
    for (int exponent = first; std::pow(10.0, exponent) <= 10 * range.upper; exponent += decades) {
        for (const double mantissa : mantissas)
            ticks.append(mantissa * std::pow(10.0, exponent));
    }
    return ticks;
}

int inside(const QCPRange& range, const QVector<double>& ticks)
{
    return static_cast<int>(
        std::count_if(ticks.begin(), ticks.end(), [&](double tick) { return range.contains(tick); }));
}

} // namespace

LogTicker::LogTicker(const QCPAxis& axis, Labels labels, int mostTicks)
    : m_axis(axis)
    , m_labels(labels)
    , m_mostTicks(mostTicks)
{
}

bool LogTicker::fits(const QVector<double>& ticks, const QVector<QString>* labels) const
{
    return ticks.size() <= m_mostTicks && (!labels || labelsFit(m_axis, ticks, *labels));
}

void LogTicker::generate(const QCPRange& range, const QLocale& locale, QChar format, int precision,
    QVector<double>& ticks, QVector<double>* subTicks, QVector<QString>* labels)
{
    const bool narrow = inside(range, multiples(range, { 1, 2, 5 }, 1)) < 2;
    m_plain = range.lower >= kSmallestPlain && range.upper <= kLargestPlain;
    m_decades = 1;
    const auto tried = [&](Spacing spacing) {
        m_spacing = spacing;
        QCPAxisTicker::generate(range, locale, format, precision, ticks, subTicks, labels);
        return fits(ticks, labels);
    };
    if (narrow) {
        int count = kEvenTicks;
        do {
            setTickCount(count);
        } while (!tried(Spacing::Even) && --count > 0);
        return;
    }
    if (tried(Spacing::OneTwoFive))
        return;
    while (!tried(Spacing::Powers) && m_decades < kMostDecades)
        ++m_decades;
}

double LogTicker::getTickStep(const QCPRange& range)
{
    const double step = QCPAxisTicker::getTickStep(range);
    m_decimals = decimalsOf(step);
    return step;
}

QVector<double> LogTicker::createTickVector(double step, const QCPRange& range)
{
    if (m_spacing == Spacing::Even)
        return QCPAxisTicker::createTickVector(step, range);
    return multiples(range, m_spacing == Spacing::OneTwoFive ? QVector<double> { 1, 2, 5 } : QVector<double> { 1 },
        m_spacing == Spacing::OneTwoFive ? 1 : m_decades);
}

QVector<double> LogTicker::createSubTickVector(int count, const QVector<double>& ticks)
{
    if (m_spacing == Spacing::Even || ticks.isEmpty())
        return QCPAxisTicker::createSubTickVector(count, ticks);
    return multiples({ ticks.first(), ticks.last() },
        m_decades > 1 ? QVector<double> { 1 } : QVector<double> { 1, 2, 3, 4, 5, 6, 7, 8, 9 }, 1);
}

QString LogTicker::getTickLabel(double tick, const QLocale&, QChar, int)
{
    if (m_labels == Labels::Counts)
        return tick < 1 ? QString() : formatCount(std::llround(tick));
    const int exponent = exponentOf(tick);
    if (m_plain)
        return formatFixed(tick, m_spacing == Spacing::Even ? m_decimals : std::max(0, -exponent));
    const double mantissa = tick / std::pow(10.0, exponent);
    if (std::abs(mantissa - 1) < kRounding)
        return formatPowerOfTen(exponent);
    return formatFixed(mantissa, std::min(2, decimalsOf(mantissa))) + u'·' + formatPowerOfTen(exponent);
}

} // namespace latticeq::ui
