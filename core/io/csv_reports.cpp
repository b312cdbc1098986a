// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_reports.h"

#include "core/io/csv_cells.h"

namespace latticeq {

namespace {

std::string shapeCell(const std::vector<int64_t>& shape)
{
    std::string text;
    for (const int64_t size : shape)
        text.append(text.empty() ? "" : "x").append(std::to_string(size));
    return text;
}

} // namespace

std::string layersCsv(const std::vector<LayerReport>& layers)
{
    std::string csv = "layer,type,shape,bits_w,bits_a,group,granularity,bits_basis,effective_bits,mce,mse,sqnr_db,"
                      "scalar_mce,output_mse,seconds\n";
    for (const LayerReport& l : layers) {
        csv += csvRow(
            { csvCell(l.name), l.type, shapeCell(l.shape), std::to_string(l.bitsWeight), std::to_string(l.bitsActivation),
                std::to_string(l.group), l.perLayer ? "layer" : "channel", std::to_string(l.bitsBasis),
                csvNumber(l.effectiveBits), csvNumber(l.mce), csvNumber(l.mse), csvNumber(l.sqnrDb),
                csvNumber(l.scalarMce), l.outputMse ? csvNumber(*l.outputMse) : "", csvNumber(l.seconds) });
    }
    return csv;
}

std::string convergenceCsv(
    const std::vector<LayerReport>& layers, const std::vector<std::vector<ConvergencePoint>>& convergence)
{
    std::string csv = "layer,restart,candidates,best_error\n";
    for (size_t i = 0; i < layers.size() && i < convergence.size(); ++i) {
        for (const ConvergencePoint& point : convergence[i]) {
            csv += csvRow({ csvCell(layers[i].name), point.restart < 0 ? "" : std::to_string(point.restart),
                std::to_string(point.candidates), csvNumber(point.bestError) });
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
        csv += csvRow({ std::to_string(result.evaluatedImages[i]), flag(result.fp32Correct, i),
            flag(result.quantizedCorrect, i) });
    }
    return csv;
}

} // namespace latticeq
