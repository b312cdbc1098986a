// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latticeq/console.h"

#include "core/io/run_files.h"

#include <algorithm>
#include <cmath>
#include <cstdarg>
#include <unistd.h>

namespace latticeq {

namespace {

__attribute__((format(printf, 1, 2))) std::string formatted(const char* format, ...)
{
    char buffer[512];
    va_list arguments;
    va_start(arguments, format);
    std::vsnprintf(buffer, sizeof(buffer), format, arguments);
    va_end(arguments);
    return buffer;
}

std::string shapeText(const std::vector<int64_t>& shape)
{
    std::string text;
    for (const int64_t size : shape)
        text.append(text.empty() ? "" : "x").append(std::to_string(size));
    return text;
}

std::string layerLine(const LayerReport& layer)
{
    return formatted("%s: %d bits, %.3g cubic error per weight (scalar %.3g), %.1f s", layer.name.c_str(),
        layer.bitsWeight, layer.mce, layer.scalarMce, layer.seconds);
}

std::string accuracyText(const AccuracyReport& a)
{
    return formatted("%.2f %%  (%lld of %lld images, 95 %% interval %.2f to %.2f)", a.top1,
        static_cast<long long>(a.correct), static_cast<long long>(a.total), a.interval.low, a.interval.high);
}

void printLayers(const std::vector<LayerReport>& layers)
{
    size_t width = 5;
    for (const LayerReport& layer : layers)
        width = std::max(width, layer.name.size());
    const int w = static_cast<int>(width);
    std::printf("\n %3s  %-*s  %-12s  %2s  %4s  %9s  %11s  %9s  %9s  %7s  %10s  %5s\n", "#", w, "layer", "shape", "n",
        "bits", "effective", "cubic error", "scalar", "vs scalar", "SQNR dB", "output MSE", "s");
    for (const LayerReport& l : layers) {
        const bool comparable = l.group > 1 && l.scalarMce > 0;
        const std::string change = comparable ? formatted("%+.0f %%", 100 * (l.mce / l.scalarMce - 1)) : "-";
        const std::string sqnr = std::isfinite(l.sqnrDb) ? formatted("%.1f", l.sqnrDb) : "-";
        const std::string outputMse = l.outputMse ? formatted("%.2e", *l.outputMse) : "-";
        std::printf(" %3d  %-*s  %-12s  %2d  %4d  %9.2f  %11.2e  %9.2e  %9s  %7s  %10s  %5.2f\n", l.index + 1, w,
            l.name.c_str(), shapeText(l.shape).c_str(), l.group, l.bitsWeight, l.effectiveBits, l.mce, l.scalarMce,
            change.c_str(), sqnr.c_str(), outputMse.c_str(), l.seconds);
    }
}

std::string sensitivityLine(const LayerSensitivity& layer)
{
    std::string text = layer.layer + ": divergence ";
    for (const BitsOption& option : layer.options) {
        if (option.measured)
            text += formatted("%s%.2e at %d", option.bits == 1 ? "" : ", ", option.divergence, option.bits);
    }
    return text + " bits";
}

} // namespace

std::string timeText(double seconds)
{
    const long whole = std::lround(seconds);
    if (whole >= 3600)
        return formatted("%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60, whole % 60);
    return formatted("%ld:%02ld", whole / 60, whole % 60);
}

std::string megabytesText(int64_t bytes)
{
    return formatted("%#.3g MB", static_cast<double>(bytes) / 1e6);
}

ConsoleReporter::ConsoleReporter(bool jsonOutput)
    : m_stream(jsonOutput ? stderr : stdout)
    , m_live(::isatty(::fileno(m_stream)) != 0)
{
}

ConsoleReporter::~ConsoleReporter()
{
    clearLine();
}

void ConsoleReporter::clearLine()
{
    if (m_lineShown)
        std::fputs("\r\033[K", m_stream);
    m_lineShown = false;
    std::fflush(m_stream);
}

void ConsoleReporter::line(const std::string& text)
{
    clearLine();
    std::fprintf(m_stream, "%s\n", text.c_str());
    std::fflush(m_stream);
}

void ConsoleReporter::showLive()
{
    std::string text = formatted("%3.0f %%  %s", 100 * m_progress.fraction, phaseName(m_phase));
    if (!m_detail.empty())
        text += " · " + m_detail;
    text += "  " + timeText(m_progress.elapsedSeconds);
    if (m_progress.remainingSeconds)
        text += ", about " + timeText(*m_progress.remainingSeconds) + " left";
    std::fprintf(m_stream, "\r\033[K%s", text.c_str());
    std::fflush(m_stream);
    m_lineShown = true;
}

void ConsoleReporter::operator()(const RunEvent& event)
{
    if (const auto* phase = std::get_if<PhaseStarted>(&event)) {
        m_phase = phase->phase;
        m_detail.clear();
        if (!m_live)
            line(phaseName(m_phase));
    } else if (const auto* layer = std::get_if<LayerStarted>(&event)) {
        m_detail = formatted("layer %d of %d · %s", layer->index + 1, layer->count, layer->name.c_str());
    } else if (const auto* measured = std::get_if<SensitivityMeasured>(&event)) {
        m_detail = measured->sensitivity.layer;
        if (!m_live)
            line("  " + sensitivityLine(measured->sensitivity));
    } else if (const auto* evaluation = std::get_if<EvaluationAdvanced>(&event)) {
        m_detail = formatted("%.2f %% of %lld images",
            100.0 * static_cast<double>(evaluation->correct) / static_cast<double>(evaluation->seen),
            static_cast<long long>(evaluation->seen));
    } else if (const auto* finished = std::get_if<LayerFinished>(&event)) {
        if (!m_live && m_phase == Phase::SearchingBases)
            line("  " + layerLine(finished->report));
    } else if (const auto* log = std::get_if<LogLine>(&event)) {
        line((log->level == LogLevel::Warning ? "warning: " : "note: ") + log->text);
    } else if (const auto* progress = std::get_if<ProgressMade>(&event)) {
        m_progress = *progress;
        if (m_live)
            showLive();
    }
}

void printResult(const RunResult& result)
{
    printLayers(result.layers);
    std::printf("\n");
    if (result.fp32) {
        const std::string remembered
            = result.fp32Remembered.empty() ? "" : ", remembered from " + result.fp32Remembered;
        std::printf("full precision  %s%s\n", accuracyText(*result.fp32).c_str(), remembered.c_str());
    }
    if (result.quantized)
        std::printf("quantized       %s\n", accuracyText(*result.quantized).c_str());
    if (result.difference) {
        std::printf("difference      %+.2f points (same images, paired 95 %% interval %+.2f to %+.2f)\n",
            result.difference->points, result.difference->interval.low, result.difference->interval.high);
    }
    if (result.packedBytes > 0) {
        std::printf("size            %s packed, %s at full precision (%.1f times smaller), %.2f bits per weight\n",
            megabytesText(result.packedBytes).c_str(), megabytesText(result.fp32Bytes).c_str(),
            static_cast<double>(result.fp32Bytes) / static_cast<double>(result.packedBytes), result.effectiveBits);
    }
    if (result.bitsChoice) {
        std::printf("bits            %.2f a coordinate, chosen by %s and %s\n", result.bitsChoice->chosen.meanBits,
            kSensitivityFile, kTradeOffFile);
    }
    double seconds = 0;
    for (const auto& [phase, spent] : result.seconds)
        seconds += spent;
    std::printf("time            %.1f s\n", seconds);
    for (const Phase phase : kPhases) {
        const auto spent = result.seconds.find(phaseName(phase));
        if (spent != result.seconds.end())
            std::printf("  %-24s  %6.1f s\n", phaseName(phase), spent->second);
    }
    if (!result.folder.empty())
        std::printf("written to      %s\n", result.folder.c_str());
}

} // namespace latticeq
