// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/theme.h"
#include "ui/workspace/workspace.h"

#include <qcustomplot.h>

namespace latticeq::ui {

/** The run that single-run plots draw: the current one where it is shown, else the first that is. */
RunDocumentPtr primaryRun(const Workspace& workspace);

/** The line of a run: its hue and its dashes. */
QPen runPen(const Theme& theme, const RunDocument& run, double width);

/** The marker of a run, `size` logical pixels. */
QCPScatterStyle runScatter(const Theme& theme, const RunDocument& run, double size);

/** "● W4A8B8": a run as texts beside its marks call it. */
QString runTitle(const Theme& theme, const RunDocument& run);

/** A colour with an opacity between 0 and 1. */
QColor faint(QColor color, double opacity);

/** Takes away all plottables and items of a plot but those in `kept`. */
void clearDrawing(QCustomPlot& plot, const QSet<QObject*>& kept = {});

} // namespace latticeq::ui
