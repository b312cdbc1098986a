// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/number_format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace latticeq::ui {

namespace {

constexpr char16_t kMinus = u'−';

QString withTrueMinus(QString text)
{
    return text.replace(u'-', kMinus);
}

QString superscript(int number)
{
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text;
    for (const QChar c : QString::number(number))
        text += c == u'-' ? QChar(u'⁻') : digits.at(c.digitValue());
    return text;
}

/** Decimals that leave three significant digits. */
int decimalsOfThreeDigits(double value)
{
    if (value == 0)
        return 2;
    auto exponent = static_cast<int>(std::floor(std::log10(std::abs(value))));
    if (std::round(std::abs(value) * std::pow(10.0, 2 - exponent)) >= 1000)
        ++exponent; // 9.996 is rounded to 10.0
    return std::clamp(2 - exponent, 0, 6);
}

} // namespace

QString formatFixed(double value, int decimals)
{
    const double scale = std::pow(10.0, decimals);
    const double rounded = std::round(value * scale) / scale;
    return withTrueMinus(QLocale().toString(rounded == 0 ? 0.0 : rounded, 'f', decimals));
}

QString formatSigned(double value, int decimals)
{
    const QString text = formatFixed(value, decimals);
    return text.startsWith(kMinus) || text == formatFixed(0, decimals) ? text : u'+' + text;
}

QString formatError(double value)
{
    if (!std::isfinite(value))
        return QString(QChar(kNotYet));
    if (value == 0)
        return QStringLiteral("0");
    auto exponent = static_cast<int>(std::floor(std::log10(std::abs(value))));
    if (std::abs(std::round(value / std::pow(10.0, exponent) * 100)) >= 1000)
        ++exponent;
    if (exponent >= -2 && exponent <= 3)
        return formatFixed(value, decimalsOfThreeDigits(value));
    return QStringLiteral("%1·%2").arg(formatFixed(value / std::pow(10.0, exponent), 2), formatPowerOfTen(exponent));
}

QString formatMantissa(double value, int exponent)
{
    if (!std::isfinite(value))
        return QString(QChar(kNotYet));
    const double scaled = value / std::pow(10.0, exponent);
    return formatFixed(scaled, decimalsOfThreeDigits(scaled));
}

QString formatPowerOfTen(int exponent)
{
    return QStringLiteral("10") + superscript(exponent);
}

QString formatBits(double bits)
{
    return formatFixed(bits, 2);
}

QString formatPercent(double percent, int decimals)
{
    return QStringLiteral("%1 %").arg(formatFixed(percent, decimals));
}

QString formatPoints(double points)
{
    return QCoreApplication::translate("numbers", "%1 pt", "percentage points").arg(formatSigned(points, 2));
}

QString formatSize(int64_t bytes)
{
    const double megabytes = static_cast<double>(bytes) / 1e6;
    return QCoreApplication::translate("numbers", "%1 MB", "10^6 bytes")
        .arg(formatFixed(megabytes, std::min(3, decimalsOfThreeDigits(megabytes))));
}

QString formatGigabytes(int64_t bytes)
{
    return QCoreApplication::translate("numbers", "%1 GB", "10^9 bytes")
        .arg(formatFixed(static_cast<double>(bytes) / 1e9, 1));
}

QString formatChange(double ratio)
{
    if (!std::isfinite(ratio) || ratio <= 0)
        return QString(QChar(kNotYet));
    if (ratio < 2)
        return QStringLiteral("%1 %").arg(formatSigned(100 * (ratio - 1), 0));
    return QStringLiteral("×%1").arg(formatFixed(ratio, decimalsOfThreeDigits(ratio)));
}

QString formatDuration(double seconds)
{
    const auto whole = static_cast<int64_t>(std::floor(std::max(0.0, seconds)));
    const QString two = QStringLiteral("%1:%2");
    const auto padded = [](int64_t number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    if (whole < 3600)
        return two.arg(whole / 60).arg(padded(whole % 60));
    return two.arg(two.arg(whole / 3600).arg(padded(whole / 60 % 60)), padded(whole % 60));
}

QString formatRoughDuration(double seconds)
{
    if (seconds < 1.5)
        return QCoreApplication::translate("numbers", "about 1 s");
    if (seconds < 100) {
        const double step = seconds < 20 ? 1 : 5;
        return QCoreApplication::translate("numbers", "about %1 s").arg(step * std::round(seconds / step));
    }
    if (seconds < 100 * 60)
        return QCoreApplication::translate("numbers", "about %1 min").arg(std::round(seconds / 60));
    return QCoreApplication::translate("numbers", "about %1 h").arg(formatFixed(seconds / 3600, 1));
}

QString formatDecibels(double decibels)
{
    if (std::isnan(decibels))
        return QString(QChar(kNotYet));
    return QStringLiteral("%1 dB").arg(std::isfinite(decibels) ? formatFixed(decibels, 1) : QStringLiteral("∞"));
}

QString formatCount(int64_t count)
{
    return withTrueMinus(QLocale().toString(static_cast<qlonglong>(count)));
}

} // namespace latticeq::ui
