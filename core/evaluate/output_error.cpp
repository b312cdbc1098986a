// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/output_error.h"

#include "core/evaluate/accuracy.h"
#include "core/graph/forward.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

namespace latticeq {

namespace {

struct SquareSum
{
    double sum = 0;
    int64_t count = 0;
};

} // namespace

std::map<std::string, double> outputErrors(const Network& network, const std::map<std::string, at::Tensor>& quantized,
    const at::Tensor& images, const std::function<bool(double share)>& proceed)
{
    const c10::InferenceMode inference;
    std::map<std::string, at::Tensor> differences; // layers are linear: the output's error is the error's output
    for (const auto& [name, weight] : quantized)
        differences[name] = network.parameter(network.node(*network.find(name)), "weight") - weight;

    std::map<std::string, SquareSum> sums;
    ForwardTaps taps;
    taps.onInput = [&](NodeId id, size_t, const at::Tensor& input) {
        const Node& node = network.node(id);
        const auto difference = differences.find(node.name);
        if (difference != differences.end()) {
            const at::Tensor error = applyWeight(node, input, difference->second);
            SquareSum& sum = sums[node.name];
            sum.sum += error.square_().sum().item<double>();
            sum.count += error.numel();
        }
        return input;
    };
    const int64_t batch = evaluationBatch({ images.size(1), images.size(2), images.size(3) });
    for (int64_t first = 0; first < images.size(0); first += batch) {
        if (!proceed(static_cast<double>(first) / static_cast<double>(images.size(0))))
            break;
        forward(network, images.narrow(0, first, std::min(batch, images.size(0) - first)), taps);
    }
    std::map<std::string, double> errors;
    for (const auto& [name, sum] : sums)
        errors[name] = sum.sum / static_cast<double>(sum.count);
    return errors;
}

} // namespace latticeq
