// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/model_catalog.h"

#include <algorithm>
#include <numeric>
#include <stdexcept>

namespace latticeq {

namespace {

ModelInfo imageNetResidual(
    const char* name, const char* title, ResidualBlock block, std::vector<int> blocks, const char* weightsFile)
{
    ModelInfo info;
    info.name = name;
    info.title = title;
    info.architecture = { block, std::move(blocks), 64, true };
    info.mean = { 0.485, 0.456, 0.406 };
    info.deviation = { 0.229, 0.224, 0.225 };
    info.weightsFile = weightsFile;
    return info;
}

ModelInfo demo()
{
    ModelInfo info;
    info.name = kDemoModel;
    info.title = "ResNet-20 (Fashion-MNIST)";
    info.architecture = { ResidualBlock::Basic, { 3, 3, 3 }, 16, false };
    info.inputChannels = 1;
    info.inputSize = 28;
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
    using enum ResidualBlock;
    static const std::vector<ModelInfo> catalog = {
        demo(),
        imageNetResidual("resnet18", "ResNet-18", Basic, { 2, 2, 2, 2 }, "resnet18-f37072fd.pth"),
        imageNetResidual("resnet34", "ResNet-34", Basic, { 3, 4, 6, 3 }, "resnet34-b627a593.pth"),
        imageNetResidual("resnet50", "ResNet-50", Bottleneck, { 3, 4, 6, 3 }, "resnet50-0676ba61.pth"),
        imageNetResidual("resnet101", "ResNet-101", Bottleneck, { 3, 4, 23, 3 }, "resnet101-63fe2227.pth"),
        imageNetResidual("resnet152", "ResNet-152", Bottleneck, { 3, 8, 36, 3 }, "resnet152-394f9c45.pth"),
    };
    return catalog;
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
