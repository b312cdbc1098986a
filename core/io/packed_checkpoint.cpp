// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/packed_checkpoint.h"

#include "core/graph/model_catalog.h"
#include "core/io/packed_weight.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <stdexcept>

namespace latticeq {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "latticeq-packed-1";

constexpr const char* kRebuild
    = "Weight of output channel o = gain[o] * (unit * (c @ U[o]) + offset[o]), reshaped to 'shape'; no offset is 0. Coordinates c [m, n]: "
      "'bits' bits each, lowest bit first, without gaps, channel after channel; stored value - (2^(bits-1) - 1), 0 at "
      "0 bits. U [n, n]: 2 * code / (2^basis_bits - 1) - 1 from 'basis_codes', or 'basis' where basis_bits is 0. "
      "Inputs: x' = round(clamp(x / alpha, 0, 1) * s) / s * alpha with s = 2^bits - 1; where signed, x / alpha is "
      "clamped to [-1, 1] and mapped to [0, 1] and back.";

void packActivations(const QuantizedModel& model, SafetensorsFile& file)
{
    Json inputs = Json::object();
    for (const auto& [node, quantizer] : model.activations) {
        file.tensors.insert(node + ".input.alpha", quantizer.alpha);
        file.tensors.insert(node + ".input.bits", quantizer.bits.to(at::kByte));
        inputs[node] = { { "signed", quantizer.isSigned } };
    }
    file.metadata["inputs"] = inputs.dump();
}

ActivationQuantizer unpackActivation(const std::string& node, const Json& description, const StateDict& tensors)
{
    const at::Tensor* alpha = tensors.find(node + ".input.alpha");
    const at::Tensor* bits = tensors.find(node + ".input.bits");
    if (!alpha || !bits || alpha->numel() != bits->numel() || alpha->scalar_type() != at::kFloat)
        throw std::invalid_argument("the thresholds of " + node + " are missing or do not fit");
    return { *alpha, bits->to(at::kLong), description.at("signed").get<bool>() };
}

QuantizedModel unpackChecked(const SafetensorsFile& file)
{
    QuantizedModel model;
    model.model = file.metadata.at("model");
    model.data = file.metadata.at("data");
    const Json layers = Json::parse(file.metadata.at("layers"));
    for (const auto& [layer, description] : layers.items())
        model.weights[layer] = unpackWeight(layer, description, file.tensors);
    const Json inputs = Json::parse(file.metadata.at("inputs"));
    for (const auto& [node, description] : inputs.items())
        model.activations[node] = unpackActivation(node, description, file.tensors);
    for (const auto& item : file.tensors) {
        const bool packed = item.key().find(".weight.") != std::string::npos
            || item.key().find(".input.") != std::string::npos;
        if (!packed)
            model.parameters.insert(item.key(), item.value());
    }
    return model;
}

} // namespace

SafetensorsFile packModel(const QuantizedModel& model)
{
    const ModelInfo& info = findModel(model.model);
    SafetensorsFile file;
    Json layers = Json::object();
    for (const auto& [layer, weight] : model.weights)
        layers[layer] = packWeight(layer, weight, file.tensors);
    file.metadata = { { "format", kFormat }, { "rebuild", kRebuild }, { "model", model.model }, { "data", model.data },
        { "layers", layers.dump() },
        { "images",
            Json { { "channels", info.inputChannels }, { "size", info.inputSize }, { "mean", info.mean },
                { "deviation", info.deviation } }
                .dump() } };
    packActivations(model, file);
    for (const auto& item : model.parameters)
        file.tensors.insert(item.key(), item.value());
    return file;
}

bool isPackedCheckpoint(const SafetensorsFile& file)
{
    const auto format = file.metadata.find("format");
    return format != file.metadata.end() && format->second == kFormat;
}

QuantizedModel unpackModel(const SafetensorsFile& file, const std::string& source)
{
    if (!isPackedCheckpoint(file))
        throw std::invalid_argument(source + " is not a packed checkpoint: its metadata has no format '" + kFormat + "'");
    try {
        QuantizedModel model = unpackChecked(file);
        fullParameters(model);
        return model;
    } catch (const std::exception& error) {
        throw std::invalid_argument(source + " is a damaged packed checkpoint: " + error.what());
    }
}

} // namespace latticeq
