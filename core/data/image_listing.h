// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace latticeq {

/** Label files beside images: "file label" or "file,label" in a line, or a label alone in the files' order. */
inline constexpr const char* kLabelFile = "labels.txt";
inline constexpr const char* kLabelTable = "labels.csv";

/** Image files with their labels. */
struct ImageListing
{
    std::vector<std::filesystem::path> files; // relative to the folder
    std::vector<int64_t> labels; // as many
    std::vector<std::string> classes; // names of the labels; empty where they have none
};

/** Whether torchvision takes a file of this name for an image: .jpg .jpeg .png .ppm .bmp .pgm .tif .tiff .webp. */
bool hasImageExtension(const std::string& name);

/**
 * Images in one folder per class, in the order of torchvision's ImageFolder, folders behind links included. Throws
 * std::invalid_argument where a class has no images, as torchvision does.
 */
ImageListing listClassFolders(const std::filesystem::path& folder);

/** Images beside a label file. Throws std::invalid_argument with the line that does not hold. */
ImageListing listLabelledFolder(const std::filesystem::path& folder);

/** The images of one folder by name, with the label 0: for calibration, which needs none. */
ImageListing listUnlabelledFolder(const std::filesystem::path& folder);

} // namespace latticeq
