// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx_export.h"

#include <stdexcept>

namespace latticeq {

std::string onnxModel(const QuantizedModel&)
{
    throw std::invalid_argument("this build has no ONNX: --format onnx needs libonnx-dev when the program is built");
}

} // namespace latticeq
