// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

namespace latticeq {

/**
 * What is done to images before a network sees them. Pixels in [0, 1] become (pixel - mean) / deviation, per channel;
 * image files are resized and cropped first, and become grey where there is one mean.
 */
struct ImagePreparation
{
    std::vector<double> mean;
    std::vector<double> deviation;
    int64_t resizeSize = 256; // of the shorter side
    int64_t cropSize = 224; // height and width of the middle that is kept
    bool bicubic = false; // instead of bilinear
};

enum class DataSplit { Training, Test };

/** The label of an image that could not be read; its pixels are 0. */
inline constexpr int64_t kUnreadable = -1;

struct ImageBatch
{
    at::Tensor images; // [N, C, H, W], float32, prepared
    at::Tensor labels; // [N], int64, or kUnreadable
};

/** Labelled images that can be read in any order. */
class Dataset
{
public:
    virtual ~Dataset() = default;

    virtual int64_t size() const = 0;
    virtual std::vector<int64_t> imageShape() const = 0; // channels, height, width
    virtual int64_t largestLabel() const = 0;
    /** The images at these positions, prepared. Asked from several threads at once. */
    virtual ImageBatch batch(const std::vector<int64_t>& positions) const = 0;

    /** The image's file within the data, or its number. */
    virtual std::string imageName(int64_t position) const { return "image " + std::to_string(position); }
    /** A text that changes where these images or their labels do; empty where that cannot be told. */
    virtual std::string fingerprint(const std::vector<int64_t>& /*positions*/) const { return {}; }
    /** Names by label; empty where the data has none. */
    virtual std::vector<std::string> classNames() const { return {}; }
};

/** Positions 0 … size - 1, or the same fixed random `share` of them in every run, in ascending order. */
std::vector<int64_t> evaluationPositions(int64_t size, int64_t share);

/** Images of one data set that calibrate, and others that are evaluated, each in ascending order. */
struct DividedPositions
{
    std::vector<int64_t> calibration;
    std::vector<int64_t> evaluation;
};

/**
 * Takes a fixed random `calibration` of the positions, at most half of them, and of the others those that are
 * evaluated: the same `share` in every run, 0 for all.
 */
DividedPositions dividePositions(int64_t size, int64_t calibration, int64_t share);

} // namespace latticeq
