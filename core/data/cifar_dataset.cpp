// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/cifar_dataset.h"

#include "core/data/byte_images.h"
#include "core/io/atomic_file.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <stdexcept>

namespace latticeq {

namespace {

namespace fs = std::filesystem;

constexpr int64_t kSide = 32;
constexpr int64_t kPixels = 3 * kSide * kSide;

/** The files of a split, and how many labels stand before each image, of which the last one counts. */
struct CifarFiles
{
    std::vector<fs::path> files;
    int64_t labels = 1;
};

std::vector<fs::path> trainingBatches(const fs::path& folder)
{
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with("data_batch_") && name.ends_with(".bin"))
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

CifarFiles findFiles(const fs::path& folder, DataSplit split)
{
    const bool training = split == DataSplit::Training;
    const fs::path hundred = folder / (training ? "train.bin" : "test.bin");
    if (fs::exists(hundred))
        return { { hundred }, 2 };
    CifarFiles ten;
    if (training)
        ten.files = trainingBatches(folder);
    else if (fs::exists(folder / "test_batch.bin"))
        ten.files = { folder / "test_batch.bin" };
    if (ten.files.empty()) {
        throw std::invalid_argument(std::string("no ")
            + (training ? "data_batch_1.bin or train.bin" : "test_batch.bin or test.bin") + " in " + folder.string()
            + ": expected a CIFAR set in its binary layout");
    }
    return ten;
}

at::Tensor readRecords(const fs::path& file, int64_t bytesEach)
{
    const std::string bytes = readFile(file);
    const auto size = static_cast<int64_t>(bytes.size());
    if (size == 0 || size % bytesEach != 0) {
        throw std::invalid_argument(file.string() + " is damaged: it has " + std::to_string(size)
            + " bytes, expected a multiple of " + std::to_string(bytesEach));
    }
    at::Tensor records = at::empty({ size / bytesEach, bytesEach }, at::kByte);
    std::copy(bytes.begin(), bytes.end(), records.data_ptr<uint8_t>());
    return records;
}

} // namespace

std::unique_ptr<Dataset> readCifarDataset(
    const fs::path& folder, DataSplit split, const ImagePreparation& preparation, int64_t limit)
{
    checkChannels(folder.string(), 3, preparation);
    const CifarFiles found = findFiles(folder, split);
    std::vector<at::Tensor> parts;
    int64_t count = 0;
    for (const fs::path& file : found.files) {
        if (limit > 0 && count >= limit)
            break;
        parts.push_back(readRecords(file, found.labels + kPixels));
        count += parts.back().size(0);
    }
    const int64_t size = limit > 0 ? std::min(limit, count) : count;
    const at::Tensor records = at::cat(parts).narrow(0, 0, size);
    at::Tensor images = records.narrow(1, found.labels, kPixels).reshape({ size, 3, kSide, kSide });
    return makeByteImages(std::move(images), records.select(1, found.labels - 1).to(at::kLong), preparation);
}

} // namespace latticeq
