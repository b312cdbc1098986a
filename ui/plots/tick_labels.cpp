// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/tick_labels.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

namespace latticeq::ui {

namespace {

constexpr int kGap = 8; // between labels beside each other, logical pixels

/** Of the axis; before the first layout that of the whole plot. */
double lengthOf(const QCPAxis& axis)
{
    const bool horizontal = axis.orientation() == Qt::Horizontal;
    const int length = horizontal ? axis.axisRect()->width() : axis.axisRect()->height();
    const QRect whole = axis.parentPlot()->viewport();
    return length > 0 ? length : horizontal ? whole.width() : whole.height();
}

double pixelsBetween(const QCPAxis& axis, double lower, double upper)
{
    const QCPRange range = axis.range();
    const double share = axis.scaleType() == QCPAxis::stLogarithmic
        ? std::log(upper / lower) / std::log(range.upper / range.lower)
        : (upper - lower) / range.size();
    return share * lengthOf(axis);
}

} // namespace

bool labelsFit(const QCPAxis& axis, const QVector<double>& ticks, const QVector<QString>& labels)
{
    const QFontMetrics metrics(axis.tickLabelFont());
    const bool horizontal = axis.orientation() == Qt::Horizontal;
    for (int i = 1; i < std::min(ticks.size(), labels.size()); ++i) {
        const double needed = horizontal
            ? (metrics.horizontalAdvance(labels[i - 1]) + metrics.horizontalAdvance(labels[i])) / 2.0 + kGap
            : metrics.height();
        if (pixelsBetween(axis, ticks[i - 1], ticks[i]) < needed)
            return false;
    }
    return true;
}

int decimalsOf(double step)
{
    constexpr int kMost = 6;
    constexpr double kRounding = 1e-6; // steps are computed
    for (int decimals = 0; decimals < kMost; ++decimals) {
        const double scaled = step * std::pow(10.0, decimals);
        if (std::abs(scaled - std::round(scaled)) < kRounding * scaled)
            return decimals;
    }
    return kMost;
}

void fitCaption(QCPAxis& axis, const QStringList& texts)
{
    constexpr int kBorder = 2; // left free at the plot's edge
    const QRect rect = axis.axisRect()->rect();
    const QRect whole = axis.parentPlot()->viewport();
    const bool horizontal = axis.orientation() == Qt::Horizontal;
    const int before = horizontal ? rect.center().x() - whole.left() : rect.center().y() - whole.top();
    const int after = horizontal ? whole.right() - rect.center().x() : whole.bottom() - rect.center().y();
    const int room = 2 * (std::min(before, after) - kBorder);
    const QFontMetrics metrics(axis.labelFont());
    for (const QString& text : texts) {
        if (metrics.horizontalAdvance(text) <= room) {
            axis.setLabel(text);
            return;
        }
    }
    axis.setLabel(metrics.elidedText(texts.value(texts.size() - 1), Qt::ElideRight, room));
}

} // namespace latticeq::ui
