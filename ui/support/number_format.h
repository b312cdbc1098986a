// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>

namespace latticeq::ui {

/** What stands where a number is not known yet. */
inline constexpr char16_t kNotYet = u'–';

/** "3.52·10⁻⁶": an error with three significant digits. */
QString formatError(double value);
/** "3.52" for 3.52·10⁻⁶ and exponent -6: the table's digits under a header with the power of ten. */
QString formatMantissa(double value, int exponent);
/** "10⁻⁶". */
QString formatPowerOfTen(int exponent);
/** "4.20". */
QString formatBits(double bits);
/** "93.82 %". */
QString formatPercent(double percent, int decimals = 2);
/** "−0.14 pt", always signed. */
QString formatPoints(double points);
/** "0.155 MB" in 10⁶ bytes, three digits. */
QString formatSize(int64_t bytes);
/** "85.0 GB" in 10⁹ bytes. */
QString formatGigabytes(int64_t bytes);
/** "−22 %" for 0.78; from a factor of two on "×7.36"; "–" where it is not a number. */
QString formatChange(double ratio);
/** "0:21", "1:04:10". */
QString formatDuration(double seconds);
/** "about 40 s", "about 3 min": an estimate for people. */
QString formatRoughDuration(double seconds);
/** "21.4 dB", "∞ dB". */
QString formatDecibels(double decibels);
/** Fixed decimals with a true minus, in the user's locale. */
QString formatFixed(double value, int decimals);
/** The same, always with a sign. */
QString formatSigned(double value, int decimals);
/** "12,400" in the user's locale. */
QString formatCount(int64_t count);

} // namespace latticeq::ui
