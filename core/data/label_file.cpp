// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_listing.h"

#include "core/io/atomic_file.h"

#include <charconv>
#include <optional>
#include <sstream>
#include <stdexcept>

namespace latticeq {

namespace {

namespace fs = std::filesystem;

constexpr const char* kBlanks = " \t\r\"";

std::string trimmed(const std::string& text)
{
    const size_t begin = text.find_first_not_of(kBlanks);
    return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

std::optional<int64_t> parseLabel(const std::string& text)
{
    int64_t label = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), label);
    const bool whole = error == std::errc() && stop == text.data() + text.size();
    return whole && label >= 0 ? std::optional(label) : std::nullopt;
}

struct LabelLine
{
    std::string file; // empty where the line is a label alone
    std::string label;
};

LabelLine splitLine(const std::string& line)
{
    const std::string text = trimmed(line);
    const size_t separator = text.find_last_of(", \t");
    if (separator == std::string::npos)
        return { "", text };
    std::string file = trimmed(text.substr(0, separator));
    while (file.ends_with(','))
        file.pop_back();
    return { trimmed(file), trimmed(text.substr(separator + 1)) };
}

/** Takes the label file's lines one after the other. */
class LabelReader
{
public:
    LabelReader(const fs::path& folder, const fs::path& source)
        : m_folder(folder)
        , m_source(source)
        , m_inOrder(listUnlabelledFolder(folder).files)
    {
    }

    void take(int number, const LabelLine& line)
    {
        const std::optional<int64_t> label = parseLabel(line.label);
        const bool headed = number == 1 && !label && (line.file.empty() || !fs::exists(m_folder / line.file));
        if (headed)
            return;
        if (!label)
            refuse(number, "'" + line.label + "'", "a class number from 0 on");
        if (line.file.empty() ? m_named : (!m_named && !m_listing.files.empty()))
            refuse(number, line.file.empty() ? "no file" : "a file", "what the lines above it have");
        m_named = !line.file.empty();
        if (!m_named && m_listing.files.size() == m_inOrder.size())
            refuse(number, "a label", "only one for each of the " + std::to_string(m_inOrder.size()) + " images");
        m_listing.files.push_back(m_named ? fs::path(line.file) : m_inOrder[m_listing.files.size()]);
        m_listing.labels.push_back(*label);
    }

    ImageListing finish()
    {
        if (m_listing.files.empty())
            throw std::invalid_argument(m_source.string() + " holds no labels, expected one in each line");
        if (!m_named && m_listing.files.size() < m_inOrder.size()) {
            throw std::invalid_argument(m_source.string() + " has " + std::to_string(m_listing.files.size())
                + " labels, expected one for each of the " + std::to_string(m_inOrder.size()) + " images beside it");
        }
        return std::move(m_listing);
    }

private:
    [[noreturn]] void refuse(int number, const std::string& found, const std::string& expected) const
    {
        throw std::invalid_argument(
            m_source.string() + " line " + std::to_string(number) + " has " + found + ", expected " + expected);
    }

    fs::path m_folder;
    fs::path m_source;
    std::vector<fs::path> m_inOrder;
    ImageListing m_listing;
    bool m_named = false;
};

} // namespace

ImageListing listLabelledFolder(const fs::path& folder)
{
    const fs::path source = folder / (fs::exists(folder / kLabelFile) ? kLabelFile : kLabelTable);
    LabelReader reader(folder, source);
    std::istringstream lines(readFile(source));
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (!trimmed(line).empty())
            reader.take(number, splitLine(line));
    }
    return reader.finish();
}

} // namespace latticeq
