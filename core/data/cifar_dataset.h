// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <filesystem>
#include <memory>

namespace latticeq {

/**
 * Reads a split of CIFAR-10 (data_batch_*.bin, test_batch.bin) or CIFAR-100 (train.bin, test.bin; its fine labels) in
 * the published binary layout, at most `limit` images (0: all). Throws std::invalid_argument with the file, what was
 * found and expected.
 */
std::unique_ptr<Dataset> readCifarDataset(
    const std::filesystem::path& folder, DataSplit split, const ImagePreparation& preparation, int64_t limit = 0);

} // namespace latticeq
