// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/nvidia_driver.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>

namespace latticeq {

namespace {

namespace fs = std::filesystem;

/** The expression's first group where it is first found in a file; empty where it is not. */
std::string findIn(const fs::path& file, const char* expression)
{
    std::ifstream stream(file);
    const std::string text(std::istreambuf_iterator<char>(stream), {});
    std::smatch match;
    return std::regex_search(text, match, std::regex(expression)) ? match[1].str() : std::string();
}

} // namespace

std::string nvidiaDriverVersion(const fs::path& folder)
{
    return findIn(folder / "version", R"(NVRM version:.*\s(\d+\.\d+(\.\d+)?)\s)");
}

std::string nvidiaCardModel(const fs::path& folder)
{
    std::error_code noFolder;
    std::set<fs::path> cards;
    for (const auto& entry : fs::directory_iterator(folder / "gpus", noFolder))
        cards.insert(entry.path());
    return cards.empty() ? std::string() : findIn(*cards.begin() / "information", R"(Model:\s*(.*\S))");
}

} // namespace latticeq
