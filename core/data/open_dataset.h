// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <memory>

namespace latticeq {

/**
 * Opens the images of a folder of any kind, or `fashion-mnist`; image files are one split. `limit` above 0 reads at
 * most so many of an IDX or CIFAR set. Throws std::invalid_argument with what was found and expected.
 */
std::unique_ptr<Dataset> openDataset(
    const std::string& data, DataSplit split, const ImagePreparation& preparation, int64_t limit = 0);

} // namespace latticeq
