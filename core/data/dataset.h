// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

#include <cstdint>
#include <string>
#include <vector>

namespace latticeq {

/** What is done to pixels in [0, 1]: (pixel - mean) / deviation, per channel. */
struct ImagePreparation
{
    std::vector<double> mean;
    std::vector<double> deviation;
};

struct ImageBatch
{
    at::Tensor images; // [N, C, H, W], float32, prepared
    at::Tensor labels; // [N], int64
};

/** Labelled images that can be read in any order. */
class Dataset
{
public:
    virtual ~Dataset() = default;

    virtual int64_t size() const = 0;
    virtual std::vector<int64_t> imageShape() const = 0; // channels, height, width
    virtual int64_t largestLabel() const = 0;
    /** The images at these positions, prepared. */
    virtual ImageBatch batch(const std::vector<int64_t>& positions) const = 0;
};

/** Positions 0 … size - 1, or the same fixed random `share` of them in every run, in ascending order. */
std::vector<int64_t> evaluationPositions(int64_t size, int64_t share);

} // namespace latticeq
