// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/packed_checkpoint.h"
#include "core/quantize/quantized_model.h"

#include <stdexcept>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    using namespace latticeq;
    try {
        const SafetensorsFile file = parseSafetensors({ reinterpret_cast<const char*>(data), size }, "fuzz");
        if (isPackedCheckpoint(file))
            fullParameters(unpackModel(file, "fuzz"));
    } catch (const std::invalid_argument&) {
        return 0;
    }
    return 0;
}
