// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/quantized_model.h"

#include "core/graph/build_network.h"
#include "core/graph/forward.h"

namespace latticeq {

const ModelInfo& infoOf(const QuantizedModel& model)
{
    return model.imported ? model.imported->info : findModel(model.model);
}

Network bareNetwork(const QuantizedModel& model)
{
    return model.imported ? model.imported->network : buildNetwork(findModel(model.model));
}

StateDict fullParameters(const QuantizedModel& model)
{
    StateDict all;
    for (const ParameterSpec& spec : bareNetwork(model).parameterSpecs()) {
        const size_t dot = spec.name.rfind('.');
        const auto quantized = model.weights.find(spec.name.substr(0, dot));
        if (quantized != model.weights.end() && spec.name.substr(dot) == ".weight")
            all.insert(spec.name, dequantize(quantized->second));
        else if (const at::Tensor* untouched = model.parameters.find(spec.name))
            all.insert(spec.name, *untouched);
    }
    return all;
}

QuantizedNetwork::QuantizedNetwork(const QuantizedModel& model, const std::string& source, c10::Device device)
    : m_network(bareNetwork(model))
{
    m_network.loadParameters(fullParameters(model), source);
    m_network.to(device);
    for (const Node& node : m_network.nodes()) {
        const auto found = model.activations.find(node.name);
        m_quantizers.emplace_back();
        if (found != model.activations.end())
            m_quantizers.back().emplace(found->second, device);
    }
}

QuantizedNetwork::QuantizedNetwork(const QuantizedModel& model, c10::Device device)
    : QuantizedNetwork(model, "the quantized model", device)
{
}

at::Tensor QuantizedNetwork::forward(const at::Tensor& images) const
{
    ForwardTaps taps;
    taps.onInput = [this](NodeId node, size_t, const at::Tensor& input) {
        return m_quantizers[node] ? m_quantizers[node]->consume(input) : input;
    };
    return latticeq::forward(m_network, images, taps);
}

} // namespace latticeq
