// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/seed_repeats.h"

#include "core/io/csv_cells.h"

#include <cmath>
#include <functional>
#include <optional>

namespace latticeq {

namespace {

using FigureOf = std::function<std::optional<double>(const RunResult&)>;

double sumOverLayers(const RunResult& run, const std::function<double(const LayerReport&)>& value)
{
    double sum = 0;
    for (const LayerReport& layer : run.layers)
        sum += value(layer);
    return sum;
}

std::optional<double> outputErrors(const RunResult& run)
{
    for (const LayerReport& layer : run.layers) {
        if (!layer.outputMse)
            return std::nullopt;
    }
    return sumOverLayers(run, [](const LayerReport& layer) { return *layer.outputMse; });
}

double workSeconds(const RunResult& run)
{
    double sum = 0;
    for (const auto& [phase, seconds] : run.seconds) {
        if (phase != phaseName(Phase::MeasuringFullPrecision) && phase != phaseName(Phase::MeasuringAccuracy))
            sum += seconds;
    }
    return sum;
}

const std::vector<std::pair<std::string, FigureOf>>& figures()
{
    static const std::vector<std::pair<std::string, FigureOf>> all = {
        { "top1", [](const RunResult& r) { return r.quantized ? std::optional(r.quantized->top1) : std::nullopt; } },
        { "difference",
            [](const RunResult& r) { return r.difference ? std::optional(r.difference->points) : std::nullopt; } },
        { "mce",
            [](const RunResult& r) { return sumOverLayers(r, [](const LayerReport& layer) { return layer.mce; }); } },
        { "output_mse", &outputErrors },
        { "packed_bytes", [](const RunResult& r) { return static_cast<double>(r.packedBytes); } },
        { "seconds", &workSeconds },
    };
    return all;
}

} // namespace

Spread spreadOf(const std::vector<double>& values)
{
    const auto count = static_cast<double>(values.size());
    Spread spread;
    for (const double value : values)
        spread.mean += value / count;
    double squares = 0;
    for (const double value : values)
        squares += (value - spread.mean) * (value - spread.mean);
    spread.deviation = values.size() > 1 ? std::sqrt(squares / (count - 1)) : 0;
    return spread;
}

std::vector<RepeatedFigure> repeatedFigures(const std::vector<RunResult>& runs)
{
    std::vector<RepeatedFigure> found;
    for (const auto& [name, figureOf] : figures()) {
        RepeatedFigure figure { name, {}, {} };
        for (const RunResult& run : runs) {
            if (const std::optional<double> value = figureOf(run))
                figure.values.push_back(*value);
        }
        figure.spread = spreadOf(figure.values);
        if (!runs.empty() && figure.values.size() == runs.size())
            found.push_back(std::move(figure));
    }
    return found;
}

RunSettings repeatSettings(const RunSettings& settings, int index)
{
    RunSettings repeat = settings;
    repeat.repeats = 1;
    repeat.seed = settings.seed + static_cast<uint64_t>(index);
    if (!settings.outputFolder.empty())
        repeat.outputFolder += "/seed-" + std::to_string(repeat.seed);
    return repeat;
}

std::string seedsCsv(const std::vector<RunResult>& runs)
{
    const std::vector<RepeatedFigure> all = repeatedFigures(runs);
    const auto line = [&](const std::string& first, const std::function<double(const RepeatedFigure&)>& value) {
        std::vector<std::string> cells { first };
        for (const RepeatedFigure& figure : all)
            cells.push_back(csvNumber(value(figure)));
        return csvRow(cells);
    };
    std::vector<std::string> header { "seed" };
    for (const RepeatedFigure& figure : all)
        header.push_back(figure.name);
    std::string csv = csvRow(header);
    for (size_t i = 0; i < runs.size(); ++i)
        csv += line(std::to_string(runs[i].settings.seed), [i](const RepeatedFigure& f) { return f.values[i]; });
    csv += line("mean", [](const RepeatedFigure& f) { return f.spread.mean; });
    csv += line("standard deviation", [](const RepeatedFigure& f) { return f.spread.deviation; });
    return csv;
}

} // namespace latticeq
