// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace latticeq {

/** 40 hexadecimal digits that tell contents apart (SHA-1; no protection against forgery). */
std::string contentHash(std::string_view content);

} // namespace latticeq
