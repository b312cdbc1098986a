// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/network_choice.h"

#include "core/graph/model_catalog.h"

namespace latticeq::ui {

std::string usualData(const std::string& model)
{
    const ModelInfo* info = knownModel(model);
    return info ? info->defaultData : std::string();
}

void changeNetwork(RunSettings& settings, const std::string& model)
{
    const std::string before = usualData(settings.model);
    settings.model = model;
    settings.weights.clear();
    settings.images = {};
    settings.layerBits.clear();
    if (settings.data.empty() || settings.data == before)
        settings.data = usualData(model);
}

} // namespace latticeq::ui
