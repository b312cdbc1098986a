// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/output_error.h"

#include "core/evaluate/accuracy.h"
#include "core/evaluate/fitting_batches.h"
#include "core/graph/forward.h"

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

namespace latticeq {

namespace {

/** A layer's sum of squares. It stays on the device, so that no batch waits for another's sums. */
struct SquareSum
{
    at::Tensor sum; // float64
    int64_t count = 0;
};

using SquareSums = std::map<std::string, SquareSum>;

void addTo(SquareSums& sums, const SquareSums& ofBatch)
{
    for (const auto& [name, square] : ofBatch) {
        SquareSum& all = sums[name];
        all.sum = all.sum.defined() ? all.sum + square.sum : square.sum;
        all.count += square.count;
    }
}

/** The differences of all weights on the network's device. */
class OutputDifferences
{
public:
    OutputDifferences(const Network& network, const std::map<std::string, at::Tensor>& quantized)
        : m_network(network)
    {
        for (const auto& [name, weight] : quantized) { // layers are linear: the output's error is the error's output
            const at::Tensor& own = network.parameter(network.node(*network.find(name)), "weight");
            m_differences[name] = own - weight.to(own.device());
        }
    }

    SquareSums squares(const at::Tensor& images) const
    {
        SquareSums sums;
        ForwardTaps taps;
        taps.onInput = [&](NodeId id, size_t, const at::Tensor& input) {
            const Node& node = m_network.node(id);
            const auto difference = m_differences.find(node.name);
            if (difference != m_differences.end()) {
                const at::Tensor error = applyWeight(node, input, difference->second);
                sums[node.name] = { error.square_().sum().to(at::kDouble), error.numel() };
            }
            return input;
        };
        forward(m_network, images, taps);
        return sums;
    }

private:
    const Network& m_network;
    std::map<std::string, at::Tensor> m_differences;
};

} // namespace

std::map<std::string, double> outputErrors(const Network& network, const std::map<std::string, at::Tensor>& quantized,
    const at::Tensor& images, const std::function<bool(double share)>& proceed, const MemoryWarning& warn)
{
    const c10::InferenceMode inference;
    const OutputDifferences differences(network, quantized);
    const int64_t size = images.size(0);
    SquareSums sums;
    FittingBatches batches(evaluationBatch({ images.size(1), images.size(2), images.size(3) }, network.device()), warn);
    batches.forEach(size, [&](int64_t first, int64_t count) {
        if (!proceed(static_cast<double>(first) / static_cast<double>(size)))
            return false;
        addTo(sums, differences.squares(images.narrow(0, first, count).to(network.device())));
        return true;
    });
    std::map<std::string, double> errors;
    for (const auto& [name, square] : sums)
        errors[name] = square.sum.item<double>() / static_cast<double>(square.count);
    return errors;
}

} // namespace latticeq
