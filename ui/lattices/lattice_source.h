// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace latticeq::ui {

/** What a panel shows. */
struct LatticeSource
{
    enum class Kind { CurrentRun, ScalarGrid, Run };

    Kind kind = Kind::CurrentRun;
    QString runId; // of Kind::Run; the scalar grid is that of the other panel's run
    QString layer; // of panel B only; empty: as panel A
    int channel = -1; // from 0; -1: as panel A

    bool operator==(const LatticeSource&) const = default;
};

} // namespace latticeq::ui
