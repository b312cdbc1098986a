// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/network.h"
#include "core/io/onnx_graph.h"
#include "core/quantize/activation_quantizer.h"

namespace latticeq {

/** One node of a network as nodes of opset 13: its inputs by name and the shape of the first one. */
struct OnnxOperation
{
    OnnxGraph& graph;
    const Network& network; // with its parameters
    const Node& node;
    std::vector<std::string> inputs;
    std::vector<int64_t> shape;
};

/** Appends the operation and returns its value. Throws std::invalid_argument where opset 13 cannot express it. */
std::string putOperation(const OnnxOperation& operation);

/** Appends the quantization of an activation of so many dimensions and returns the quantized value. */
std::string putQuantizer(
    OnnxGraph& graph, const ActivationQuantizer& quantizer, const std::string& input, int64_t dimensions);

} // namespace latticeq
