// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <variant>
#include <vector>

namespace latticeq {

enum class ResidualBlock { Basic, Bottleneck };

/** A residual network of torchvision's layout, as a row of numbers; ResNeXt and wide networks too. */
struct ResidualArchitecture
{
    ResidualBlock block = ResidualBlock::Basic;
    std::vector<int> blocks; // in each stage
    int64_t stemChannels = 64; // doubled by every later stage
    bool imageNetStem = true; // 7×7 of stride 2 and max pooling; otherwise 3×3 of stride 1
    int64_t groups = 1; // of a bottleneck's 3×3 convolution
    int64_t groupWidth = 64; // channels of such a group where the stage has 64
};

struct VggArchitecture
{
    std::vector<int> convolutions; // in each of the five stages
    bool batchNorm = false;
};

struct AlexNetArchitecture
{
};

struct SqueezeNetArchitecture
{
    bool slim = false; // version 1.1: 3×3 stem, pooling earlier
};

struct DenseNetArchitecture
{
    std::vector<int> layers; // in each dense block
    int64_t growth = 32; // channels that a layer adds
    int64_t stemChannels = 64;
};

struct MobileNetV2Architecture
{
};

struct MobileNetV3Architecture
{
    bool large = false;
};

struct MnasNetArchitecture
{
    double width = 1; // of all channels but the last convolution's
};

struct ShuffleNetArchitecture
{
    std::array<int64_t, 5> channels {}; // stem, three stages, last convolution
};

/** Blocks of equal form; the first of them has the stride. */
struct EfficientStage
{
    bool fused = false; // one full convolution instead of an expanding and a depthwise one
    int64_t expansion = 1;
    int64_t kernel = 3;
    int64_t stride = 1;
    int64_t inputs = 0;
    int64_t outputs = 0;
    int blocks = 1;
};

struct EfficientNetArchitecture
{
    std::vector<EfficientStage> stages;
    int64_t lastChannels = 0;
    double epsilon = 1e-5; // of batch normalisation
    double momentum = 0.1;
};

/** A RegNet by the four numbers of its widths. */
struct RegNetArchitecture
{
    int depth = 0;
    int64_t firstWidth = 0;
    double slope = 0;
    double step = 0;
    int64_t groupWidth = 0;
    bool squeezeAndExcite = false;
};

struct ConvNextArchitecture
{
    std::vector<int> blocks; // in each stage
    int64_t stemChannels = 96; // doubled by every later stage
};

struct GoogLeNetArchitecture
{
};

struct InceptionV3Architecture
{
};

/** The numbers that tell a network from the others of its family. Plain values. */
using Architecture = std::variant<ResidualArchitecture, VggArchitecture, AlexNetArchitecture, SqueezeNetArchitecture,
    DenseNetArchitecture, MobileNetV2Architecture, MobileNetV3Architecture, MnasNetArchitecture, ShuffleNetArchitecture,
    EfficientNetArchitecture, RegNetArchitecture, ConvNextArchitecture, GoogLeNetArchitecture, InceptionV3Architecture>;

} // namespace latticeq
