// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_folder.h"

#include "core/io/atomic_file.h"
#include "core/io/bits_choice_csv.h"
#include "core/io/csv_reports.h"
#include "core/io/packed_weight.h"
#include "core/io/run_json.h"

#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <stdexcept>

namespace latticeq {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/** The outermost folder on the way to `path` that does not exist yet; empty if all do. */
fs::path outermostMissing(const fs::path& path)
{
    fs::path missing;
    for (fs::path p = fs::absolute(path).lexically_normal(); !fs::exists(p); p = p.parent_path())
        missing = p;
    return missing;
}

void createFolder(const fs::path& path)
{
    std::error_code error;
    fs::create_directories(path, error);
    if (error || !fs::is_directory(path)) {
        throw std::invalid_argument(
            "cannot create the output folder " + path.string() + ": " + (error ? error.message() : "it is a file"));
    }
    if (::access(path.c_str(), W_OK | X_OK) != 0)
        throw std::invalid_argument("cannot write to the output folder " + path.string() + ": it is read-only");
}

fs::path journalPath(const fs::path& folder, int index, JournalStage stage)
{
    const char* prefix = stage == JournalStage::Rounded ? "rounded-" : "";
    return folder / kJournal / (prefix + std::to_string(index) + ".safetensors");
}

std::string settingsText(const RunSettings& settings)
{
    return settingsToJson(settings).dump(2) + "\n";
}

bool holdsRun(const fs::path& path)
{
    const auto isThere = [&](const char* name) { return fs::exists(path / name); };
    return std::any_of(std::begin(kRunFiles), std::end(kRunFiles), isThere) || isThere(kJournal);
}

/** What journals are told apart by: settings that came after the first journals count only where they are used. */
std::string fingerprintText(const RunSettings& settings)
{
    Json json = settingsToJson(settings);
    const Json usual = settingsToJson(RunSettings());
    for (const char* later : { "max_bytes", "min_top1", "max_loss" }) {
        if (json.at(later) == usual.at(later))
            json.erase(later);
    }
    return json.dump(2) + "\n";
}

uint32_t addTensor(uint32_t checksum, const at::Tensor& tensor)
{
    const at::Tensor bytes = tensor.contiguous();
    return static_cast<uint32_t>(crc32_z(checksum, static_cast<const Bytef*>(bytes.data_ptr()), bytes.nbytes()));
}

uint32_t addText(uint32_t checksum, const std::string& text)
{
    return static_cast<uint32_t>(crc32_z(checksum, reinterpret_cast<const Bytef*>(text.data()), text.size()));
}

/** Tells a layer's weights under a run's settings from all others. */
std::string fingerprint(const at::Tensor& weight, const std::string& settings)
{
    return std::to_string(addText(addTensor(0, weight), settings));
}

/** Of what a journal file holds of a layer. */
std::string checksum(const StateDict& tensors, const std::string& description)
{
    uint32_t sum = addText(0, description);
    for (const auto& item : tensors)
        sum = addTensor(sum, item.value());
    return std::to_string(sum);
}

Json convergenceToJson(const std::vector<ConvergencePoint>& points)
{
    Json json = Json::array();
    for (const ConvergencePoint& point : points)
        json.push_back({ point.restart, point.candidates, point.bestError });
    return json;
}

std::vector<ConvergencePoint> convergenceFromJson(const Json& json)
{
    std::vector<ConvergencePoint> points;
    for (const Json& point : json)
        points.push_back({ point.at(0).get<int>(), point.at(1).get<int64_t>(), point.at(2).get<double>() });
    return points;
}

JournalEntry entryFromFile(const std::string& layer, const SafetensorsFile& file)
{
    const Json json = Json::parse(file.metadata.at("layer"));
    JournalEntry entry;
    entry.quantization.weight = unpackWeight(layer, json.at("weight"), file.tensors);
    entry.quantization.convergence = convergenceFromJson(json.at("convergence"));
    entry.quantization.cubicError = json.at("cubic_error").get<double>();
    entry.quantization.scalarCubicError = json.at("scalar_cubic_error").get<double>();
    entry.quantization.candidates = json.at("candidates").get<int64_t>();
    entry.seconds = json.at("seconds").get<double>();
    return entry;
}

std::optional<JournalEntry> readEntry(const fs::path& folder, const std::string& settings, int index,
    const std::string& layer, const at::Tensor& weight, JournalStage stage)
{
    const fs::path path = journalPath(folder, index, stage);
    if (!fs::exists(path))
        return std::nullopt;
    const SafetensorsFile file = readSafetensors(path);
    const auto found = file.metadata.find("fingerprint");
    if (found == file.metadata.end() || found->second != fingerprint(weight, settings)) {
        throw std::invalid_argument(folder.string() + " cannot be resumed: its layer " + layer
            + " was searched for other weights or settings than those given now");
    }
    try {
        if (file.metadata.at("checksum") != checksum(file.tensors, file.metadata.at("layer")))
            throw std::invalid_argument("its checksum does not fit");
        return entryFromFile(layer, file);
    } catch (const std::exception& error) {
        throw std::invalid_argument(path.string() + " is damaged: " + error.what());
    }
}

bool holdsMoreThanSettings(const fs::path& journal)
{
    return std::any_of(fs::directory_iterator(journal), fs::directory_iterator(),
        [](const fs::directory_entry& entry) { return entry.path().filename() != kSettingsFile; });
}

/** Those of an earlier run in the folder must not stand beside the reports of this one. */
void writeChoice(const fs::path& folder, const std::optional<BitsChoice>& choice)
{
    if (choice) {
        writeFileAtomically(folder / kSensitivityFile, sensitivityCsv(choice->sensitivities, choice->chosen.layerBits));
        writeFileAtomically(folder / kTradeOffFile, tradeOffCsv(choice->curve, choice->chosen));
    } else {
        fs::remove(folder / kSensitivityFile);
        fs::remove(folder / kTradeOffFile);
    }
}

} // namespace

RunFolder::RunFolder(const RunSettings& settings)
    : m_path(settings.outputFolder)
    , m_settings(settingsText(settings))
    , m_fingerprint(fingerprintText(settings))
{
    if (fs::exists(m_path) && holdsRun(m_path) && !settings.overwrite && !settings.resume) {
        throw std::invalid_argument("the output folder " + m_path.string()
            + " holds another run: choose another --out, --force to replace it, or --resume to go on with it");
    }
    m_outermostCreated = outermostMissing(m_path);
    createFolder(m_path);
    if (settings.overwrite && !settings.resume)
        fs::remove_all(m_path / kJournal);
    createFolder(m_path / kJournal);
    m_keepsMore = settings.resume && holdsMoreThanSettings(m_path / kJournal);
    writeFileAtomically(m_path / kJournal / kSettingsFile, m_settings);
}

RunFolder::~RunFolder()
{
    std::error_code ignored;
    if (m_complete || m_finishedLayers > 0 || m_keepsMore)
        return;
    fs::remove_all(m_path / kJournal, ignored);
    // Folders that were created for it go too, unless something else has come to stand in them.
    const fs::path beyond = m_outermostCreated.parent_path();
    for (fs::path p = fs::absolute(m_path).lexically_normal(); !m_outermostCreated.empty() && p != beyond;
         p = p.parent_path()) {
        if (!fs::remove(p, ignored))
            return;
    }
}

void RunFolder::writeLayer(
    int index, const std::string& layer, const at::Tensor& weight, const JournalEntry& entry, JournalStage stage)
{
    const LayerQuantization& q = entry.quantization;
    SafetensorsFile file;
    const Json description = packWeight(layer, q.weight, file.tensors);
    const std::string text = Json {
        { "weight", description }, { "convergence", convergenceToJson(q.convergence) }, { "cubic_error", q.cubicError },
        { "scalar_cubic_error", q.scalarCubicError }, { "candidates", q.candidates }, { "seconds", entry.seconds }
    }.dump();
    file.metadata = { { "name", layer }, { "fingerprint", fingerprint(weight, m_fingerprint) }, { "layer", text },
        { "checksum", checksum(file.tensors, text) } };
    writeSafetensors(journalPath(m_path, index, stage), file);
    m_finishedLayers += stage == JournalStage::Searched;
}

std::optional<JournalEntry> RunFolder::readLayer(
    int index, const std::string& layer, const at::Tensor& weight, JournalStage stage)
{
    std::optional<JournalEntry> entry = readEntry(m_path, m_fingerprint, index, layer, weight, stage);
    if (entry)
        m_finishedLayers += stage == JournalStage::Searched;
    return entry;
}

std::optional<JournalEntry> readJournalLayer(
    const fs::path& folder, const RunSettings& settings, int index, const std::string& layer, const at::Tensor& weight)
{
    const std::string text = fingerprintText(settings);
    auto rounded = readEntry(folder, text, index, layer, weight, JournalStage::Rounded);
    return rounded ? rounded : readEntry(folder, text, index, layer, weight, JournalStage::Searched);
}

void RunFolder::keep(const std::string& name, const std::string& text)
{
    writeFileAtomically(m_path / kJournal / name, text);
    m_keepsMore = true;
}

std::optional<std::string> RunFolder::kept(const std::string& name)
{
    const fs::path path = m_path / kJournal / name;
    if (!fs::exists(path))
        return std::nullopt;
    m_keepsMore = true;
    return readFile(path);
}

void RunFolder::writeReports(const RunResult& result)
{
    writeFileAtomically(m_path / kLayersFile, layersCsv(result.layers));
    writeFileAtomically(m_path / kConvergenceFile, convergenceCsv(result.layers, result.convergence));
    writeFileAtomically(m_path / kImagesFile, imagesCsv(result));
    writeChoice(m_path, result.bitsChoice);
    writeFileAtomically(m_path / kSummaryFile, resultToJson(result).dump(2) + "\n");
}

void RunFolder::writeModel(const SafetensorsFile& packed)
{
    writeSafetensors(m_path / kPackedFile, packed);
}

void RunFolder::finish()
{
    writeFileAtomically(m_path / kSettingsFile, m_settings);
    m_complete = true;
    fs::remove_all(m_path / kJournal);
}

} // namespace latticeq
