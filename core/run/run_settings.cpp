// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run_settings.h"

#include "core/lattice/kernels/prepared_basis.h"
#include "core/run/device_choice.h"

#include <algorithm>
#include <stdexcept>

namespace latticeq {

namespace {

void checkRange(const std::string& flag, int64_t value, int64_t lowest, int64_t highest, const char* besides = "")
{
    if (value < lowest || value > highest) {
        throw std::invalid_argument(flag + " is " + std::to_string(value) + ", expected " + std::to_string(lowest)
            + " to " + std::to_string(highest) + besides);
    }
}

void checkUnlessFullPrecision(const std::string& flag, int bits, int lowest, int highest)
{
    if (bits != kFullPrecisionBits)
        checkRange(flag, bits, lowest, highest, " or 32");
}

void checkChoice(const RunSettings& settings)
{
    checkRange("--max-bytes", settings.maxBytes, 0, int64_t(1) << 40);
    for (const auto& [flag, percent] : { std::pair("--min-top1", settings.minTop1), { "--max-loss", settings.maxLoss } }) {
        if (!(percent >= 0 && percent <= 100))
            throw std::invalid_argument(std::string(flag) + " is " + std::to_string(percent) + ", expected 0 to 100");
    }
    if ((settings.maxBytes > 0) + (settings.minTop1 > 0) + (settings.maxLoss > 0) > 1)
        throw std::invalid_argument("--max-bytes, --min-top1 and --max-loss each choose the layers' bits, expected one");
    if (choosesBits(settings) && settings.allocateWeightBits)
        throw std::invalid_argument("--bit_alloc_w spreads the bits of a layer that --max-bytes, --min-top1 or "
                                    "--max-loss choose, expected one of them");
}

} // namespace

void checkImages(const ImageSettings& images)
{
    constexpr int64_t kLargest = 4096;
    if (images.size != 0)
        checkRange("--image-size", images.size, 8, kLargest);
    if (images.resizeSize != 0)
        checkRange("--resize-size", images.resizeSize, std::max<int64_t>(images.size, 8), kLargest);
    for (const double deviation : images.deviation) {
        if (!(deviation > 0))
            throw std::invalid_argument("--image-deviation holds a number that is not above 0");
    }
}

void checkSettings(const RunSettings& settings)
{
    constexpr int64_t kMillion = 1'000'000;
    checkRange("--bitsW", settings.weightBits, 1, 8);
    checkRange("--bitsB", settings.basisBits, 2, 16);
    checkUnlessFullPrecision("--bitsA", settings.activationBits, 2, 16);
    checkRange("--agreg", settings.aggregation, 1, kMaximumGroupDimension);
    checkRange("--steps", settings.steps, 1, kMillion);
    checkRange("--nb_restarts", settings.restarts, 1, 100);
    checkRange("--seeds", settings.repeats, 1, 1000);
    checkRange("--batch_size", settings.calibrationImages, 1, kMillion);
    checkImages(settings.images);
    checkRange("--eval-images", settings.evaluationImages, 0, 1000 * kMillion);
    checkRange("--threads", settings.threads, 0, 1024);
    checkRange("--num_workers", settings.workers, 0, 1024);
    for (const auto& [layer, bits] : settings.layerBits)
        checkUnlessFullPrecision("--layer " + layer, bits, 1, 8);
    if (settings.timeBudgetSeconds < 0)
        throw std::invalid_argument("--time-budget is negative, expected a time such as 10m");
    if (settings.updateBatchNorm && settings.reestimateBatchNorm)
        throw std::invalid_argument("--bn-update and --bn-reestimate both set the batch-norm statistics, expected one");
    checkChoice(settings);
    checkDeviceName(settings.device);
}

bool choosesBits(const RunSettings& settings)
{
    return settings.maxBytes > 0 || settings.minTop1 > 0 || settings.maxLoss > 0;
}

bool sameResult(RunSettings a, RunSettings b)
{
    for (RunSettings* settings : { &a, &b }) {
        settings->device.clear();
        settings->repeats = 1;
        settings->threads = 0;
        settings->workers = 0;
        settings->outputFolder.clear();
        settings->overwrite = false;
        settings->resume = false;
        settings->rememberAccuracy = false;
    }
    return a == b;
}

std::string settingsTitle(const RunSettings& settings)
{
    std::string title = "W" + (choosesBits(settings) ? "x" : std::to_string(settings.weightBits));
    if (settings.quantizeActivations)
        title += "A" + std::to_string(settings.activationBits);
    if (settings.quantizeBasis)
        title += "B" + std::to_string(settings.basisBits);
    return settings.scalar ? title + "-scalar" : title;
}

} // namespace latticeq
