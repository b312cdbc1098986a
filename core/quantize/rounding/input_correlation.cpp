// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/rounding/input_correlation.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace latticeq {

namespace {

/** Of the patches of one step: 64 MB. */
constexpr int64_t kPatchValues = 1 << 24;

/** Of one step, some tenths of a second. */
constexpr int64_t kStepMultiplyAdds = int64_t(1) << 34;

/** The patches that a convolution multiplies with its weights, [groups, weights of a channel, positions]. */
at::Tensor patchesOf(const Convolution& c, const at::Tensor& weight, const at::Tensor& images)
{
    const at::Tensor patches = at::im2col(images, weight.sizes().slice(2), c.dilation, c.padding, c.stride);
    return patches.reshape({ images.size(0), c.groups, -1, patches.size(2) })
        .permute({ 1, 2, 0, 3 })
        .reshape({ c.groups, weight[0].numel(), -1 });
}

at::Tensor patchesOf(const Linear&, const at::Tensor&, const at::Tensor& features)
{
    return features.transpose(0, 1).flatten(1).unsqueeze(0);
}

/** Images of one step. */
int64_t imagesAtOnce(const at::Tensor& weight, const at::Tensor& input, int64_t columns)
{
    const int64_t kernel = weight.dim() == 4 ? weight.size(2) * weight.size(3) : 1;
    const int64_t ofImage = std::max<int64_t>(1, kernel * input[0].numel());
    return std::max<int64_t>(1, std::min(kPatchValues, kStepMultiplyAdds / columns) / ofImage);
}

at::Tensor patchesOf(const Node& node, const at::Tensor& weight, const at::Tensor& input)
{
    if (const auto* convolution = std::get_if<Convolution>(&node.operation))
        return patchesOf(*convolution, weight, input);
    return patchesOf(std::get<Linear>(node.operation), weight, input);
}

} // namespace

int64_t correlationBlocks(int64_t groups, int64_t weights, int64_t n, int64_t bytes)
{
    const int64_t vectors = weights / n;
    for (int64_t blocks = 1; blocks < vectors; ++blocks) {
        const int64_t columns = weights / blocks;
        if (vectors % blocks == 0 && groups * blocks * columns * columns * int64_t(sizeof(float)) <= bytes)
            return blocks;
    }
    return vectors;
}

std::optional<InputCorrelation> correlate(const Node& node, const at::Tensor& weight,
    const std::vector<at::Tensor>& slices, int64_t n, const std::function<bool()>& proceed, int64_t mostBytes)
{
    const auto* convolution = std::get_if<Convolution>(&node.operation);
    const int64_t groups = convolution ? convolution->groups : 1;
    const int64_t weights = weight[0].numel();
    const int64_t blocks = correlationBlocks(groups, weights, n, mostBytes);
    const int64_t columns = weights / blocks;
    at::Tensor sum = at::zeros({ groups * blocks, columns, columns }, slices[0].options());
    int64_t positions = 0;
    for (const at::Tensor& slice : slices) {
        for (const at::Tensor& input : slice.split(imagesAtOnce(weight, slice, columns))) {
            if (!proceed())
                return std::nullopt;
            const at::Tensor patches = patchesOf(node, weight, input).reshape({ groups * blocks, columns, -1 });
            sum.baddbmm_(patches, patches.transpose(1, 2));
            positions += patches.size(2);
        }
    }
    return InputCorrelation { (sum / static_cast<double>(positions)).reshape({ groups, blocks, columns, columns }) };
}

} // namespace latticeq
