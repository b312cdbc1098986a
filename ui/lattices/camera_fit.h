// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/lattice_scene.h"

#include <QMarginsF>

namespace latticeq::ui {

/** Pixels that a fitted lattice leaves free in a panel of a size, so that it stays off the words of both panels. */
QMarginsF fitMargins(const PanelScene& a, const PanelScene& b, const QSizeF& panel);

/** Places and zooms a camera so that it shows `bounds` whole between the margins. */
void fitCamera(LatticeCamera& camera, const QRectF& bounds, const QSizeF& panel, const QMarginsF& margins);

} // namespace latticeq::ui
