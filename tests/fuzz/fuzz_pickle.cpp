// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pickle_reader.h"

#include <stdexcept>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    try {
        latticeq::readPickle({ reinterpret_cast<const char*>(data), size });
    } catch (const std::invalid_argument&) {
        return 0;
    }
    return 0;
}
