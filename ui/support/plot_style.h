// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCustomPlot;
class QCPAxisRect;

namespace latticeq::ui {

struct Theme;

/** Gives a plot and all its axis rects the theme's colours and fonts derived from the widget's own. Call again on
 * palette and font changes. */
void stylePlot(QCustomPlot& plot, const Theme& theme);

/** The same for one axis rect. */
void styleAxisRect(QCPAxisRect& rect, const Theme& theme);

} // namespace latticeq::ui
