// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/run_reader.h"

#include "core/io/atomic_file.h"
#include "core/io/bits_choice_csv.h"
#include "core/io/csv_table.h"
#include "core/io/run_files.h"
#include "core/io/run_json.h"

#include <map>
#include <stdexcept>

namespace latticeq {

namespace {

namespace fs = std::filesystem;

void readConvergence(const fs::path& path, RunResult& result)
{
    result.convergence.resize(result.layers.size());
    if (!fs::exists(path))
        return;
    std::map<std::string, size_t> layers;
    for (size_t i = 0; i < result.layers.size(); ++i)
        layers[result.layers[i].name] = i;
    const std::string source = path.string();
    for (const auto& cells : readCsv(readFile(path), "layer,restart,candidates,best_error", source)) {
        const auto layer = layers.find(cells[0]);
        if (layer == layers.end())
            throw std::invalid_argument(source + " names the layer '" + cells[0] + "', which summary.json lacks");
        result.convergence[layer->second].push_back({ cells[1].empty() ? -1 : parseCell<int>(cells[1], source),
            parseCell<int64_t>(cells[2], source), parseCell<double>(cells[3], source) });
    }
}

void addFlag(std::vector<bool>& flags, const std::string& cell, const std::string& source)
{
    if (!cell.empty())
        flags.push_back(parseCell<int>(cell, source) != 0);
}

void readImages(const fs::path& path, RunResult& result)
{
    if (!fs::exists(path))
        return;
    const std::string source = path.string();
    for (const auto& cells : readCsv(readFile(path), "image,fp32,quantized", source)) {
        result.evaluatedImages.push_back(parseCell<int64_t>(cells[0], source));
        addFlag(result.fp32Correct, cells[1], source);
        addFlag(result.quantizedCorrect, cells[2], source);
    }
    for (const std::vector<bool>& flags : { result.fp32Correct, result.quantizedCorrect }) {
        if (!flags.empty() && flags.size() != result.evaluatedImages.size())
            throw std::invalid_argument(source + " is damaged: it lacks the outcome of some images");
    }
}

void readChoice(const fs::path& folder, RunResult& result)
{
    if (fs::exists(folder / kSensitivityFile) && fs::exists(folder / kTradeOffFile))
        result.bitsChoice = readBitsChoice(
            readFile(folder / kSensitivityFile), readFile(folder / kTradeOffFile), folder.string());
}

} // namespace

RunResult readRun(const fs::path& folder)
{
    const fs::path path = folder / kSummaryFile;
    if (!fs::exists(path)) {
        throw std::invalid_argument(hasStoppedRun(folder)
                ? folder.string() + " holds a run that was stopped; resume it"
                : folder.string() + " holds no finished run: expected " + kSummaryFile + " in it");
    }
    const auto json = nlohmann::ordered_json::parse(readFile(path), nullptr, /*allow_exceptions=*/false);
    if (!json.is_object())
        throw std::invalid_argument(path.string() + " is damaged: it is not a JSON object");
    RunResult result = resultFromJson(json, path.string());
    result.folder = folder.string();
    result.settings.outputFolder = folder.string();
    readConvergence(folder / kConvergenceFile, result);
    readImages(folder / kImagesFile, result);
    if (choosesBits(result.settings))
        readChoice(folder, result);
    return result;
}

} // namespace latticeq
