// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace latticeq {

/** A name out of a file as one short line for a message: unprintable bytes become '?', the end of a long one '…'. */
std::string printableText(std::string_view text);

} // namespace latticeq
