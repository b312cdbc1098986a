// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/machine_speed.h"

#include <QSettings>

namespace latticeq::ui {

namespace {

constexpr auto kCandidateWeights = "speed/candidateWeightsPerSecond";
constexpr auto kMultiplyAdds = "speed/multiplyAddsPerSecond";

/** A stored speed, or `fallback` where there is none that makes sense. */
double storedSpeed(const char* key, double fallback)
{
    const double stored = QSettings().value(QLatin1String(key)).toDouble();
    return stored > 0 ? stored : fallback;
}

} // namespace

MachineSpeed rememberedSpeed()
{
    const MachineSpeed usual;
    return { storedSpeed(kCandidateWeights, usual.candidateWeightsPerSecond),
        storedSpeed(kMultiplyAdds, usual.multiplyAddsPerSecond) };
}

void rememberSpeed(const MachineSpeed& speed)
{
    QSettings settings;
    settings.setValue(QLatin1String(kCandidateWeights), speed.candidateWeightsPerSecond);
    settings.setValue(QLatin1String(kMultiplyAdds), speed.multiplyAddsPerSecond);
}

} // namespace latticeq::ui
