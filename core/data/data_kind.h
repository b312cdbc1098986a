// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

namespace latticeq {

enum class DataKind { IdxSet, CifarSet, ClassFolders, LabelledFolder, UnlabelledFolder };

/**
 * What a folder of images is, by its files' names. Throws std::invalid_argument with one sentence that says what is
 * expected where it is none.
 */
DataKind dataKind(const std::filesystem::path& folder);

/** dataKind() of a folder that is evaluated on: images without labels are refused as well. */
DataKind labelledDataKind(const std::filesystem::path& folder);

/** Whether images of this kind are files that have to be decoded. */
bool isImageFiles(DataKind kind);

} // namespace latticeq
