// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/prepare_image.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <stdexcept>

namespace latticeq {

namespace {

struct Size
{
    int64_t height = 0;
    int64_t width = 0;
};

Size resizedSize(const at::Tensor& rgb, int64_t shorter)
{
    const int64_t height = rgb.size(1);
    const int64_t width = rgb.size(2);
    constexpr int64_t kLongest = 100;
    if (std::max(height, width) > kLongest * std::min(height, width)) {
        throw std::invalid_argument("an image has " + std::to_string(width) + " × " + std::to_string(height)
            + " pixels, expected at most " + std::to_string(kLongest) + " times as many along one side");
    }
    return height <= width ? Size { shorter, shorter * width / height } : Size { shorter * height / width, shorter };
}

/** Where torchvision begins the middle: Python's round() takes halves to the even number. */
int64_t middleOf(int64_t length, int64_t part)
{
    const int64_t rest = length - part;
    const int64_t half = rest / 2;
    return half + (rest % 2 == 1 && half % 2 == 1 ? 1 : 0);
}

/** Pillow's convert("L"): the luma of ITU-R 601 in whole numbers. */
at::Tensor greyOf(const at::Tensor& rgb)
{
    const at::Tensor wide = rgb.to(at::kInt);
    const at::Tensor sum = wide[0] * 19595 + wide[1] * 38470 + wide[2] * 7471 + 0x8000;
    return sum.bitwise_right_shift(16).unsqueeze(0);
}

/** Resizes one direction of [1, 1, H, W] and rounds, since Pillow keeps bytes between its two passes. */
at::Tensor resize(const at::Tensor& plane, Size size, bool bicubic)
{
    if (plane.size(2) == size.height && plane.size(3) == size.width)
        return plane;
    at::Tensor resized = bicubic
        ? at::_upsample_bicubic2d_aa(plane, { size.height, size.width }, /*align_corners=*/false, {}, {})
        : at::_upsample_bilinear2d_aa(plane, { size.height, size.width }, /*align_corners=*/false, {}, {});
    return resized.add_(0.5).floor_().clamp_(0, 255);
}

/** The middle of one channel [H, W] after resizing; rows and columns outside are left out as early as possible. */
at::Tensor resizedMiddle(const at::Tensor& channel, Size size, const ImagePreparation& preparation)
{
    const int64_t crop = preparation.cropSize;
    at::Tensor plane = channel.to(at::kFloat).unsqueeze(0).unsqueeze(0);
    plane = resize(plane, { channel.size(0), size.width }, preparation.bicubic);
    plane = plane.narrow(3, middleOf(size.width, crop), crop).contiguous();
    plane = resize(plane, { size.height, crop }, preparation.bicubic);
    return plane[0][0].narrow(0, middleOf(size.height, crop), crop);
}

} // namespace

at::Tensor prepareImage(const at::Tensor& rgb, const ImagePreparation& preparation)
{
    const Size size = resizedSize(rgb, preparation.resizeSize);
    const at::Tensor channels = preparation.mean.size() == 1 ? greyOf(rgb) : rgb;
    at::Tensor prepared = at::empty({ channels.size(0), preparation.cropSize, preparation.cropSize });
    for (int64_t c = 0; c < channels.size(0); ++c) {
        const auto index = static_cast<size_t>(c);
        prepared[c].copy_(resizedMiddle(channels[c], size, preparation));
        prepared[c].div_(255).sub_(preparation.mean[index]).div_(preparation.deviation[index]);
    }
    return prepared;
}

} // namespace latticeq
