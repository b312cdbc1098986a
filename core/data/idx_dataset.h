// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <filesystem>
#include <memory>

namespace latticeq {

/** Where Debian's package dataset-fashion-mnist puts Fashion-MNIST. */
inline constexpr const char* kFashionMnistFolder = "/usr/share/datasets/fashion-mnist";

/**
 * The folder of a data set named on the command line: `fashion-mnist` stands for Debian's. Throws
 * std::invalid_argument where there is none, with what to install or name instead.
 */
std::filesystem::path dataFolder(const std::string& data);

/**
 * Reads a split of an IDX set (MNIST's format, plain or .gz): {train,t10k}-images-idx3-ubyte and -labels-idx1-ubyte,
 * at most `limit` images (0: all). Throws std::invalid_argument with the file, what was found and expected.
 */
std::unique_ptr<Dataset> readIdxDataset(
    const std::filesystem::path& folder, DataSplit split, const ImagePreparation& preparation, int64_t limit = 0);

} // namespace latticeq
