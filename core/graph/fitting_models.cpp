// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/fitting_models.h"

#include "core/graph/build_network.h"
#include "core/graph/model_catalog.h"

#include <stdexcept>

namespace latticeq {

std::vector<std::string> fittingModels(const StateDict& parameters)
{
    std::vector<std::string> names;
    for (const ModelInfo& info : modelCatalog()) {
        try {
            buildNetwork(info).loadParameters(parameters, info.name);
            names.push_back(info.name);
        } catch (const std::invalid_argument&) { // another architecture
        }
    }
    return names;
}

} // namespace latticeq
