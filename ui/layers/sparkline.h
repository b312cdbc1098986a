// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPixmap>

namespace latticeq::ui {

class RunDocument;
struct LayerState;

/** What a sparkline is drawn with. */
struct SparklineStyle
{
    QSize size; // logical pixels
    qreal devicePixelRatio = 1;
    QColor line; // the run's hue
    QColor scalar;
};

/**
 * A layer's best error against candidates tried, logarithmic both, with the scalar error dashed. Drawn once and kept
 * in QPixmapCache until the layer's points, the colours, the size or the pixel ratio are others.
 */
QPixmap sparkline(const RunDocument& run, const LayerState& layer, const SparklineStyle& style);

} // namespace latticeq::ui
