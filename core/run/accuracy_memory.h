// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/accuracy.h"

#include <filesystem>
#include <optional>
#include <string>

namespace latticeq {

/** An accuracy that was measured before. */
struct RememberedAccuracy
{
    Accuracy accuracy;
    std::string date; // "2026-11-25 03:40 UTC"
};

/**
 * Accuracies in a folder, one small file each, found again by a key of any text. A file that does not hold together
 * counts as missing; beyond kMostAccuracies the oldest are dropped.
 */
class AccuracyMemory
{
public:
    explicit AccuracyMemory(std::filesystem::path folder)
        : m_folder(std::move(folder))
    {
    }

    std::optional<RememberedAccuracy> find(const std::string& key) const;
    /** Throws std::runtime_error or std::filesystem::filesystem_error where the folder cannot be written. */
    void keep(const std::string& key, const Accuracy& accuracy) const;

private:
    std::filesystem::path fileOf(const std::string& key) const;
    void dropOldest() const;

    std::filesystem::path m_folder;
};

inline constexpr size_t kMostAccuracies = 300;

/** $XDG_CACHE_HOME/latticeq/accuracies, by default in ~/.cache; empty where there is no home. */
std::filesystem::path userAccuracyFolder();

} // namespace latticeq
