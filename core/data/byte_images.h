// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <memory>

namespace latticeq {

/** Images [N, C, H, W] of bytes with labels [N] of int64, both in memory; normalised when they are asked for. */
std::unique_ptr<Dataset> makeByteImages(
    at::Tensor images, at::Tensor labels, const ImagePreparation& preparation, std::vector<std::string> classes = {});

/** Throws std::invalid_argument where the images of `source` have another number of channels than are prepared. */
void checkChannels(const std::string& source, int64_t channels, const ImagePreparation& preparation);

} // namespace latticeq
