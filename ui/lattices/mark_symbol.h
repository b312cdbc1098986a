// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/lattice_scene.h"

#include <QPixmap>

namespace latticeq::ui {

/** The mark as the panels draw it, for its switch in the row that is the legend too; 16 pixels high. */
QPixmap markSymbol(Mark mark, const Theme& theme, double pixelRatio);

} // namespace latticeq::ui
