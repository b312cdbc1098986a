// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_listing.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace latticeq {

namespace {

namespace fs = std::filesystem;

constexpr const char* kExtensions[] = { ".jpg", ".jpeg", ".png", ".ppm", ".bmp", ".pgm", ".tif", ".tiff", ".webp" };

/** A folder's image files by name, and its folders in no order. */
struct FolderEntries
{
    std::vector<std::string> images;
    std::vector<fs::path> folders;
};

FolderEntries readEntries(const fs::path& folder)
{
    FolderEntries entries;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        std::error_code broken; // a link to nowhere counts as a file, which cannot be read later
        if (entry.is_directory(broken))
            entries.folders.push_back(entry.path());
        else if (hasImageExtension(name))
            entries.images.push_back(name);
    }
    std::sort(entries.images.begin(), entries.images.end());
    return entries;
}

using FilesByFolder = std::vector<std::pair<std::string, std::vector<std::string>>>;

/** Python's os.walk() with followlinks; `above` are the folders on the way, so that links in a circle end. */
void walk(const fs::path& folder, std::vector<fs::path> above, FilesByFolder& found)
{
    const fs::path real = fs::canonical(folder);
    if (std::find(above.begin(), above.end(), real) != above.end())
        return;
    above.push_back(real);
    FolderEntries entries = readEntries(folder);
    found.emplace_back(folder.string(), std::move(entries.images));
    for (const fs::path& inner : entries.folders)
        walk(inner, above, found);
}

std::vector<std::string> classNames(const fs::path& folder)
{
    std::vector<std::string> names;
    for (const fs::path& inner : readEntries(folder).folders)
        names.push_back(inner.filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

bool hasImageExtension(const std::string& name)
{
    std::string lower = name;
    std::transform(lower.begin(), lower.end(), lower.begin(),
        [](char letter) { return static_cast<char>(std::tolower(static_cast<unsigned char>(letter))); });
    return std::any_of(std::begin(kExtensions), std::end(kExtensions),
        [&](const char* extension) { return lower.ends_with(extension); });
}

ImageListing listClassFolders(const fs::path& folder)
{
    ImageListing listing;
    listing.classes = classNames(folder);
    for (size_t label = 0; label < listing.classes.size(); ++label) {
        FilesByFolder found;
        walk(folder / listing.classes[label], {}, found);
        std::sort(found.begin(), found.end());
        for (const auto& [inner, names] : found) {
            for (const std::string& name : names)
                listing.files.push_back((fs::path(inner) / name).lexically_relative(folder));
        }
        if (listing.files.size() == listing.labels.size()) {
            throw std::invalid_argument("the folder " + listing.classes[label] + " in " + folder.string()
                + " holds no images: expected some in every class folder");
        }
        listing.labels.resize(listing.files.size(), static_cast<int64_t>(label));
    }
    return listing;
}

ImageListing listUnlabelledFolder(const fs::path& folder)
{
    ImageListing listing;
    for (const std::string& name : readEntries(folder).images)
        listing.files.emplace_back(name);
    listing.labels.resize(listing.files.size(), 0);
    return listing;
}

} // namespace latticeq
