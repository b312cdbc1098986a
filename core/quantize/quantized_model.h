// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/imported_model.h"
#include "core/quantize/prepared_quantizer.h"
#include "core/quantize/quantized_weight.h"

#include <map>
#include <memory>
#include <optional>

namespace latticeq {

/** The images of the evaluated data that calibrated, so that they can be left out again. */
struct CalibrationShare
{
    int64_t asked = 0; // images
    int64_t of = 0; // all images of the data
    std::string names; // hash of the names of those that calibrated

    bool operator==(const CalibrationShare&) const = default;
};

/** A whole quantized network as it is stored: what the packed checkpoint holds, and all that a forward pass needs. */
struct QuantizedModel
{
    std::string model; // name of the architecture
    std::shared_ptr<const ImportedModel> imported; // the architecture itself where its name is no built-in one
    std::string data; // named data set that it was evaluated on; empty for a folder
    StateDict parameters; // everything but the quantized weights
    std::map<std::string, QuantizedWeight> weights; // by layer
    std::optional<CalibrationShare> calibrationShare; // nothing where other images calibrated
    std::map<std::string, ActivationQuantizer> activations; // by the node whose input they quantize
};

/** What is known about the architecture. Throws std::invalid_argument where its name is none. */
const ModelInfo& infoOf(const QuantizedModel& model);

/** The architecture without parameters. */
Network bareNetwork(const QuantizedModel& model);

/** All parameters at full size under the architecture's names, in its order. */
StateDict fullParameters(const QuantizedModel& model);

/**
 * A quantized network that can be computed on one device, the processor unless another is named: dequantized weights,
 * and inputs quantized on their way.
 */
class QuantizedNetwork
{
public:
    /** Throws std::invalid_argument, naming `source`, where the model does not hold together. */
    explicit QuantizedNetwork(
        const QuantizedModel& model, const std::string& source = "the quantized model", c10::Device device = c10::kCPU);
    QuantizedNetwork(const QuantizedModel& model, c10::Device device);

    /** The logits of images that are on the device. */
    at::Tensor forward(const at::Tensor& images) const;
    const Network& network() const { return m_network; }
    /** Network::layChannelsLast(). */
    void layChannelsLast() { m_network.layChannelsLast(); }

private:
    Network m_network;
    std::vector<std::optional<PreparedQuantizer>> m_quantizers; // by node, nothing where the input is left alone
};

} // namespace latticeq
