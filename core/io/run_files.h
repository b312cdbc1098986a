// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_settings.h"

#include <filesystem>

namespace latticeq {

inline constexpr const char* kSettingsFile = "settings.json";
inline constexpr const char* kLayersFile = "layers.csv";
inline constexpr const char* kConvergenceFile = "convergence.csv";
inline constexpr const char* kImagesFile = "images.csv";
inline constexpr const char* kSummaryFile = "summary.json";
inline constexpr const char* kSensitivityFile = "sensitivity.csv"; // these two only of runs that chose their bits
inline constexpr const char* kTradeOffFile = "tradeoff.csv";
inline constexpr const char* kPackedFile = "quantized.safetensors";

/** The files of a finished run's folder. */
inline constexpr const char* kRunFiles[]
    = { kSettingsFile, kLayersFile, kConvergenceFile, kImagesFile, kSensitivityFile, kTradeOffFile, kSummaryFile,
          kPackedFile };

/** The folder within a run's folder that keeps finished layers until the run is complete. */
inline constexpr const char* kJournal = "latticeq-journal";

/** The settings of a run: of the one that was stopped in the folder if there is one, else of the complete one. */
RunSettings readRunSettings(const std::filesystem::path& folder);

/** The settings of the finished run in a folder, whether or not another was stopped there. */
RunSettings readFinishedSettings(const std::filesystem::path& folder);

/** Whether a folder holds a run that can be resumed. */
bool hasStoppedRun(const std::filesystem::path& folder);

} // namespace latticeq
