// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/cost.h"

#include "core/graph/forward.h"

#include <ATen/ATen.h>

namespace latticeq {

int64_t multiplyAddsPerImage(const Network& network, const std::vector<int64_t>& imageShape)
{
    int64_t sum = 0;
    ForwardTaps taps;
    taps.onOutput = [&](NodeId id, const at::Tensor& output) {
        const Node& node = network.node(id);
        if (hasQuantizedWeight(node)) {
            const at::Tensor& weight = network.parameter(node, "weight");
            sum += output.numel() * (weight.numel() / weight.size(0));
        }
    };
    std::vector<int64_t> shape { 1 };
    shape.insert(shape.end(), imageShape.begin(), imageShape.end());
    forward(network, at::zeros(shape), taps);
    return sum;
}

} // namespace latticeq
