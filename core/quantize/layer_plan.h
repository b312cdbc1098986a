// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_settings.h"

#include <functional>
#include <string>
#include <vector>

namespace latticeq {

/** Of depthwise convolutions under --depthwise scalar8, unless a layer has its own. */
inline constexpr int kScalarDepthwiseBits = 8;

/** A convolution or linear layer as far as planning needs it. */
struct LayerShape
{
    std::string name;
    bool linear = false;
    std::vector<int64_t> shape; // of the weight: [O, I, kh, kw] or [O, I]
    bool depthwise = false; // a convolution with a group for each of several input channels
};

/** What the method does to one layer under given settings (design items 1 to 11). Plain values. */
struct LayerPlan
{
    LayerShape layer;
    int index = 0; // in the network's order; keys the random numbers
    bool first = false; // the first convolution
    bool last = false; // the last linear layer
    int bits = 8; // of a coordinate; 32: left alone
    int n = 1; // group dimension
    int basisBits = 0; // 0: bases stay float32
    bool perLayer = false;
    bool sharedScales = false; // one weight per vector; the channels' scales are codes of the layer's largest
    bool biasCorrection = false;
    bool dataAware = false; // the search only begins what data-aware rounding ends, without correction
    bool allocateBits = false;
    bool refined = false; // the refined search instead of the random one
    int restarts = 1;
    int64_t stepsPerPhase = 80;
    int inputBits = 32;
    bool inputPerChannel = false;
    bool allocateInputBits = false;
    bool leastSquaresAlpha = false; // the input's threshold by its squared error instead of a quantile

    /** Whether weights are stored with a correction, but for single layers where it proves better than rounding. */
    bool storesCorrection() const { return biasCorrection && !dataAware; }
    bool isQuantized() const { return bits != kFullPrecisionBits; }
    int64_t outputs() const { return layer.shape[0]; }
    int64_t weights() const;
};

/**
 * The plan of every layer, in the network's order. Things that deviate from what the settings ask are told to `log`.
 * Throws std::invalid_argument where --layer names an unknown layer or one that the method fixes.
 */
std::vector<LayerPlan> planLayers(const std::vector<LayerShape>& layers, const RunSettings& settings,
    const std::function<void(const std::string&)>& log);

/** The plan with one weight per vector, the baseline of every report. */
LayerPlan scalarPlan(LayerPlan plan);

} // namespace latticeq
