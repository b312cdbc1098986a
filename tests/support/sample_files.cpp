// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sample_files.h"

#include "core/run/load_model.h"
#include "core/run/presets.h"

#include <ATen/ATen.h>

#include <random>

namespace latticeq::test {

at::Tensor randomTensor(const std::vector<int64_t>& shape, uint64_t seed)
{
    std::mt19937_64 generator(seed);
    std::uniform_real_distribution<float> uniform(-1, 1);
    at::Tensor tensor = at::empty(shape);
    for (int64_t i = 0; i < tensor.numel(); ++i)
        tensor.data_ptr<float>()[i] = uniform(generator);
    return tensor;
}

RunSettings quickSettings(const std::filesystem::path& folder)
{
    RunSettings settings = findPreset("demo").settings;
    settings.steps = 3;
    settings.restarts = 2;
    settings.evaluationImages = 200;
    settings.calibrationImages = 32;
    settings.outputFolder = folder.string();
    return settings;
}

Network demoNetwork()
{
    return loadNetwork(findModel(kDemoModel), {});
}

} // namespace latticeq::test
