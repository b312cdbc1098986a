// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/presets.h"

#include "core/graph/model_catalog.h"

#include <stdexcept>

namespace latticeq {

namespace {

Preset makePreset(
    const char* name, const char* description, int weightBits, int activationBits, int basisBits, int64_t steps)
{
    RunSettings s;
    s.model = kDemoModel;
    s.data = "fashion-mnist";
    s.weightBits = weightBits;
    s.quantizeActivations = true;
    s.activationBits = activationBits;
    s.quantizeBasis = true;
    s.basisBits = basisBits;
    s.biasCorrection = true;
    s.steps = steps;
    return { name, description, s };
}

/** A preset that is not a published setting, with what we do better. */
Preset ours(Preset preset)
{
    preset.settings.scalarDepthwise = true;
    return preset;
}

/** Everything that makes the network more accurate at its bits, whatever they are. */
Preset best(Preset preset)
{
    RunSettings& s = preset.settings;
    s.refinedSearch = true;
    s.dataAware = true;
    s.leastSquaresAlpha = true;
    s.reestimateBatchNorm = true;
    s.calibrationImages = kDataAwareImages;
    return ours(std::move(preset));
}

Preset smallest(Preset preset)
{
    preset.settings.maxLoss = 1;
    return preset;
}

} // namespace

const std::vector<Preset>& presets()
{
    static const std::vector<Preset> all = {
        ours(makePreset("demo", "the bundled network, 4-bit weights, 8-bit activations and bases", 4, 8, 8, 80)),
        best(makePreset("best", "the most accurate: refined search, data-aware rounding, clipping, batch norm", 4, 8, 8, 80)),
        smallest(best(makePreset("smallest", "the fewest bits that stay within one point of full precision", 4, 8, 8, 80))),
        makePreset("w4a8b8", "the published W4A8B8 with 80 steps", 4, 8, 8, 80),
        makePreset("w4a8b8-full", "the published W4A8B8 with 800 steps", 4, 8, 8, 800),
        makePreset("w4a4b4", "the published W4A4B4", 4, 4, 4, 80),
        makePreset("w3a8b8", "the published W3A8B8", 3, 8, 8, 80),
    };
    return all;
}

const Preset& findPreset(const std::string& name)
{
    std::string known;
    for (const Preset& preset : presets()) {
        if (preset.name == name)
            return preset;
        known += (known.empty() ? "" : ", ") + preset.name;
    }
    throw std::invalid_argument("--preset is '" + name + "', expected one of " + known);
}

} // namespace latticeq
