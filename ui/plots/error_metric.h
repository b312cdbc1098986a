// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/run_document.h"

namespace latticeq::ui {

/** What the bars of the layers show. */
enum class ErrorMetric { CubicError, MeanSquaredError, SignalToNoise, OutputError };

inline constexpr ErrorMetric kErrorMetrics[]
    = { ErrorMetric::CubicError, ErrorMetric::MeanSquaredError, ErrorMetric::SignalToNoise, ErrorMetric::OutputError };

/** "Cubic error". */
QString metricTitle(ErrorMetric metric);
/** One sentence on what a metric measures. */
QString metricMeaning(ErrorMetric metric);
/** A value in the metric's own format, with its unit. */
QString metricText(ErrorMetric metric, double value);

/** A layer's value; its best so far while it is searched; nothing where it is not known. */
std::optional<double> metricOf(const LayerState& layer, ErrorMetric metric);
/** The value of scalar rounding of the same layer; nothing where the metric has none. */
std::optional<double> scalarOf(const LayerState& layer, ErrorMetric metric);

/** Index of the finished, searched layer that is worst by a metric; -1 while there is none. */
int worstLayer(const RunDocument& run, ErrorMetric metric);

/** "15 layer3.0.conv1: cubic error 7.10·10⁻⁶, scalar 1.72·10⁻⁵ (−59 %), 4.13 bits per weight". */
QString layerWords(const RunDocument& run, int layer, ErrorMetric metric);

} // namespace latticeq::ui
