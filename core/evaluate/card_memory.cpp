// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/card_memory.h"

#include <c10/util/Exception.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace latticeq {

bool isCardMemoryError(const std::exception& error)
{
    if (dynamic_cast<const c10::OutOfMemoryError*>(&error))
        return true;
    // What does not go through LibTorch's allocator: handles and workspaces of the libraries, kernels loaded late.
    constexpr std::array<std::string_view, 5> kSignsOfOthers { "CUDA error: out of memory",
        "CUBLAS_STATUS_ALLOC_FAILED", "CUDNN_STATUS_ALLOC_FAILED",
        "CUDNN_STATUS_INTERNAL_ERROR_DEVICE_ALLOCATION_FAILED", "CUSOLVER_STATUS_ALLOC_FAILED" };
    const auto* thrown = dynamic_cast<const c10::Error*>(&error);
    return thrown && std::any_of(kSignsOfOthers.begin(), kSignsOfOthers.end(), [&](std::string_view sign) {
        return thrown->msg().find(sign) != std::string::npos;
    });
}

} // namespace latticeq
