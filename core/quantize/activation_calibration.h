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
    bool leastSquares = false; // thresholds that make the squared error smallest
};

/**
 * Thresholds from the calibration batch's input [N, C, …], whole or in slices (design item 11): per layer the maximum
 * of |x|, per channel a quantile of |x| chosen by the channel's bits and, by its name, the network; or those that make
 * the squared error smallest. 0 becomes 1. The input may be on a card; the thresholds are on the processor.
 */
ActivationQuantizer calibrateActivation(const InputPlan& plan, const std::string& modelName, at::TensorList slices);

/** The quantile of |x| that clips a channel of `bits`; `modelName` as on the command line. */
double clippingQuantile(int bits, const std::string& modelName);

} // namespace latticeq
