// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/accuracy_memory.h"

#include "core/io/atomic_file.h"
#include "core/support/content_hash.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ctime>
#include <stdexcept>

namespace latticeq {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

std::string dateNow()
{
    const std::time_t now = std::time(nullptr);
    std::tm utc {};
    gmtime_r(&now, &utc);
    char text[32];
    std::strftime(text, sizeof(text), "%Y-%m-%d %H:%M UTC", &utc);
    return text;
}

/** A 0 or 1 for each image. */
std::string flagsText(const std::vector<bool>& flags)
{
    std::string text;
    for (const bool flag : flags)
        text += flag ? '1' : '0';
    return text;
}

void checkAccuracy(const Accuracy& accuracy)
{
    const bool fits = accuracy.total == std::ssize(accuracy.correctImages) && accuracy.total > 0
        && accuracy.correct == std::ranges::count(accuracy.correctImages, true)
        && accuracy.correctTop5 >= accuracy.correct && accuracy.correctTop5 <= accuracy.total
        && std::ranges::is_sorted(accuracy.unreadable);
    if (!fits)
        throw std::invalid_argument("the counts do not fit the images");
}

RememberedAccuracy fromJson(const Json& json)
{
    RememberedAccuracy remembered;
    remembered.date = json.at("date").get<std::string>();
    Accuracy& accuracy = remembered.accuracy;
    accuracy.correct = json.at("correct").get<int64_t>();
    accuracy.correctTop5 = json.at("correct_top5").get<int64_t>();
    accuracy.total = json.at("total").get<int64_t>();
    accuracy.unreadable = json.at("unreadable").get<std::vector<size_t>>();
    for (const char flag : json.at("correct_images").get<std::string>())
        accuracy.correctImages.push_back(flag == '1');
    checkAccuracy(accuracy);
    return remembered;
}

} // namespace

fs::path AccuracyMemory::fileOf(const std::string& key) const
{
    return m_folder / (contentHash(key) + ".json");
}

std::optional<RememberedAccuracy> AccuracyMemory::find(const std::string& key) const
{
    try {
        const Json json = Json::parse(readFile(fileOf(key)));
        if (json.at("key") != key)
            return std::nullopt;
        return fromJson(json);
    } catch (const std::exception&) { // missing or damaged: it is measured again and rewritten
        return std::nullopt;
    }
}

void AccuracyMemory::keep(const std::string& key, const Accuracy& accuracy) const
{
    const Json json { { "key", key }, { "date", dateNow() }, { "correct", accuracy.correct },
        { "correct_top5", accuracy.correctTop5 }, { "total", accuracy.total }, { "unreadable", accuracy.unreadable },
        { "correct_images", flagsText(accuracy.correctImages) } };
    fs::create_directories(m_folder);
    writeFileAtomically(fileOf(key), json.dump(2));
    dropOldest();
}

void AccuracyMemory::dropOldest() const
{
    std::vector<std::pair<fs::file_time_type, fs::path>> files;
    std::error_code gone; // another run may drop files at the same time
    for (const auto& entry : fs::directory_iterator(m_folder)) {
        if (entry.path().extension() == ".json")
            files.emplace_back(entry.last_write_time(gone), entry.path());
    }
    if (files.size() <= kMostAccuracies)
        return;
    std::ranges::sort(files);
    for (size_t i = 0; i < files.size() - kMostAccuracies; ++i)
        fs::remove(files[i].second, gone);
}

fs::path userAccuracyFolder()
{
    const char* cache = std::getenv("XDG_CACHE_HOME");
    const char* home = std::getenv("HOME");
    if (cache && fs::path(cache).is_absolute())
        return fs::path(cache) / "latticeq" / "accuracies";
    return home ? fs::path(home) / ".cache" / "latticeq" / "accuracies" : fs::path();
}

} // namespace latticeq
