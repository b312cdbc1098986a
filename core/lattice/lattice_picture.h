// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace latticeq {

/** Which lattice of a layer is meant: the searched one, or the scalar baseline's grid, a multiple of the identity. */
enum class LatticeKind { Searched, ScalarGrid };

/** What is asked of a run's layer. */
struct LatticeRequest
{
    std::string layer;
    int channel = 0; // a per-layer basis has one lattice: then the picture takes the vectors of all channels
    LatticeKind kind = LatticeKind::Searched;
    int64_t mostVectors = 5000; // above this a fixed, evenly spaced sample is shown

    bool operator==(const LatticeRequest&) const = default;
};

/** The figures of one lattice, of the vectors of one channel (or of the layer where it has one basis for all). */
struct LatticeFigures
{
    double cubicError = 0; // Σ|V - Q|³ over all vectors, as the search judged it (design item 6)
    double scalarCubicError = 0; // of the scalar grid on the same vectors
    double effectiveBits = 0; // per weight of the layer, bases and scales included
    int64_t overloaded = 0; // vectors whose unclamped coordinates lie outside the box
    int64_t vectors = 0;
    double cellVolume = 0; // |det B|
    double orthogonalityDefect = 1; // Π‖b_i‖ / |det B|, 1 for orthogonal rows
    double packingDensity = 0; // of the balls around the points; for n above 4 0, not computed
    double conditionNumber = 1; // largest singular value of B by the smallest
};

/** Everything that the lattice view draws, as plain values in normalised weights (weight ÷ largest of the layer). */
struct LatticePicture
{
    LatticeRequest request;
    std::vector<int64_t> shape; // of the layer's weight: [O, I, kh, kw] or [O, I]
    int channels = 0; // lattices of the layer: its output channels, or 1 with a basis for the whole layer
    bool perLayer = false;
    int n = 1; // group dimension
    std::vector<double> basis; // [n, n], rows are the basis vectors
    std::vector<double> orthogonal; // [n, n], Gram-Schmidt of the rows, not normalised
    int bits = 0; // of a coordinate in this channel
    int lowest = 0; // smallest coordinate, -a + 1
    int highest = 0; // largest coordinate, a
    std::vector<float> vectors; // [m, n], normalised weights
    std::vector<int> coordinates; // [m, n]
    std::vector<float> errors; // [m], Σ|v - c·B|³ of each vector
    std::vector<uint8_t> overloaded; // [m], 1 where an unclamped coordinate lies outside [lowest, highest]
    int64_t totalVectors = 0; // before sampling
    double largestWeight = 0; // of the layer: the factor between normalised and real weights
    std::vector<double> channelErrors; // cubic error of every channel's lattice of this kind
    bool finished = true; // false while the search goes on: its best so far
    int64_t candidates = 0; // tried by each chain so far
    LatticeFigures figures;
};

/** Counts of values in equal bins from `low` to `high`. */
struct Histogram
{
    double low = 0;
    double high = 0;
    std::vector<int64_t> counts;
};

/** A layer's weights before and after quantization, in their own scale, and the differences. */
struct WeightDistribution
{
    std::string layer;
    Histogram before; // the same bins as `after`
    Histogram after;
    Histogram errors; // after minus before
    double rmsError = 0;
};

} // namespace latticeq
