// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_folder.h"

#include "core/io/atomic_file.h"
#include "core/io/csv_reports.h"
#include "core/io/packed_weight.h"
#include "core/io/run_json.h"

#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace latticeq {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::array kRunFiles
    = { "settings.json", "layers.csv", "convergence.csv", "summary.json", "quantized.safetensors" };
constexpr const char* kJournal = "latticeq-journal";
constexpr const char* kSettings = "settings.json";

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

bool holdsRun(const fs::path& path)
{
    return std::any_of(kRunFiles.begin(), kRunFiles.end(), [&](const char* name) { return fs::exists(path / name); })
        || fs::exists(path / kJournal);
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

} // namespace

RunFolder::RunFolder(const RunSettings& settings)
    : m_path(settings.outputFolder)
    , m_settings(settingsToJson(settings).dump(2) + "\n")
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
    writeFileAtomically(m_path / kJournal / kSettings, m_settings);
}

RunFolder::~RunFolder()
{
    std::error_code ignored;
    if (m_complete || m_finishedLayers > 0)
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

fs::path RunFolder::journalPath(int index) const
{
    return m_path / kJournal / (std::to_string(index) + ".safetensors");
}

void RunFolder::writeLayer(int index, const std::string& layer, const at::Tensor& weight, const JournalEntry& entry)
{
    const LayerQuantization& q = entry.quantization;
    SafetensorsFile file;
    const Json description = packWeight(layer, q.weight, file.tensors);
    const std::string text = Json {
        { "weight", description }, { "convergence", convergenceToJson(q.convergence) }, { "cubic_error", q.cubicError },
        { "scalar_cubic_error", q.scalarCubicError }, { "candidates", q.candidates }, { "seconds", entry.seconds }
    }.dump();
    file.metadata = { { "name", layer }, { "fingerprint", fingerprint(weight, m_settings) }, { "layer", text },
        { "checksum", checksum(file.tensors, text) } };
    writeSafetensors(journalPath(index), file);
    ++m_finishedLayers;
}

std::optional<JournalEntry> RunFolder::readLayer(int index, const std::string& layer, const at::Tensor& weight)
{
    const fs::path path = journalPath(index);
    if (!fs::exists(path))
        return std::nullopt;
    const SafetensorsFile file = readSafetensors(path);
    const auto found = file.metadata.find("fingerprint");
    if (found == file.metadata.end() || found->second != fingerprint(weight, m_settings)) {
        throw std::invalid_argument(m_path.string() + " cannot be resumed: its layer " + layer
            + " was searched for other weights or settings than those given now");
    }
    try {
        if (file.metadata.at("checksum") != checksum(file.tensors, file.metadata.at("layer")))
            throw std::invalid_argument("its checksum does not fit");
        JournalEntry entry = entryFromFile(layer, file);
        ++m_finishedLayers;
        return entry;
    } catch (const std::exception& error) {
        throw std::invalid_argument(path.string() + " is damaged: " + error.what());
    }
}

void RunFolder::writeReports(const RunResult& result)
{
    writeFileAtomically(m_path / "layers.csv", layersCsv(result.layers));
    writeFileAtomically(m_path / "convergence.csv", convergenceCsv(result.layers, result.convergence));
    writeFileAtomically(m_path / "summary.json", resultToJson(result).dump(2) + "\n");
}

void RunFolder::writeModel(const SafetensorsFile& packed)
{
    writeSafetensors(m_path / "quantized.safetensors", packed);
}

void RunFolder::finish()
{
    writeFileAtomically(m_path / kSettings, m_settings);
    m_complete = true;
    fs::remove_all(m_path / kJournal);
}

RunSettings readRunSettings(const fs::path& folder)
{
    const fs::path stopped = folder / kJournal / kSettings;
    const fs::path path = fs::exists(stopped) ? stopped : folder / kSettings;
    const std::string text = readFile(path);
    const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object())
        throw std::invalid_argument(path.string() + " is not valid JSON");
    return settingsFromJson(json, path.string());
}

bool hasStoppedRun(const fs::path& folder)
{
    return fs::exists(folder / kJournal / kSettings);
}

} // namespace latticeq
