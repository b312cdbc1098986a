// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/error_metric.h"

#include "ui/support/number_format.h"

#include <QCoreApplication>
#include <QLocale>

namespace latticeq::ui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(ErrorMetric)
};

} // namespace

QString metricTitle(ErrorMetric metric)
{
    switch (metric) {
    case ErrorMetric::CubicError: return Texts::tr("Cubic error");
    case ErrorMetric::MeanSquaredError: return Texts::tr("MSE");
    case ErrorMetric::SignalToNoise: return Texts::tr("SQNR");
    case ErrorMetric::OutputError: return Texts::tr("Output error");
    }
    return {};
}

QString metricMeaning(ErrorMetric metric)
{
    switch (metric) {
    case ErrorMetric::CubicError:
        return Texts::tr("Mean cubed difference of the normalised weights: what the search makes small");
    case ErrorMetric::MeanSquaredError: return Texts::tr("Mean squared difference of the weights in their own scale");
    case ErrorMetric::SignalToNoise: return Texts::tr("Signal to quantization noise of the weights: higher is better");
    case ErrorMetric::OutputError:
        return Texts::tr(
            "Mean squared difference of the layer's output on calibration images, weights alone quantized");
    }
    return {};
}

QString metricText(ErrorMetric metric, double value)
{
    return metric == ErrorMetric::SignalToNoise ? formatDecibels(value) : formatError(value);
}

std::optional<double> metricOf(const LayerState& layer, ErrorMetric metric)
{
    if (metric == ErrorMetric::CubicError)
        return layer.status == LayerState::Status::Planned ? std::nullopt : layer.bestMce();
    if (layer.status != LayerState::Status::Finished)
        return std::nullopt;
    switch (metric) {
    case ErrorMetric::MeanSquaredError: return layer.report.mse;
    case ErrorMetric::SignalToNoise: return layer.report.sqnrDb;
    default: return layer.report.outputMse;
    }
}

std::optional<double> scalarOf(const LayerState& layer, ErrorMetric metric)
{
    const bool has = metric == ErrorMetric::CubicError && layer.status == LayerState::Status::Finished;
    return has ? std::optional(layer.report.scalarMce) : std::nullopt;
}

int worstLayer(const RunDocument& run, ErrorMetric metric)
{
    const double sign = metric == ErrorMetric::SignalToNoise ? -1 : 1;
    int worst = -1;
    double largest = 0;
    for (int i = 0; i < static_cast<int>(run.layers().size()); ++i) {
        const LayerState& layer = run.layers()[static_cast<size_t>(i)];
        const std::optional<double> value = metricOf(layer, metric);
        const bool counts = value && layer.searched && layer.status == LayerState::Status::Finished;
        if (counts && (worst < 0 || sign * *value > largest)) {
            worst = i;
            largest = sign * *value;
        }
    }
    return worst;
}

QString layerWords(const RunDocument& run, int layer, ErrorMetric metric)
{
    const LayerState& state = run.layers().at(static_cast<size_t>(layer));
    const QString number = QLocale().toString(layer + 1);
    const std::optional<double> value = metricOf(state, metric);
    if (!value) {
        return state.status == LayerState::Status::Searching ? Texts::tr("%1 %2: searching").arg(number, state.name())
                                                             : Texts::tr("%1 %2: not yet").arg(number, state.name());
    }
    const QString text = metricText(metric, *value);
    if (state.status == LayerState::Status::Searching)
        return Texts::tr("%1 %2: searching, best cubic error so far %3").arg(number, state.name(), text);
    const QString bits = formatBits(state.report.effectiveBits);
    const std::optional<double> scalar = scalarOf(state, metric);
    if (scalar && *scalar > 0 && state.report.group > 1) {
        return Texts::tr("%1 %2: cubic error %3, scalar %4 (%5), %6 bits per weight")
            .arg(number, state.name(), text, formatError(*scalar), formatChange(*value / *scalar), bits);
    }
    return Texts::tr("%1 %2: %3 %4, %5 bits per weight").arg(number, state.name(), metricTitle(metric), text, bits);
}

} // namespace latticeq::ui
