// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/run_files.h"
#include "core/io/safetensors.h"
#include "core/quantize/weight_quantization.h"
#include "core/run/run_result.h"

#include <filesystem>
#include <optional>

namespace latticeq {

/** What had been done to a layer that the journal remembers. */
enum class JournalStage { Searched, Rounded };

/** A layer as the journal remembers it. */
struct JournalEntry
{
    LayerQuantization quantization;
    double seconds = 0;
};

/**
 * The folder of one run. While the run goes on, a journal in it keeps the settings and every finished layer; reports
 * and model are written at the end, each whole or not at all, so that an older run that is to be replaced stays until
 * then. A run that kept nothing in it leaves nothing behind, and no folder that it created.
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

    /** `weight` is the layer's full-precision one, by which a resumed run notices another. */
    void writeLayer(int index, const std::string& layer, const at::Tensor& weight, const JournalEntry& entry,
        JournalStage stage = JournalStage::Searched);
    /** What the journal holds of a layer, if anything. Throws where it was searched for other weights or settings. */
    std::optional<JournalEntry> readLayer(
        int index, const std::string& layer, const at::Tensor& weight, JournalStage stage = JournalStage::Searched);
    /** Keeps a text in the journal under a name, until the run is complete. */
    void keep(const std::string& name, const std::string& text);
    /** What keep() left in the journal, if anything. */
    std::optional<std::string> kept(const std::string& name);
    void writeReports(const RunResult& result);
    void writeModel(const SafetensorsFile& packed);
    /** The run is complete: its settings take their place and the journal is not needed any more. */
    void finish();
    int finishedLayers() const { return m_finishedLayers; }

private:
    std::filesystem::path m_path;
    std::string m_settings; // settings.json
    std::string m_fingerprint; // of settings, in every layer's file
    std::filesystem::path m_outermostCreated; // empty: the folder was there before
    int m_finishedLayers = 0;
    bool m_keepsMore = false; // texts, or what an earlier run left to be resumed
    bool m_complete = false;
};

/** RunFolder::readLayer() for a folder that is only looked at: the journal of a run under `settings`. */
std::optional<JournalEntry> readJournalLayer(const std::filesystem::path& folder, const RunSettings& settings,
    int index, const std::string& layer, const at::Tensor& weight);

} // namespace latticeq
