// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_layers.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace latticeq::ui::test {

using Flat = std::vector<double>;

inline double dotRows(const Flat& a, int i, const Flat& b, int j, int n)
{
    double sum = 0;
    for (int k = 0; k < n; ++k)
        sum += a[static_cast<size_t>(i * n + k)] * b[static_cast<size_t>(j * n + k)];
    return sum;
}

inline Flat gramSchmidt(const Flat& basis, int n)
{
    Flat star = basis;
    for (int i = 0; i < n; ++i) {
        for (int j = 0; j < i; ++j) {
            const double factor = dotRows(basis, i, star, j, n) / dotRows(star, j, star, j, n);
            for (int k = 0; k < n; ++k)
                star[static_cast<size_t>(i * n + k)] -= factor * star[static_cast<size_t>(j * n + k)];
        }
    }
    return star;
}

/** Rounds every vector by the nearest plane, as the method's item 4 says, and fills in what follows from it. */
inline void roundVectors(LatticePicture& p)
{
    const int n = p.n;
    const auto count = static_cast<int>(p.vectors.size()) / n;
    p.coordinates.assign(p.vectors.size(), 0);
    p.errors.assign(static_cast<size_t>(count), 0);
    p.overloaded.assign(static_cast<size_t>(count), 0);
    p.figures = {};
    for (int v = 0; v < count; ++v) {
        Flat rest(p.vectors.begin() + v * n, p.vectors.begin() + (v + 1) * n);
        Flat clamped = rest;
        for (int i = n - 1; i >= 0; --i) {
            const double t
                = std::nearbyint(dotRows(rest, 0, p.orthogonal, i, n) / dotRows(p.orthogonal, i, p.orthogonal, i, n));
            const int c = std::clamp(static_cast<int>(t), p.lowest, p.highest);
            p.overloaded[static_cast<size_t>(v)] |= static_cast<int>(t) != c;
            p.coordinates[static_cast<size_t>(v * n + i)] = c;
            for (int k = 0; k < n; ++k) {
                rest[static_cast<size_t>(k)] -= t * p.basis[static_cast<size_t>(i * n + k)];
                clamped[static_cast<size_t>(k)] -= c * p.basis[static_cast<size_t>(i * n + k)];
            }
        }
        double error = 0;
        for (const double r : clamped)
            error += std::pow(std::abs(r), 3);
        p.errors[static_cast<size_t>(v)] = static_cast<float>(error);
        p.figures.cubicError += error;
        p.figures.overloaded += p.overloaded[static_cast<size_t>(v)];
    }
    p.figures.vectors = count;
    p.totalVectors = count;
}

/** A picture of a basis over given vectors; coordinates have `bits` bits. */
inline LatticePicture makePicture(int n, int bits, const Flat& basis, const std::vector<float>& vectors)
{
    LatticePicture p;
    p.n = n;
    p.bits = bits;
    p.highest = 1 << (bits - 1);
    p.lowest = 1 - p.highest;
    p.basis = basis;
    p.orthogonal = gramSchmidt(basis, n);
    p.vectors = vectors;
    p.shape = n == 3 ? std::vector<int64_t> { 16, 16, 3, 3 } : std::vector<int64_t> { 16, 32, 1, 1 };
    p.largestWeight = 0.743;
    p.channels = 16;
    roundVectors(p);
    double volume = 1;
    double lengths = 1;
    for (int i = 0; i < n; ++i) {
        volume *= std::sqrt(dotRows(p.orthogonal, i, p.orthogonal, i, n));
        lengths *= std::sqrt(dotRows(basis, i, basis, i, n));
    }
    p.figures.cellVolume = volume;
    p.figures.orthogonalityDefect = lengths / volume;
    p.figures.scalarCubicError = 2 * p.figures.cubicError;
    p.figures.packingDensity = 0.74;
    p.figures.conditionNumber = 1.5;
    p.figures.effectiveBits = bits + 0.25;
    return p;
}

inline std::vector<float> gaussianVectors(int n, int count, unsigned seed, double deviation = 0.18)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> normal(0, deviation);
    std::vector<float> vectors(static_cast<size_t>(n * count));
    for (float& v : vectors)
        v = static_cast<float>(std::clamp(normal(random), -1.0, 1.0));
    return vectors;
}

inline Flat scalarBasis(int n, double step)
{
    Flat basis(static_cast<size_t>(n * n));
    for (int i = 0; i < n; ++i)
        basis[static_cast<size_t>(i * n + i)] = step;
    return basis;
}

inline Flat tiltedBasis(int n)
{
    if (n == 1)
        return { 0.095 };
    if (n == 2)
        return { -0.062, 0.041, 0.021, 0.083 };
    return { 0.085, -0.012, 0.02, 0.01, -0.06, 0.025, -0.008, 0.05, 0.055 };
}

/** Layers whose lattices are made on the spot: conv1 n = 1, fc n = 2, all others n = 3; 16 channels each. */
class SampleLayers : public RunLayers
{
public:
    std::optional<LatticePicture> picture(const LatticeRequest& request) const override
    {
        ++questions;
        if (request.channel >= channels)
            throw std::invalid_argument("no such channel");
        if (request.layer == "missing" || empty)
            return std::nullopt;
        const int n = request.layer == "conv1" ? 1 : request.layer == "fc" ? 2 : 3;
        const auto seed = static_cast<unsigned>(request.channel) + 17;
        const auto vectors = gaussianVectors(n, n == 2 ? 32 : n == 1 ? 144 : 48, seed);
        const bool scalar = request.kind == LatticeKind::ScalarGrid;
        LatticePicture p = makePicture(n, 4, scalar ? scalarBasis(n, 0.13) : tiltedBasis(n), vectors);
        p.request = request;
        p.finished = finished;
        p.candidates = 12'400;
        for (int c = 0; c < channels; ++c)
            p.channelErrors.push_back(1e-6 * (1 + (c * 7) % 11));
        return p;
    }

    std::optional<WeightDistribution> distribution(const std::string&, int) const override { return std::nullopt; }

    static constexpr int channels = 16;
    bool empty = false;
    bool finished = true;
    mutable std::atomic<int> questions { 0 };
};

} // namespace latticeq::ui::test
