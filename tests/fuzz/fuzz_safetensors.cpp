// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"

#include <ATen/ATen.h>

#include <stdexcept>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    using namespace latticeq;
    try {
        const SafetensorsFile file = parseSafetensors({ reinterpret_cast<const char*>(data), size }, "fuzz");
        for (const auto& item : file.tensors) // every value is touched
            item.value().to(at::kDouble).sum().item<double>();
    } catch (const std::invalid_argument&) {
        return 0;
    }
    return 0;
}
