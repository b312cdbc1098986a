// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch_checkpoint.h"

#include <ATen/ATen.h>

#include <stdexcept>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    using namespace latticeq;
    try {
        const StateDict tensors
            = withPlainNames(parseTorchCheckpoint({ reinterpret_cast<const char*>(data), size }, "fuzz"), "fuzz");
        for (const auto& item : tensors) // every value is touched
            item.value().to(at::kDouble).sum().item<double>();
    } catch (const std::invalid_argument&) {
        return 0;
    }
    return 0;
}
