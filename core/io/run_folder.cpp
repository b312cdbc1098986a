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
constexpr const char* kJournal = "journal";

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

std::string fingerprint(const at::Tensor& weight)
{
    const at::Tensor bytes = weight.contiguous();
    return std::to_string(crc32_z(0, static_cast<const Bytef*>(bytes.data_ptr()), bytes.nbytes()));
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
{
    if (fs::exists(m_path) && holdsRun(m_path) && !settings.overwrite && !settings.resume) {
        throw std::invalid_argument("the output folder " + m_path.string()
            + " holds another run: choose another --out, --force to replace it, or --resume to go on with it");
    }
    m_outermostCreated = outermostMissing(m_path);
    m_keep = m_outermostCreated.empty();
    createFolder(m_path);
    if (settings.overwrite && !settings.resume) {
        for (const char* name : kRunFiles)
            fs::remove(m_path / name);
        fs::remove_all(m_path / kJournal);
    }
}

RunFolder::~RunFolder()
{
    std::error_code ignored;
    if (m_keep)
        return;
    fs::remove_all(m_path, ignored);
    // Parents that were created for it go too, unless something else has come to stand in them.
    for (fs::path p = fs::absolute(m_path).lexically_normal(); p != m_outermostCreated;) {
        p = p.parent_path();
        if (!fs::remove(p, ignored))
            return;
    }
}

void RunFolder::writeSettings(const RunSettings& settings)
{
    writeFileAtomically(m_path / "settings.json", settingsToJson(settings).dump(2) + "\n");
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
    file.metadata = { { "name", layer }, { "fingerprint", fingerprint(weight) },
        { "layer",
            Json { { "weight", description }, { "convergence", convergenceToJson(q.convergence) },
                { "cubic_error", q.cubicError }, { "scalar_cubic_error", q.scalarCubicError },
                { "candidates", q.candidates }, { "seconds", entry.seconds } }
                .dump() } };
    createFolder(m_path / kJournal);
    writeSafetensors(journalPath(index), file);
    m_keep = true;
}

std::optional<JournalEntry> RunFolder::readLayer(int index, const std::string& layer, const at::Tensor& weight) const
{
    const fs::path path = journalPath(index);
    if (!fs::exists(path))
        return std::nullopt;
    const SafetensorsFile file = readSafetensors(path);
    const auto found = file.metadata.find("fingerprint");
    if (found == file.metadata.end() || found->second != fingerprint(weight)) {
        throw std::invalid_argument(m_path.string() + " cannot be resumed: its layer " + layer
            + " was searched for other weights than those given now");
    }
    try {
        return entryFromFile(layer, file);
    } catch (const std::exception& error) {
        throw std::invalid_argument(path.string() + " is damaged: " + error.what());
    }
}

void RunFolder::writeReports(const RunResult& result)
{
    writeFileAtomically(m_path / "layers.csv", layersCsv(result.layers));
    writeFileAtomically(m_path / "convergence.csv", convergenceCsv(result.layers, result.convergence));
    writeFileAtomically(m_path / "summary.json", resultToJson(result).dump(2) + "\n");
    m_keep = true;
}

void RunFolder::writeModel(const SafetensorsFile& packed)
{
    writeSafetensors(m_path / "quantized.safetensors", packed);
}

void RunFolder::removeJournal()
{
    fs::remove_all(m_path / kJournal);
}

RunSettings readRunSettings(const fs::path& folder)
{
    const fs::path path = folder / "settings.json";
    const std::string text = readFile(path);
    const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object())
        throw std::invalid_argument(path.string() + " is not valid JSON");
    return settingsFromJson(json, path.string());
}

} // namespace latticeq
