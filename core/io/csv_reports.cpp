// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_reports.h"

#include <array>
#include <charconv>
#include <cmath>

namespace latticeq {

namespace {

/** An empty cell where there is no number, such as the SQNR of a layer that lost nothing. */
std::string numberText(double value)
{
    if (!std::isfinite(value))
        return {};
    std::array<char, 40> buffer {};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return { buffer.data(), end };
}

/** Quoted where a comma, a quote or a line break would end the cell. */
std::string cell(const std::string& text)
{
    if (text.find_first_of(",\"\n\r") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

std::string shapeCell(const std::vector<int64_t>& shape)
{
    std::string text;
    for (const int64_t size : shape)
        text.append(text.empty() ? "" : "x").append(std::to_string(size));
    return text;
}

std::string row(const std::vector<std::string>& cells)
{
    std::string line;
    for (const std::string& text : cells)
        line.append(line.empty() ? "" : ",").append(text);
    return line.append("\n");
}

} // namespace

std::string layersCsv(const std::vector<LayerReport>& layers)
{
    std::string csv = "layer,type,shape,bits_w,bits_a,group,granularity,bits_basis,effective_bits,mce,mse,sqnr_db,"
                      "scalar_mce,output_mse,seconds\n";
    for (const LayerReport& l : layers) {
        csv += row(
            { cell(l.name), l.type, shapeCell(l.shape), std::to_string(l.bitsWeight), std::to_string(l.bitsActivation),
                std::to_string(l.group), l.perLayer ? "layer" : "channel", std::to_string(l.bitsBasis),
                numberText(l.effectiveBits), numberText(l.mce), numberText(l.mse), numberText(l.sqnrDb),
                numberText(l.scalarMce), l.outputMse ? numberText(*l.outputMse) : "", numberText(l.seconds) });
    }
    return csv;
}

std::string convergenceCsv(
    const std::vector<LayerReport>& layers, const std::vector<std::vector<ConvergencePoint>>& convergence)
{
    std::string csv = "layer,restart,candidates,best_error\n";
    for (size_t i = 0; i < layers.size() && i < convergence.size(); ++i) {
        for (const ConvergencePoint& point : convergence[i]) {
            csv += row({ cell(layers[i].name), point.restart < 0 ? "" : std::to_string(point.restart),
                std::to_string(point.candidates), numberText(point.bestError) });
        }
    }
    return csv;
}

std::string imagesCsv(const RunResult& result)
{
    const auto flag = [](const std::vector<bool>& flags, size_t i) {
        return std::string(i >= flags.size() ? "" : flags[i] ? "1" : "0");
    };
    std::string csv = "image,fp32,quantized\n";
    for (size_t i = 0; i < result.evaluatedImages.size(); ++i) {
        csv += row({ std::to_string(result.evaluatedImages[i]), flag(result.fp32Correct, i),
            flag(result.quantizedCorrect, i) });
    }
    return csv;
}

} // namespace latticeq
