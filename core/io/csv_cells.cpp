// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_cells.h"

#include <array>
#include <charconv>
#include <cmath>

namespace latticeq {

std::string csvNumber(double value)
{
    if (!std::isfinite(value))
        return {};
    std::array<char, 40> buffer {};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return { buffer.data(), end };
}

std::string csvCell(const std::string& text)
{
    if (text.find_first_of(",\"\n\r") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

std::string csvRow(const std::vector<std::string>& cells)
{
    std::string line;
    for (const std::string& text : cells)
        line.append(line.empty() ? "" : ",").append(text);
    return line.append("\n");
}

} // namespace latticeq
