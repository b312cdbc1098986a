// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/data_kind.h"

#include "core/data/image_listing.h"

#include <stdexcept>

namespace latticeq {

namespace {

namespace fs = std::filesystem;

bool isIdxName(const std::string& name)
{
    return name.find("-idx3-ubyte") != std::string::npos || name.find(".idx3-ubyte") != std::string::npos;
}

bool isCifarName(const std::string& name)
{
    return name == "train.bin" || name == "test.bin" || name == "test_batch.bin"
        || (name.starts_with("data_batch_") && name.ends_with(".bin"));
}

/** Looks into folders within folders, but at no more than `entries`, so never through a whole disk. */
bool holdsImages(const fs::path& folder, int& entries)
{
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, fs::directory_options::follow_directory_symlink, error), end;
         !error && entry != end && --entries > 0; entry.increment(error)) {
        if (hasImageExtension(entry->path().filename().string()))
            return true;
    }
    return false;
}

} // namespace

DataKind dataKind(const fs::path& folder)
{
    int entries = 5000;
    bool images = false;
    bool classFolders = false;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (isIdxName(name))
            return DataKind::IdxSet;
        if (isCifarName(name))
            return DataKind::CifarSet;
        std::error_code broken;
        const bool isFolder = entry.is_directory(broken);
        images = images || (!isFolder && hasImageExtension(name));
        classFolders = classFolders || (isFolder && holdsImages(entry.path(), entries));
    }
    if (fs::exists(folder / kLabelFile) || fs::exists(folder / kLabelTable))
        return DataKind::LabelledFolder;
    if (classFolders)
        return DataKind::ClassFolders;
    if (images)
        return DataKind::UnlabelledFolder;
    throw std::invalid_argument("No images in " + folder.string()
        + ". Expected one folder per class with PNG or JPEG files, or images with labels.txt or labels.csv, or an IDX "
          "or CIFAR set.");
}

DataKind labelledDataKind(const fs::path& folder)
{
    const DataKind kind = dataKind(folder);
    if (kind == DataKind::UnlabelledFolder) {
        throw std::invalid_argument("The images in " + folder.string()
            + " have no labels. Expected labels.txt or labels.csv beside them, or one folder per class.");
    }
    return kind;
}

bool isImageFiles(DataKind kind)
{
    return kind != DataKind::IdxSet && kind != DataKind::CifarSet;
}

} // namespace latticeq
