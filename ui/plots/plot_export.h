// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCustomPlot;
class QPixmap;

namespace latticeq::ui {

/**
 * Writes a plot by the suffix of `path` (png, svg, pdf; png added where there is none), whole or not at all; returns
 * the path written. Throws std::runtime_error with one sentence. `scale` 1 to 4 is for PNG.
 */
QString exportPlot(QCustomPlot& plot, const QString& path, int scale = 2);

/** The plot as a picture of its size times `scale`. */
QPixmap plotPicture(QCustomPlot& plot, int scale);

} // namespace latticeq::ui
