// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCustomPlot;
class QToolButton;
class QWidget;

namespace latticeq::ui {

/**
 * The ⋯ button of a plot: save as PNG (1–4×), SVG or PDF, copy as picture, fit. `name` is the file name suggested.
 * Fit calls the slot fit() of the nearest widget around the plot that has one, else it rescales the axes.
 */
QToolButton* makePlotMenuButton(QCustomPlot& plot, const QString& name, QWidget* parent);

} // namespace latticeq::ui
