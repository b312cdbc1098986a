// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBrush>
#include <QFont>
#include <QPainterPath>
#include <QPen>
#include <QPixmap>
#include <QTransform>

#include <vector>

class QCustomPlot;
class QPainter;

namespace latticeq::ui {

struct Theme;

/** One thing that a plot painted: a path, or a text, or a picture. */
struct PlotMark
{
    QPainterPath path;
    QPen pen;
    QBrush brush;
    QString text; // with its baseline starting at `place`
    QFont font; // its size in pixels
    QPointF place;
    QPixmap picture;
    QRectF target; // of the picture
    QTransform transform;
    QRectF clip; // in the plot's pixels; empty: none
    double opacity = 1;
};

/**
 * All that a plot paints, as vectors, so that reports can paint it in another size and theme. QSvgGenerator of Qt 6.4
 * drops clipping, which curves that leave their axis rect need; this keeps it.
 */
struct PlotRecording
{
    QSize size; // pixels
    std::vector<PlotMark> marks;
};

/** Records a plot as it would look now in the light theme, whatever the window's theme is. */
PlotRecording recordPlot(QCustomPlot& plot);

/** Records a plot as it looks now in its own colours. */
PlotRecording recordPlotAsShown(QCustomPlot& plot);

/** Paints a recording into `target`. */
void paintRecording(QPainter& painter, const QRectF& target, const PlotRecording& recording);

} // namespace latticeq::ui
