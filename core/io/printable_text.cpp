// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/printable_text.h"

#include <algorithm>

namespace latticeq {

std::string printableText(std::string_view text)
{
    constexpr size_t kLongest = 100;
    std::string line(text.substr(0, kLongest));
    std::replace_if(
        line.begin(), line.end(), [](unsigned char letter) { return letter < 0x20 || letter > 0x7e; }, '?');
    return text.size() > kLongest ? line + "…" : line;
}

} // namespace latticeq
