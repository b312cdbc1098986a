// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx_dataset.h"

#include "core/data/byte_images.h"
#include "core/graph/state_dict.h"

#include <ATen/ATen.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace latticeq {

namespace {

namespace fs = std::filesystem;

/** Reads a plain or gzip-compressed file from its start. */
class GzipReader
{
public:
    explicit GzipReader(const fs::path& path)
        : m_path(path)
        , m_file(fs::is_directory(path) ? nullptr : gzopen(path.c_str(), "rb"))
    {
        if (!m_file) {
            throw std::invalid_argument("cannot read " + path.string() + ": "
                + (fs::is_directory(path) ? "it is a folder" : std::strerror(errno)));
        }
        gzbuffer(m_file, 1 << 18);
    }
    GzipReader(const GzipReader&) = delete;
    GzipReader& operator=(const GzipReader&) = delete;
    ~GzipReader() { gzclose(m_file); }

    void read(uint8_t* target, int64_t bytes)
    {
        constexpr int64_t kPiece = 1 << 26; // gzread counts in unsigned int
        for (int64_t done = 0; done < bytes;) {
            const int got = gzread(m_file, target + done, static_cast<unsigned>(std::min(kPiece, bytes - done)));
            if (got < 0)
                throw std::invalid_argument(m_path.string() + " is damaged: it cannot be decompressed");
            if (got == 0) {
                throw std::invalid_argument(m_path.string() + " is damaged: it ends after "
                    + std::to_string(m_position + done) + " bytes, expected " + std::to_string(m_position + bytes));
            }
            done += got;
        }
        m_position += bytes;
    }

    uint32_t readBigEndian()
    {
        std::array<uint8_t, 4> bytes {};
        read(bytes.data(), bytes.size());
        return uint32_t(bytes[0]) << 24 | uint32_t(bytes[1]) << 16 | uint32_t(bytes[2]) << 8 | bytes[3];
    }

private:
    fs::path m_path;
    gzFile m_file;
    int64_t m_position = 0;
};

fs::path findFile(const fs::path& folder, const std::string& split, const std::string& kind, int dimensions)
{
    const std::string type = "idx" + std::to_string(dimensions) + "-ubyte";
    for (const std::string& name : { split + "-" + kind + "-" + type, split + "-" + kind + "." + type }) {
        for (const char* suffix : { "", ".gz" }) {
            if (fs::exists(folder / (name + suffix)))
                return folder / (name + suffix);
        }
    }
    throw std::invalid_argument("no " + split + "-" + kind + "-" + type + "[.gz] in " + folder.string()
        + ": expected an IDX set such as Fashion-MNIST");
}

/** Reads unsigned bytes with their dimensions, at most `limit` items of the first one. */
at::Tensor readIdx(const fs::path& path, int dimensions, int64_t limit)
{
    GzipReader reader(path);
    const uint32_t magic = reader.readBigEndian();
    if (magic != (0x0800U | static_cast<uint32_t>(dimensions))) {
        throw std::invalid_argument(path.string() + " is not an IDX file of bytes in " + std::to_string(dimensions)
            + " dimensions: it starts with " + std::to_string(magic));
    }
    // Memory in proportion to the file: none unpacks to more than 1,032 times its size.
    const auto unpacked = static_cast<int64_t>(1032 * std::min<uintmax_t>(fs::file_size(path), 1 << 24));
    const int64_t mostBytes = std::max(int64_t(1) << 26, unpacked);
    std::vector<int64_t> shape;
    int64_t bytes = 1;
    for (int i = 0; i < dimensions; ++i) {
        shape.push_back(reader.readBigEndian());
        if (i == 0 && limit > 0)
            shape[0] = std::min(shape[0], limit);
        if (shape.back() == 0 || __builtin_mul_overflow(bytes, shape.back(), &bytes) || bytes > mostBytes)
            throw std::invalid_argument(path.string() + " claims an impossible size of " + shapeText(shape));
    }
    at::Tensor values = at::empty(shape, at::kByte);
    reader.read(values.data_ptr<uint8_t>(), bytes);
    return values;
}

} // namespace

fs::path dataFolder(const std::string& data)
{
    if (data == "fashion-mnist") {
        if (!fs::is_directory(kFashionMnistFolder)) {
            throw std::invalid_argument(std::string("Fashion-MNIST is not in ") + kFashionMnistFolder
                + ": install Debian's package dataset-fashion-mnist, or name its folder with --data DIR");
        }
        return kFashionMnistFolder;
    }
    if (!fs::is_directory(data))
        throw std::invalid_argument("no data folder " + data + ": expected a folder of images, or fashion-mnist");
    return data;
}

std::unique_ptr<Dataset> readIdxDataset(
    const fs::path& folder, DataSplit split, const ImagePreparation& preparation, int64_t limit)
{
    const std::string prefix = split == DataSplit::Training ? "train" : "t10k";
    checkChannels(folder.string(), 1, preparation);
    at::Tensor images = readIdx(findFile(folder, prefix, "images", 3), 3, limit);
    at::Tensor labels = readIdx(findFile(folder, prefix, "labels", 1), 1, limit).to(at::kLong);
    if (images.size(0) != labels.size(0)) {
        throw std::invalid_argument(folder.string() + " has " + std::to_string(images.size(0)) + " images and "
            + std::to_string(labels.size(0)) + " labels for " + prefix);
    }
    return makeByteImages(images.unsqueeze(1), std::move(labels), preparation);
}

} // namespace latticeq
