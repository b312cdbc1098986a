// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace latticeq {

/** How images are prepared, where not as the architecture has them. */
struct ImageSettings
{
    int64_t size = 0; // height and width that the network sees, in pixels; 0: the architecture's
    int64_t resizeSize = 0; // of an image's shorter side before its centre is cropped; 0: the architecture's
    std::vector<double> mean = {}; // of each channel, pixels in [0, 1]; empty: the architecture's
    std::vector<double> deviation = {};

    bool operator==(const ImageSettings&) const = default;
};

/** Everything that a run depends on, as plain values; defaults are those of the published program. */
struct RunSettings
{
    std::string model = "resnet18"; // a built-in name, or a TorchScript file
    std::string weights; // a checkpoint; empty: the architecture's usual one
    std::string data; // a folder or a named set; empty: the architecture's own, if it has one
    ImageSettings images;
    std::string calibrationData; // empty: as `data`
    int64_t calibrationImages = 512;
    int64_t evaluationImages = 0; // 0: all

    int weightBits = 8; // of a coordinate
    bool perLayer = false; // one basis for a layer instead of one per output channel
    int aggregation = 2; // group dimension of 1×1 convolutions and linear layers
    bool scalar = false; // group dimension 1 everywhere
    bool scalarDepthwise = false; // depthwise convolutions as 8-bit scalars instead of lattices
    bool quantizeBasis = false;
    int basisBits = 8;
    bool biasCorrection = false;
    bool allocateWeightBits = false;
    bool dataAware = false; // round weights for a small error of the layers' outputs
    std::map<std::string, int> layerBits; // bits of single layers; 32 leaves one alone
    // At most one of these; then the bits of all other layers are chosen, whatever weightBits says.
    int64_t maxBytes = 0; // of the packed checkpoint; 0: no limit
    double minTop1 = 0; // percent, of the quantized network; 0: no floor
    double maxLoss = 0; // points of top-1 below full precision; 0: no floor

    bool quantizeActivations = false;
    int activationBits = 32; // 32: pooling layers and the last linear layer only
    bool activationsPerChannel = false;
    bool allocateActivationBits = false;
    bool updateBatchNorm = false; // statistics follow the calibration batch
    bool leastSquaresAlpha = false; // clip inputs where that makes their squared error smallest
    bool reestimateBatchNorm = false; // statistics of the quantized network from the calibration images

    bool refinedSearch = false; // refit bases by least squares, at about the cost of the random search
    int64_t steps = 80; // candidates of each noise level
    int restarts = 5;
    uint64_t seed = 1;
    int repeats = 1; // runs with this seed and the next ones; who calls run() repeats it
    double timeBudgetSeconds = 0; // of the search; 0: none

    std::string device = "auto";
    int threads = 0; // 0: all
    int workers = 8; // threads that decode images

    std::string outputFolder; // empty: nothing is written
    bool overwrite = false; // take the folder of another run
    bool rememberAccuracy = false; // full-precision accuracies are kept in the user's cache folder and taken from it
    bool resume = false; // go on in `outputFolder` where an earlier run stopped

    bool operator==(const RunSettings&) const = default;
};

/** Calibration images of data-aware rounding where no number is asked for: its correlations need more than ranges. */
inline constexpr int64_t kDataAwareImages = 1024;

/** Bits that stand for "not quantized". */
inline constexpr int kFullPrecisionBits = 32;

/** Throws std::invalid_argument with the flag, what was found and what was expected. */
void checkImages(const ImageSettings& images);

/** Throws std::invalid_argument with the flag, what was found and what was expected. */
void checkSettings(const RunSettings& settings);

/** Whether a run chooses the bits of its layers itself. */
bool choosesBits(const RunSettings& settings);

/** Whether two runs give the same result: everything is equal but where, on what and into which folder. */
bool sameResult(RunSettings a, RunSettings b);

/** "W4A8B8", the short name of a run's bitwidths; "WxA8B8" where each layer has its own. */
std::string settingsTitle(const RunSettings& settings);

} // namespace latticeq
