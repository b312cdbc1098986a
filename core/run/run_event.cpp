// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run_event.h"

namespace latticeq {

const char* phaseName(Phase phase)
{
    switch (phase) {
    case Phase::Loading: return "Loading";
    case Phase::MeasuringFullPrecision: return "Measuring full precision";
    case Phase::ChoosingBits: return "Choosing bits";
    case Phase::SearchingBases: return "Searching bases";
    case Phase::Calibrating: return "Calibrating activations";
    case Phase::MeasuringAccuracy: return "Measuring accuracy";
    case Phase::Writing: return "Writing";
    }
    return "";
}

} // namespace latticeq
