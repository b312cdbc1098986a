// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/load_model.h"

#include "core/graph/build_network.h"
#include "core/graph/legacy_names.h"
#include "core/io/resources.h"
#include "core/io/state_dict_file.h"

#include <cstdlib>
#include <stdexcept>

namespace latticeq {

namespace {

namespace fs = std::filesystem;

fs::path torchHome()
{
    if (const char* chosen = std::getenv("TORCH_HOME"))
        return chosen;
    if (const char* cache = std::getenv("XDG_CACHE_HOME"))
        return fs::path(cache) / "torch";
    const char* home = std::getenv("HOME");
    return fs::path(home ? home : ".") / ".cache" / "torch";
}

} // namespace

fs::path weightsPath(const ModelInfo& info, const std::string& weights)
{
    if (!weights.empty())
        return weights;
    if (info.name == kDemoModel)
        return resourcePath(info.weightsFile);
    const fs::path path = torchHome() / "hub" / "checkpoints" / info.weightsFile;
    if (!fs::exists(path)) {
        throw std::invalid_argument("no weights for " + info.name + ": " + path.string()
            + " does not exist; name a checkpoint with --weights FILE (nothing is downloaded)");
    }
    return path;
}

Network loadNetwork(const ModelInfo& info, const std::string& weights)
{
    const fs::path path = weightsPath(info, weights);
    Network network = buildNetwork(info);
    network.loadParameters(withPresentNames(readStateDict(path)), path.string());
    return network;
}

} // namespace latticeq
