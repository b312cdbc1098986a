// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_table.h"

#include <algorithm>
#include <stdexcept>

namespace latticeq {

namespace {

/** Takes one row, up to and with its line break, from `text` at `position`. */
std::vector<std::string> takeRow(const std::string& text, size_t& position)
{
    std::vector<std::string> cells(1);
    bool quoted = false;
    while (position < text.size()) {
        const char c = text[position++];
        if (quoted && c == '"' && position < text.size() && text[position] == '"') {
            cells.back() += text[position++];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == ',') {
            cells.emplace_back();
        } else if (!quoted && c == '\n') {
            break;
        } else if (quoted || c != '\r') {
            cells.back() += c;
        }
    }
    return cells;
}

} // namespace

std::vector<std::vector<std::string>> readCsv(
    const std::string& text, const std::string& header, const std::string& source)
{
    size_t position = text.find('\n');
    std::string first = text.substr(0, position);
    first.erase(std::remove(first.begin(), first.end(), '\r'), first.end());
    if (first != header)
        throw std::invalid_argument(source + " starts with '" + first + "', expected the columns " + header);
    const auto columns = static_cast<size_t>(std::count(header.begin(), header.end(), ',')) + 1;
    std::vector<std::vector<std::string>> rows;
    for (position = position == std::string::npos ? text.size() : position + 1; position < text.size();) {
        rows.push_back(takeRow(text, position));
        if (rows.back().size() != columns) {
            throw std::invalid_argument(source + " has " + std::to_string(rows.back().size()) + " cells in row "
                + std::to_string(rows.size()) + ", expected " + std::to_string(columns));
        }
    }
    return rows;
}

} // namespace latticeq
