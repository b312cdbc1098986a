// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace latticeq {

/**
 * The rows of a CSV text without its header; cells may be quoted, with doubled quotes inside. Throws
 * std::invalid_argument, naming `source` and the line, where the header is not `header` or a row has another number
 * of cells.
 */
std::vector<std::vector<std::string>> readCsv(
    const std::string& text, const std::string& header, const std::string& source);

} // namespace latticeq
