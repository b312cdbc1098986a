// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/data/image_listing.h"

#include <memory>

namespace latticeq {

/**
 * Image files of a folder, decoded and prepared each time they are asked for. Throws std::invalid_argument where this
 * build cannot decode any; a file that is no image is kUnreadable.
 */
std::unique_ptr<Dataset> makeFolderDataset(
    const std::filesystem::path& folder, ImageListing listing, const ImagePreparation& preparation);

} // namespace latticeq
