// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/safetensors.h"
#include "core/quantize/weight_quantization.h"
#include "core/run/run_result.h"

#include <filesystem>
#include <optional>

namespace latticeq {

/** A layer as the journal remembers it. */
struct JournalEntry
{
    LayerQuantization quantization;
    double seconds = 0;
};

/**
 * The folder of one run. Its files are written whole or not at all; while the run goes on a journal keeps every
 * finished layer. A folder that this run created and in which nothing was finished is removed again.
 */
class RunFolder
{
public:
    /**
     * Creates the folder, or takes an existing one: empty, or with `overwrite` that of another run, or with `resume`
     * the run's own. Throws std::invalid_argument where it holds another run or cannot be written.
     */
    explicit RunFolder(const RunSettings& settings);
    RunFolder(const RunFolder&) = delete;
    RunFolder& operator=(const RunFolder&) = delete;
    ~RunFolder();

    const std::filesystem::path& path() const { return m_path; }

    void writeSettings(const RunSettings& settings);
    /** `weight` identifies the layer's weights, so that a resumed run notices other ones. */
    void writeLayer(int index, const std::string& layer, const at::Tensor& weight, const JournalEntry& entry);
    /** What the journal holds of a layer, if anything. Throws where it was searched for other weights. */
    std::optional<JournalEntry> readLayer(int index, const std::string& layer, const at::Tensor& weight) const;
    void writeReports(const RunResult& result);
    void writeModel(const SafetensorsFile& packed);
    /** The run is complete: the journal is not needed any more. */
    void removeJournal();

private:
    std::filesystem::path journalPath(int index) const;

    std::filesystem::path m_path;
    std::filesystem::path m_outermostCreated;
    bool m_keep = false; // something was finished, or the folder was there before
};

/** The settings of a run folder's settings.json. */
RunSettings readRunSettings(const std::filesystem::path& folder);

} // namespace latticeq
