// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/folder_dataset.h"

#include "core/data/image_decoder.h"
#include "core/data/prepare_image.h"
#include "core/io/atomic_file.h"
#include "core/support/content_hash.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <stdexcept>

namespace latticeq {

namespace {

namespace fs = std::filesystem;

class FolderDataset : public Dataset
{
public:
    FolderDataset(const fs::path& folder, ImageListing listing, const ImagePreparation& preparation)
        : m_folder(folder)
        , m_listing(std::move(listing))
        , m_preparation(preparation)
    {
    }

    int64_t size() const override { return std::ssize(m_listing.files); }
    std::vector<int64_t> imageShape() const override
    {
        return { std::ssize(m_preparation.mean), m_preparation.cropSize, m_preparation.cropSize };
    }
    int64_t largestLabel() const override { return *std::ranges::max_element(m_listing.labels); }
    std::string imageName(int64_t position) const override { return m_listing.files[size_t(position)].string(); }
    std::vector<std::string> classNames() const override { return m_listing.classes; }

    /** By the files' names, sizes and times: reading them all would take as long as evaluating. */
    std::string fingerprint(const std::vector<int64_t>& positions) const override
    {
        std::string text;
        std::error_code missing; // then size and time are what the library gives for no file
        for (const int64_t position : positions) {
            const fs::path& file = m_listing.files[static_cast<size_t>(position)];
            text.append(file.string()).append(" ");
            text += std::to_string(m_listing.labels[static_cast<size_t>(position)]) + " ";
            text += std::to_string(fs::file_size(m_folder / file, missing)) + " ";
            text += std::to_string(fs::last_write_time(m_folder / file, missing).time_since_epoch().count()) + "\n";
        }
        return contentHash(text);
    }

    ImageBatch batch(const std::vector<int64_t>& positions) const override
    {
        std::vector<int64_t> shape = imageShape();
        shape.insert(shape.begin(), std::ssize(positions));
        ImageBatch batch { at::zeros(shape), at::full({ shape[0] }, kUnreadable, at::kLong) };
        for (int64_t i = 0; i < shape[0]; ++i) {
            const auto position = static_cast<size_t>(positions[static_cast<size_t>(i)]);
            const at::Tensor prepared = read(m_listing.files[position]);
            if (!prepared.defined())
                continue;
            batch.images[i].copy_(prepared);
            batch.labels[i] = m_listing.labels[position];
        }
        return batch;
    }

private:
    at::Tensor read(const fs::path& file) const
    {
        try {
            const at::Tensor image = decodeImage(readFile(m_folder / file));
            return image.defined() ? prepareImage(image, m_preparation) : image;
        } catch (const std::invalid_argument&) { // it cannot be opened, or is a mere line
            return {};
        }
    }

    fs::path m_folder;
    ImageListing m_listing;
    ImagePreparation m_preparation;
};

} // namespace

std::unique_ptr<Dataset> makeFolderDataset(
    const fs::path& folder, ImageListing listing, const ImagePreparation& preparation)
{
    checkCanDecode(folder.string());
    if (preparation.resizeSize < preparation.cropSize) {
        throw std::invalid_argument("images are resized to " + std::to_string(preparation.resizeSize)
            + " pixels, expected at least the " + std::to_string(preparation.cropSize) + " that are kept of them");
    }
    return std::make_unique<FolderDataset>(folder, std::move(listing), preparation);
}

} // namespace latticeq
