// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace latticeq {

/**
 * The lattice of a group's weights seen in a metric M, where the length of x is |x·M|: finds the points of the
 * coordinate box that are closest to a target. Plain double arithmetic in one order.
 */
class ClosestPoint
{
public:
    /** A point with its squared distance. */
    struct Found
    {
        double distance = 0;
        std::vector<double> coordinates;
    };

    explicit ClosestPoint(int n);

    /** `basis` [n, n], rows first, and `metric` [n, n]. False where they span no lattice: find() may not be called. */
    bool setLattice(const float* basis, const double* metric);

    /**
     * Takes a target given as its image x·M. Starts from the nearest plane (design item 4, held to the box) and looks
     * on in the order of depth, nearer planes first; only above a thousand points is the search cut short. Returns up
     * to `count` points with whole coordinates in [low, high], the closest first, valid until the next call.
     */
    const std::vector<Found>& find(const double* target, double low, double high, size_t count = 1);

    /** The squared distance of a target's image to the point with these coordinates. */
    double distance(const double* target, const float* coordinates) const;

private:
    void descend(int level, double distance);
    void add(double distance);
    double centreOf(int level) const;

    int m_n;
    std::vector<double> m_basis; // the basis' image, rows first
    std::vector<double> m_planes; // its Gram-Schmidt vectors, rows first
    std::vector<double> m_shares; // [i, j], j < i: of plane vector j in basis row i
    std::vector<double> m_lengths; // squared, of the plane vectors
    std::vector<double> m_target; // in plane vectors
    std::vector<double> m_point; // the coordinates of the search
    std::vector<Found> m_found; // in the order of their distances
    size_t m_wanted = 1;
    double m_low = 0;
    double m_high = 0;
    double m_bound = 0; // no point as far as this is of use
    int m_visited = 0;
};

} // namespace latticeq
