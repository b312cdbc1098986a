// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/content_hash.h"

#include <c10/util/Exception.h>
#include <c10/util/hash.h>

namespace latticeq {

std::string contentHash(std::string_view content)
{
    const std::string bytes(content);
    if (bytes.empty()) // LibTorch's hash of nothing is undefined
        return std::string(40, '0');
    return c10::sha1(bytes).str();
}

} // namespace latticeq
