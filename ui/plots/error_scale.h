// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSharedPointer>
#include <QString>
#include <vector>

class QCPAxis;
class QCPAxisTicker;

namespace latticeq::ui {

/** What the user chose for the y axis of errors. */
enum class ScaleChoice { Auto, Linear, Log };

/** The y axis of errors: on a logarithmic one `lower` is above zero, and bars stand on it. */
struct ErrorScale
{
    bool log = false;
    double lower = 0;
    double upper = 1;
    int exponent = 0; // power of ten that a linear axis leaves to its label
};

/**
 * The scale for values of searched layers and of all layers. Auto is linear while the searched layers span less than
 * a factor of 30, else logarithmic from one decade below them, so that fixed 8-bit layers do not stretch the axis.
 */
ErrorScale errorScale(const std::vector<double>& searched, const std::vector<double>& all, ScaleChoice choice);

/** The scale of decibels: linear and from zero. */
ErrorScale decibelScale(const std::vector<double>& all);

/** Gives an axis the scale's type and numbers; its range is the caller's. */
void applyErrorScale(QCPAxis& axis, const ErrorScale& scale);

} // namespace latticeq::ui
