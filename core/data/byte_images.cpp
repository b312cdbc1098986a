// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/byte_images.h"

#include "core/support/content_hash.h"

#include <ATen/ATen.h>

#include <stdexcept>

namespace latticeq {

namespace {

class ByteImages : public Dataset
{
public:
    ByteImages(
        at::Tensor images, at::Tensor labels, const ImagePreparation& preparation, std::vector<std::string> classes)
        : m_images(std::move(images))
        , m_labels(std::move(labels))
        , m_preparation(preparation)
        , m_classes(std::move(classes))
    {
    }

    int64_t size() const override { return m_images.size(0); }
    std::vector<int64_t> imageShape() const override { return m_images.sizes().slice(1).vec(); }
    int64_t largestLabel() const override { return m_labels.max().item<int64_t>(); }
    std::vector<std::string> classNames() const override { return m_classes; }

    ImageBatch batch(const std::vector<int64_t>& positions) const override
    {
        const at::Tensor index = at::tensor(positions, at::kLong);
        at::Tensor images = m_images.index_select(0, index).to(at::kFloat).div_(255);
        for (int64_t c = 0; c < images.size(1); ++c) {
            const auto channel = static_cast<size_t>(c);
            images.select(1, c).sub_(m_preparation.mean[channel]).div_(m_preparation.deviation[channel]);
        }
        return { images, m_labels.index_select(0, index) };
    }

    std::string fingerprint(const std::vector<int64_t>& positions) const override
    {
        const at::Tensor index = at::tensor(positions, at::kLong);
        return hashOf(m_images.index_select(0, index)) + hashOf(m_labels.index_select(0, index));
    }

private:
    static std::string hashOf(const at::Tensor& values)
    {
        return contentHash({ static_cast<const char*>(values.data_ptr()), values.nbytes() });
    }

    at::Tensor m_images; // [N, C, H, W], bytes
    at::Tensor m_labels; // [N], int64
    ImagePreparation m_preparation;
    std::vector<std::string> m_classes;
};

} // namespace

std::unique_ptr<Dataset> makeByteImages(
    at::Tensor images, at::Tensor labels, const ImagePreparation& preparation, std::vector<std::string> classes)
{
    return std::make_unique<ByteImages>(std::move(images), std::move(labels), preparation, std::move(classes));
}

void checkChannels(const std::string& source, int64_t channels, const ImagePreparation& preparation)
{
    if (std::ssize(preparation.mean) == channels && std::ssize(preparation.deviation) == channels)
        return;
    throw std::invalid_argument("the images in " + source + " have " + std::to_string(channels)
        + (channels == 1 ? " channel" : " channels") + ", the network expects "
        + std::to_string(preparation.mean.size()));
}

} // namespace latticeq
