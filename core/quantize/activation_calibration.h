// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/quantize/activation_quantizer.h"

#include <string>

namespace latticeq {

/** How the input of one layer is to be quantized. */
struct InputPlan
{
    int bits = 32; // 32: not at all
    bool perChannel = false;
    bool allocateBits = false; // per channel only
    bool linear = false; // linear layers allocate by another quantile
};

/**
 * Thresholds from the calibration batch's input [N, C, …] (design item 11): per layer the maximum of |x|, per channel
 * a quantile of |x| chosen by the channel's bits and, by its name, the network. 0 becomes 1. The input may be on a
 * card; the thresholds are on the processor.
 */
ActivationQuantizer calibrateActivation(const InputPlan& plan, const std::string& modelName, const at::Tensor& input);

/** The quantile of |x| that clips a channel of `bits`; `modelName` as on the command line. */
double clippingQuantile(int bits, const std::string& modelName);

/**
 * Linearly interpolated quantile of each row [C, N], on the processor: [C]. Exact for any number of values;
 * `quantiles` has one entry per row. Rows on a card are sorted there.
 */
at::Tensor rowQuantiles(const at::Tensor& rows, const std::vector<double>& quantiles);

/** The way of a card, on any device: the same values by sorting. */
at::Tensor sortedRowQuantiles(const at::Tensor& rows, const std::vector<double>& quantiles);

} // namespace latticeq
