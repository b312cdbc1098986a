// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/phase_text.h"

#include <QCoreApplication>

namespace latticeq::ui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Phase)
};

} // namespace

QString phaseText(Phase phase)
{
    switch (phase) {
    case Phase::Loading: return Texts::tr("Loading");
    case Phase::MeasuringFullPrecision: return Texts::tr("Measuring full precision");
    case Phase::ChoosingBits: return Texts::tr("Choosing bits");
    case Phase::SearchingBases: return Texts::tr("Searching bases");
    case Phase::Calibrating: return Texts::tr("Calibrating activations");
    case Phase::MeasuringAccuracy: return Texts::tr("Measuring accuracy");
    case Phase::Writing: return Texts::tr("Writing");
    }
    return {};
}

} // namespace latticeq::ui
