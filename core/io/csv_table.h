// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <charconv>
#include <stdexcept>
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

/** A cell's number. Throws std::invalid_argument, naming `source`, where it holds none. */
template <typename Number> Number parseCell(const std::string& cell, const std::string& source)
{
    Number value {};
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc() || end != cell.data() + cell.size())
        throw std::invalid_argument(source + " is damaged: it holds '" + cell + "', expected a number");
    return value;
}

} // namespace latticeq
