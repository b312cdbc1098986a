// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_decoder.h"
#include "core/data/prepare_image.h"

#include <stdexcept>
#include <string>

/** Start it with tests/golden/images/pictures: bytes are decoded and, where they are a small image, prepared. */
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    using namespace latticeq;
    constexpr int64_t kMostPixels = 1 << 22; // larger ones only take time
    const at::Tensor image = decodeImage({ reinterpret_cast<const char*>(data), size });
    if (!image.defined() || image.size(1) * image.size(2) > kMostPixels)
        return 0;
    try {
        prepareImage(image, { { 0, 0, 0 }, { 1, 1, 1 }, 37, 32 });
    } catch (const std::invalid_argument&) {
        return 0;
    }
    return 0;
}
