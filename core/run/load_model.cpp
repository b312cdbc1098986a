// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/load_model.h"

#include "core/graph/build_network.h"
#include "core/graph/fitting_models.h"
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

/** Which networks a checkpoint is one of, behind the sentence that says it is none of another. */
std::string fittingSentence(const StateDict& parameters)
{
    const std::vector<std::string> names = fittingModels(parameters);
    std::string sentence;
    for (const std::string& name : names)
        sentence += (sentence.empty() ? "; it fits " : name == names.back() ? " and " : ", ") + name;
    return sentence;
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
    const StateDict parameters = withPresentNames(readStateDict(path));
    try {
        network.loadParameters(parameters, path.string());
    } catch (const std::invalid_argument& error) {
        throw std::invalid_argument(error.what() + fittingSentence(parameters));
    }
    return network;
}

} // namespace latticeq
