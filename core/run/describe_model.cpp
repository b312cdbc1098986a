// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/describe_model.h"

#include "core/graph/cost.h"
#include "core/run/open_model.h"

#include <algorithm>

namespace latticeq {

namespace {

bool isDepthwise(const Node& node)
{
    const auto* convolution = std::get_if<Convolution>(&node.operation);
    return convolution && convolution->groups > 1 && convolution->groups == convolution->inputs;
}

} // namespace

std::vector<LayerShape> layerShapes(const Network& network)
{
    std::vector<LayerShape> shapes;
    for (const NodeId id : network.weightedNodes()) {
        const Node& node = network.node(id);
        shapes.push_back({ node.name, std::holds_alternative<Linear>(node.operation),
            network.parameter(node, "weight").sizes().vec(), isDepthwise(node) });
    }
    return shapes;
}

ModelDescription describeNetwork(const Network& network, const ModelInfo& info)
{
    ModelDescription description;
    description.name = info.name;
    description.title = info.title;
    description.layers = layerShapes(network);
    for (const auto& item : network.parameters()) {
        description.tensors.push_back(item.key());
        description.parameterBytes += static_cast<int64_t>(item.value().nbytes());
    }
    description.multiplyAdds = multiplyAddsPerImage(network, { info.inputChannels, info.inputSize, info.inputSize });
    const auto pooling = std::count_if(network.nodes().begin(), network.nodes().end(), isPooling);
    description.inputs = static_cast<int>(std::ssize(description.layers) - 1 + pooling);
    return description;
}

ModelDescription describeModel(const RunSettings& settings)
{
    const OpenedModel model = openModel(sourceOf(settings));
    ModelDescription description = describeNetwork(model.network, model.info);
    description.name = settings.model;
    return description;
}

} // namespace latticeq
