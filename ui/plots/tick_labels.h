// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QVector>

class QCPAxis;

namespace latticeq::ui {

/** Whether an axis has room for these labels at these ticks without one touching the next. */
bool labelsFit(const QCPAxis& axis, const QVector<double>& ticks, const QVector<QString>& labels);

/** How many decimals all multiples of a step need, at most six. */
int decimalsOf(double step);

/**
 * Labels an axis with the longest of the texts that fits beside it, the last one shortened by … where none does. Call
 * it once the plot is laid out.
 */
void fitCaption(QCPAxis& axis, const QStringList& texts);

} // namespace latticeq::ui
