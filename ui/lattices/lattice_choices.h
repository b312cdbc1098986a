// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/lattice_scene.h"

namespace latticeq::ui {

/** How a person wants lattices drawn; remembered between starts. */
struct LatticeChoices
{
    LatticeMode mode = LatticeMode::Turn;
    LatticeMarks marks;
    bool residualsChosen = false; // until then few weights show them and many do not
    bool linked = true;

    bool operator==(const LatticeChoices&) const = default;
};

/** The choices stored in QSettings; what is missing or makes no sense is as in a first start. */
LatticeChoices loadLatticeChoices();
void storeLatticeChoices(const LatticeChoices& choices);

} // namespace latticeq::ui
