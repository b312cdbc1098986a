// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace latticeq {

/** The shortest text that reads back to the same double, in the C locale; empty where there is no finite number. */
std::string csvNumber(double value);

/** Text as a cell: quoted where a comma, a quote or a line break would end it. */
std::string csvCell(const std::string& text);

/** Cells, each ready as csvCell() gives it, as a line. */
std::string csvRow(const std::vector<std::string>& cells);

} // namespace latticeq
