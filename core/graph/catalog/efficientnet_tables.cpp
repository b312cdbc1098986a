// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/catalog/efficientnet_tables.h"

#include "core/graph/round_to_eights.h"

#include <cmath>

namespace latticeq {

namespace {

EfficientNetArchitecture secondVersion(std::vector<EfficientStage> stages)
{
    return { std::move(stages), 1280, 1e-3, 0.1 };
}

} // namespace

EfficientNetArchitecture efficientNetB(double width, double depth)
{
    EfficientNetArchitecture architecture;
    architecture.stages = { { false, 1, 3, 1, 32, 16, 1 }, { false, 6, 3, 2, 16, 24, 2 }, { false, 6, 5, 2, 24, 40, 2 },
        { false, 6, 3, 2, 40, 80, 3 }, { false, 6, 5, 1, 80, 112, 3 }, { false, 6, 5, 2, 112, 192, 4 },
        { false, 6, 3, 1, 192, 320, 1 } };
    for (EfficientStage& stage : architecture.stages) {
        stage.inputs = roundToEights(static_cast<double>(stage.inputs) * width);
        stage.outputs = roundToEights(static_cast<double>(stage.outputs) * width);
        stage.blocks = static_cast<int>(std::ceil(stage.blocks * depth));
    }
    architecture.lastChannels = 4 * architecture.stages.back().outputs;
    return architecture;
}

EfficientNetArchitecture withSlowNorm(EfficientNetArchitecture architecture)
{
    architecture.epsilon = 0.001;
    architecture.momentum = 0.01;
    return architecture;
}

EfficientNetArchitecture efficientNetV2Small()
{
    return secondVersion({ { true, 1, 3, 1, 24, 24, 2 }, { true, 4, 3, 2, 24, 48, 4 }, { true, 4, 3, 2, 48, 64, 4 },
        { false, 4, 3, 2, 64, 128, 6 }, { false, 6, 3, 1, 128, 160, 9 }, { false, 6, 3, 2, 160, 256, 15 } });
}

EfficientNetArchitecture efficientNetV2Medium()
{
    return secondVersion({ { true, 1, 3, 1, 24, 24, 3 }, { true, 4, 3, 2, 24, 48, 5 }, { true, 4, 3, 2, 48, 80, 5 },
        { false, 4, 3, 2, 80, 160, 7 }, { false, 6, 3, 1, 160, 176, 14 }, { false, 6, 3, 2, 176, 304, 18 },
        { false, 6, 3, 1, 304, 512, 5 } });
}

EfficientNetArchitecture efficientNetV2Large()
{
    return secondVersion({ { true, 1, 3, 1, 32, 32, 4 }, { true, 4, 3, 2, 32, 64, 7 }, { true, 4, 3, 2, 64, 96, 7 },
        { false, 4, 3, 2, 96, 192, 10 }, { false, 6, 3, 1, 192, 224, 19 }, { false, 6, 3, 2, 224, 384, 25 },
        { false, 6, 3, 1, 384, 640, 7 } });
}

} // namespace latticeq
