// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/packed_checkpoint.h"

#include "core/graph/script/script_program.h"
#include "core/io/network_json.h"
#include "core/io/packed_weight.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>
#include <stdexcept>

namespace latticeq {

namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kFormat = "latticeq-packed-1";

constexpr const char* kProgram = "module.program"; // a TorchScript archive without weights, as bytes

constexpr const char* kRebuild
    = "Weight of output channel o = gain[o] * (unit * (c @ U[o]) + offset[o]), reshaped to 'shape'; no offset is 0. "
      "Coordinates c [m, n]: "
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
    const bool fits = alpha && bits && alpha->numel() == bits->numel() && alpha->scalar_type() == at::kFloat
        && bits->scalar_type() == at::kByte && description.is_object() && description.contains("signed")
        && description["signed"].is_boolean();
    if (!fits)
        throw std::invalid_argument("the thresholds of " + node + " are missing or do not fit");
    if (!at::isfinite(*alpha).all().item<bool>() || alpha->le(0).any().item<bool>() || bits->gt(24).any().item<bool>())
        throw std::invalid_argument("a threshold of " + node + " is not above 0, or has more than 24 bits");
    return { *alpha, bits->to(at::kLong), description.at("signed").get<bool>() };
}

const std::string& metadataOf(const SafetensorsFile& file, const char* key)
{
    const auto found = file.metadata.find(key);
    if (found == file.metadata.end())
        throw std::invalid_argument(std::string("its metadata lacks '") + key + "'");
    return found->second;
}

Json jsonOf(const SafetensorsFile& file, const char* key)
{
    Json json = Json::parse(metadataOf(file, key), nullptr, /*allow_exceptions=*/false);
    if (!json.is_object())
        throw std::invalid_argument(std::string("its metadata '") + key + "' is not a JSON object");
    return json;
}

/** Throws unless the description's shape is the one that the architecture has for the layer. */
void checkShape(const Network& network, const std::string& layer, const Json& description)
{
    const std::vector<ParameterSpec> specs = network.parameterSpecs();
    const auto spec
        = std::find_if(specs.begin(), specs.end(), [&](const ParameterSpec& s) { return s.name == layer + ".weight"; });
    if (spec == specs.end() || !hasQuantizedWeight(network.node(*network.find(layer))))
        throw std::invalid_argument(network.title() + " has no layer '" + layer + "'");
    if (!description.is_object() || !description.contains("shape") || description["shape"] != Json(spec->shape))
        throw std::invalid_argument(layer + " has another shape than " + shapeText(spec->shape));
}

void packImported(const ImportedModel& imported, SafetensorsFile& file)
{
    file.metadata["network"] = networkToJson(imported.network).dump();
    file.metadata["classes"] = std::to_string(imported.info.classes);
    if (const auto program = programOf(imported.network)) {
        const std::string& archive = program->archive();
        file.tensors.insert(kProgram, at::empty({ static_cast<int64_t>(archive.size()) }, at::kByte));
        std::memcpy(file.tensors[kProgram].data_ptr(), archive.data(), archive.size());
    }
}

/** The architecture that the file brings along; null where its name is enough. */
std::shared_ptr<const ImportedModel> unpackImported(const SafetensorsFile& file, const std::string& name)
{
    if (!file.metadata.contains("network"))
        return nullptr;
    const Json images = jsonOf(file, "images");
    ModelInfo info;
    info.name = info.title = name;
    info.inputChannels = images.at("channels").get<int64_t>();
    info.inputSize = images.at("size").get<int64_t>();
    info.resizeSize = images.at("resize").get<int64_t>();
    info.interpolation = images.at("interpolation") == "bicubic" ? Interpolation::Bicubic : Interpolation::Bilinear;
    info.classes = std::stoll(metadataOf(file, "classes"));
    info.mean = images.at("mean").get<std::vector<double>>();
    info.deviation = images.at("deviation").get<std::vector<double>>();
    const bool fits = std::ssize(info.mean) == info.inputChannels && info.mean.size() == info.deviation.size()
        && info.inputSize > 0 && info.resizeSize >= info.inputSize;
    if (!fits)
        throw std::invalid_argument("its metadata 'images' does not hold together");
    std::shared_ptr<const ScriptProgram> program;
    if (const at::Tensor* bytes = file.tensors.find(kProgram); bytes && bytes->scalar_type() == at::kByte)
        program = std::make_shared<ScriptProgram>(
            std::string(static_cast<const char*>(bytes->data_ptr()), static_cast<size_t>(bytes->numel())));
    return std::make_shared<ImportedModel>(
        ImportedModel { info, networkFromJson(jsonOf(file, "network"), name, program) });
}

/** Whether a tensor belongs to a packed weight or to an input's thresholds. */
bool isPacked(const std::string& name, const QuantizedModel& model)
{
    const size_t weight = name.rfind(".weight.");
    const size_t input = name.rfind(".input.");
    return (weight != std::string::npos && model.weights.contains(name.substr(0, weight)))
        || (input != std::string::npos && model.activations.contains(name.substr(0, input))) || name == kProgram;
}

QuantizedModel unpackChecked(const SafetensorsFile& file)
{
    QuantizedModel model;
    model.model = metadataOf(file, "model");
    model.data = metadataOf(file, "data");
    model.imported = unpackImported(file, model.model);
    const Network network = bareNetwork(model);
    if (file.metadata.contains("calibration")) {
        const Json share = jsonOf(file, "calibration");
        model.calibrationShare = CalibrationShare { share.at("asked").get<int64_t>(), share.at("of").get<int64_t>(),
            share.at("names").get<std::string>() };
        if (model.calibrationShare->asked < 1 || model.calibrationShare->of < 1)
            throw std::invalid_argument("its metadata 'calibration' counts no images");
    }
    const Json layers = jsonOf(file, "layers");
    for (const auto& [layer, description] : layers.items()) {
        checkShape(network, layer, description);
        model.weights[layer] = unpackWeight(layer, description, file.tensors);
    }
    const Json inputs = jsonOf(file, "inputs");
    for (const auto& [node, description] : inputs.items())
        model.activations[node] = unpackActivation(node, description, file.tensors);
    for (const auto& item : file.tensors) {
        if (!isPacked(item.key(), model))
            model.parameters.insert(item.key(), item.value());
    }
    return model;
}

} // namespace

SafetensorsFile packModel(const QuantizedModel& model)
{
    const ModelInfo& info = infoOf(model);
    SafetensorsFile file;
    Json layers = Json::object();
    for (const auto& [layer, weight] : model.weights)
        layers[layer] = packWeight(layer, weight, file.tensors);
    file.metadata = { { "format", kFormat }, { "rebuild", kRebuild }, { "model", model.model }, { "data", model.data },
        { "layers", layers.dump() },
        { "images",
            Json { { "channels", info.inputChannels }, { "size", info.inputSize }, { "resize", info.resizeSize },
                { "interpolation", info.interpolation == Interpolation::Bicubic ? "bicubic" : "bilinear" },
                { "mean", info.mean }, { "deviation", info.deviation } }
                .dump() } };
    if (const auto& share = model.calibrationShare) {
        file.metadata["calibration"]
            = Json { { "asked", share->asked }, { "of", share->of }, { "names", share->names } }.dump();
    }
    if (model.imported)
        packImported(*model.imported, file);
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
        throw std::invalid_argument(
            source + " is not a packed checkpoint: its metadata has no format '" + kFormat + "'");
    try {
        QuantizedModel model = unpackChecked(file);
        fullParameters(model);
        return model;
    } catch (const std::exception& error) {
        throw std::invalid_argument(source + " is a damaged packed checkpoint: " + error.what());
    }
}

} // namespace latticeq
