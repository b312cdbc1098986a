// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

class QCPScatterStyle;

namespace latticeq::ui {

struct RunStyle;
struct Theme;

/** The form and hue of a run's colour slot, drawn in the theme in force when it is painted. */
QIcon runMarker(int colorSlot);

/** The same as a mark in a plot, `size` pixels wide. */
QCPScatterStyle runScatterStyle(const RunStyle& style, const Theme& theme, double size);

} // namespace latticeq::ui
