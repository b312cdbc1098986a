// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace latticeq {

/**
 * A lattice whose coordinates are limited to a box, in double precision and without torch, for looking at it: the
 * search has its own arithmetic. Under a basis that cannot be used (design, "One result everywhere") every vector has
 * coordinates of 0.
 */
class BoxLattice
{
public:
    /** `basis` [n, n] with rows as basis vectors; `bits` of a coordinate (design item 3). */
    BoxLattice(std::vector<double> basis, int n, int bits);

    int n() const { return m_n; }
    int bits() const { return m_bits; }
    int lowest() const { return m_lowest; }
    int highest() const { return m_highest; }
    const std::vector<double>& basis() const { return m_basis; }
    const std::vector<double>& orthogonal() const { return m_orthogonal; } // [n, n], Gram-Schmidt of the rows

    /**
     * Coordinates [n] of a vector by nearest plane (design item 4). True where an unclamped coordinate lies outside
     * the box.
     */
    bool nearestPlane(const float* vector, int* coordinates) const;

    /** The point c·B. */
    void point(const int* coordinates, double* point) const;

    /** Σ|v - c·B|³ of one vector. */
    double error(const float* vector, const int* coordinates) const;

private:
    int m_n;
    int m_bits;
    int m_lowest;
    int m_highest;
    bool m_usable = true;
    std::vector<double> m_basis;
    std::vector<double> m_orthogonal;
    std::vector<double> m_squaredLengths; // of the orthogonal rows
};

/** Coordinates [m, n] of vectors [m, n]; counts the overloaded ones. */
std::vector<int> coordinatesIn(const BoxLattice& lattice, std::span<const float> vectors, int64_t& overloaded);

/**
 * Cubic error of a channel's vectors [m, n] under coordinates [m, n], with `biasCorrected` after bias correction
 * (design items 6 and 9).
 */
double cubicErrorIn(
    const BoxLattice& lattice, std::span<const float> vectors, std::span<const int> coordinates, bool biasCorrected);

} // namespace latticeq
