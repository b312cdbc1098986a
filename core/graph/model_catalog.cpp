// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/model_catalog.h"

#include "core/graph/catalog/catalog_parts.h"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <stdexcept>

namespace latticeq {

namespace {

ModelInfo demo()
{
    ModelInfo info;
    info.name = kDemoModel;
    info.title = "ResNet-20 (Fashion-MNIST)";
    info.architecture = ResidualArchitecture { ResidualBlock::Basic, { 3, 3, 3 }, 16, false };
    info.inputChannels = 1;
    info.inputSize = 28;
    info.resizeSize = 28;
    info.classes = 10;
    info.mean = { 0.2860 };
    info.deviation = { 0.3530 };
    info.weightsFile = "resnet20-fashion-mnist.pth";
    info.defaultData = "fashion-mnist";
    return info;
}

/** Levenshtein's distance: insertions, deletions and replacements between two names. */
size_t editDistance(const std::string& a, const std::string& b)
{
    std::vector<size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), size_t(0));
    for (size_t i = 1; i <= a.size(); ++i) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.size(); ++j) {
            const size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({ replaced, row[j] + 1, row[j - 1] + 1 });
        }
    }
    return row.back();
}

} // namespace

const std::vector<ModelInfo>& modelCatalog()
{
    static const std::vector<ModelInfo> catalog = [] {
        std::vector<ModelInfo> all { demo() };
        for (const auto models : { residualModels, plainModels, denseModels, mobileModels, scaledModels }) {
            const std::vector<ModelInfo> part = models();
            all.insert(all.end(), part.begin(), part.end());
        }
        return all;
    }();
    return catalog;
}

bool isModelFile(const std::string& model)
{
    const std::string suffix = std::filesystem::path(model).extension().string();
    return model.find('/') != std::string::npos || suffix == ".pth" || suffix == ".pt" || suffix == ".safetensors"
        || std::filesystem::is_regular_file(model);
}

const ModelInfo* knownModel(const std::string& name)
{
    const std::vector<ModelInfo>& catalog = modelCatalog();
    const auto found
        = std::find_if(catalog.begin(), catalog.end(), [&](const ModelInfo& info) { return info.name == name; });
    return found == catalog.end() ? nullptr : &*found;
}

std::string shortName(const std::string& model)
{
    return isModelFile(model) ? std::filesystem::path(model).stem().string() : model;
}

std::string modelTitle(const std::string& model)
{
    const ModelInfo* info = knownModel(model);
    return info ? info->title : shortName(model);
}

const ModelInfo& findModel(const std::string& name)
{
    const std::vector<ModelInfo>& catalog = modelCatalog();
    const auto distance = [&](const ModelInfo& info) {
        return !name.empty() && info.name.starts_with(name) ? size_t(0) : editDistance(info.name, name);
    };
    const auto nearest = std::min_element(catalog.begin(), catalog.end(),
        [&](const ModelInfo& a, const ModelInfo& b) { return distance(a) < distance(b); });
    if (nearest->name != name) {
        throw std::invalid_argument("model '" + name
            + "' is neither a file nor a built-in network; the nearest name is '" + nearest->name
            + "' (see latticeq models)");
    }
    return *nearest;
}

} // namespace latticeq
