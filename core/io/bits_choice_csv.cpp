// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/bits_choice_csv.h"

#include "core/io/csv_cells.h"
#include "core/io/csv_table.h"
#include "core/io/run_files.h"

#include <algorithm>

namespace latticeq {

namespace {

constexpr const char* kSensitivityHeader = "layer,bits,bytes,output_mse,divergence,top1,kept,measured,chosen";
constexpr const char* kTradeOffHeader = "bytes,mean_bits,divergence,top1,chosen";

std::string optionalCell(const std::optional<double>& value)
{
    return value ? csvNumber(*value) : std::string();
}

std::optional<double> optionalNumber(const std::string& cell, const std::string& source)
{
    return cell.empty() ? std::nullopt : std::optional(parseCell<double>(cell, source));
}

std::string pointRow(const TradeOffPoint& point, bool chosen)
{
    return csvRow({ std::to_string(point.bytes), csvNumber(point.meanBits), csvNumber(point.divergence),
        optionalCell(point.top1), chosen ? "1" : "0" });
}

BitsOption readOption(const std::vector<std::string>& cells, const std::string& source)
{
    BitsOption option;
    option.bits = parseCell<int>(cells[1], source);
    option.bytes = parseCell<int64_t>(cells[2], source);
    option.outputMse = parseCell<double>(cells[3], source);
    option.divergence = parseCell<double>(cells[4], source);
    option.top1 = optionalNumber(cells[5], source);
    option.kept = parseCell<double>(cells[6], source);
    option.measured = cells[7] == "1";
    return option;
}

/** Adds a row to the layer that the row before was about, or to a new one. */
void addOption(const std::vector<std::string>& cells, const std::string& source, std::vector<LayerSensitivity>& layers)
{
    if (layers.empty() || layers.back().layer != cells[0])
        layers.push_back({ static_cast<int>(layers.size()), cells[0], {} });
    layers.back().options.push_back(readOption(cells, source));
}

} // namespace

std::string sensitivityCsv(const std::vector<LayerSensitivity>& sensitivities, const std::map<std::string, int>& chosen)
{
    std::string csv = std::string(kSensitivityHeader) + "\n";
    for (const LayerSensitivity& layer : sensitivities) {
        const auto own = chosen.find(layer.layer);
        for (const BitsOption& option : layer.options) {
            csv += csvRow({ csvCell(layer.layer), std::to_string(option.bits), std::to_string(option.bytes),
                csvNumber(option.outputMse), csvNumber(option.divergence), optionalCell(option.top1),
                csvNumber(option.kept), option.measured ? "1" : "0",
                own != chosen.end() && own->second == option.bits ? "1" : "0" });
        }
    }
    return csv;
}

std::string tradeOffCsv(const std::vector<TradeOffPoint>& curve, const TradeOffPoint& chosen)
{
    std::string csv = std::string(kTradeOffHeader) + "\n";
    bool written = chosen.bytes == 0;
    for (const TradeOffPoint& point : curve) {
        if (!written && chosen.bytes <= point.bytes) {
            csv += pointRow(chosen, true);
            written = true;
            if (chosen.bytes == point.bytes)
                continue;
        }
        csv += pointRow(point, false);
    }
    return written ? csv : csv + pointRow(chosen, true);
}

std::vector<LayerSensitivity> readSensitivities(const std::string& csv, const std::string& source)
{
    std::vector<LayerSensitivity> layers;
    for (const auto& cells : readCsv(csv, kSensitivityHeader, source))
        addOption(cells, source, layers);
    return layers;
}

BitsChoice readBitsChoice(const std::string& sensitivities, const std::string& tradeOff, const std::string& folder)
{
    BitsChoice choice;
    const std::string source = folder + "/" + kTradeOffFile;
    for (const auto& cells : readCsv(tradeOff, kTradeOffHeader, source)) {
        TradeOffPoint point;
        point.bytes = parseCell<int64_t>(cells[0], source);
        point.meanBits = parseCell<double>(cells[1], source);
        point.divergence = parseCell<double>(cells[2], source);
        point.top1 = optionalNumber(cells[3], source);
        choice.curve.push_back(point);
        if (cells[4] == "1")
            choice.chosen = point;
    }
    const std::string layers = folder + "/" + kSensitivityFile;
    for (const auto& cells : readCsv(sensitivities, kSensitivityHeader, layers)) {
        addOption(cells, layers, choice.sensitivities);
        if (cells[8] == "1")
            choice.chosen.layerBits[cells[0]] = choice.sensitivities.back().options.back().bits;
    }
    return choice;
}

} // namespace latticeq
