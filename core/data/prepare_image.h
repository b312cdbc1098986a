// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

namespace latticeq {

/**
 * What a network sees of an image [3, H, W] of bytes: [C, cropSize, cropSize], float32. Resized as Pillow does it, with
 * antialiasing and rounded to bytes after each direction, cropped in the middle and normalised as torchvision does it.
 * One channel is Pillow's grey. Expects preparation.resizeSize not below cropSize. Throws std::invalid_argument for an
 * image that is over a hundred times as long as wide, which resizing would blow up to gigabytes.
 */
at::Tensor prepareImage(const at::Tensor& rgb, const ImagePreparation& preparation);

} // namespace latticeq
