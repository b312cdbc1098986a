// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/rounding/closest_point.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace latticeq {

namespace {

/** A lattice that is nearly flat could keep the search busy for ever. */
constexpr int kMostVisited = 1000;

} // namespace

ClosestPoint::ClosestPoint(int n)
    : m_n(n)
    , m_basis(static_cast<size_t>(n * n))
    , m_planes(static_cast<size_t>(n * n))
    , m_shares(static_cast<size_t>(n * n))
    , m_lengths(static_cast<size_t>(n))
    , m_target(static_cast<size_t>(n))
    , m_point(static_cast<size_t>(n))
{
}

bool ClosestPoint::setLattice(const float* basis, const double* metric)
{
    for (int row = 0; row < m_n; ++row) {
        double* image = &m_basis[static_cast<size_t>(row * m_n)];
        std::fill(image, image + m_n, 0.0);
        for (int i = 0; i < m_n; ++i) {
            const auto entry = static_cast<double>(basis[row * m_n + i]);
            for (int k = 0; k < m_n; ++k)
                image[k] += entry * metric[i * m_n + k];
        }
        double* plane = &m_planes[static_cast<size_t>(row * m_n)];
        std::copy(image, image + m_n, plane);
        for (int j = 0; j < row; ++j) {
            const double* other = &m_planes[static_cast<size_t>(j * m_n)];
            double product = 0;
            for (int k = 0; k < m_n; ++k)
                product += image[k] * other[k];
            const double share = product / m_lengths[static_cast<size_t>(j)];
            m_shares[static_cast<size_t>(row * m_n + j)] = share;
            for (int k = 0; k < m_n; ++k)
                plane[k] -= share * other[k];
        }
        double length = 0;
        for (int k = 0; k < m_n; ++k)
            length += plane[k] * plane[k];
        if (!(length > 0) || !std::isfinite(1 / length))
            return false;
        m_lengths[static_cast<size_t>(row)] = length;
    }
    return true;
}

const std::vector<ClosestPoint::Found>& ClosestPoint::find(
    const double* target, double low, double high, size_t count)
{
    for (int i = 0; i < m_n; ++i) {
        double product = 0;
        for (int k = 0; k < m_n; ++k)
            product += target[k] * m_planes[static_cast<size_t>(i * m_n + k)];
        m_target[static_cast<size_t>(i)] = product / m_lengths[static_cast<size_t>(i)];
    }
    m_low = low;
    m_high = high;
    m_wanted = count;
    m_bound = std::numeric_limits<double>::infinity();
    m_visited = 0;
    m_found.clear();
    descend(m_n - 1, 0);
    return m_found;
}

/** Keeps the point of the search among the closest. */
void ClosestPoint::add(double distance)
{
    const auto place = std::find_if(
        m_found.begin(), m_found.end(), [&](const Found& found) { return distance < found.distance; });
    m_found.insert(place, { distance, m_point });
    if (m_found.size() > m_wanted)
        m_found.pop_back();
    if (m_found.size() == m_wanted)
        m_bound = m_found.back().distance;
}

/** What coordinate `level` would be, were it not whole, under those of the later rows. */
double ClosestPoint::centreOf(int level) const
{
    double centre = m_target[static_cast<size_t>(level)];
    for (int later = level + 1; later < m_n; ++later)
        centre -= m_point[static_cast<size_t>(later)] * m_shares[static_cast<size_t>(later * m_n + level)];
    return centre;
}

void ClosestPoint::descend(int level, double distance)
{
    if (level < 0) {
        add(distance);
        return;
    }
    const double centre = centreOf(level);
    double below = std::clamp(std::nearbyint(centre), m_low, m_high);
    double above = below + 1;
    while (below >= m_low || above <= m_high) {
        const bool down = below >= m_low && (above > m_high || centre - below <= above - centre);
        const double coordinate = down ? below-- : above++;
        const double step = centre - coordinate;
        const double next = distance + step * step * m_lengths[static_cast<size_t>(level)];
        if (!(next < m_bound) || ++m_visited > kMostVisited)
            return;
        m_point[static_cast<size_t>(level)] = coordinate;
        descend(level - 1, next);
    }
}

double ClosestPoint::distance(const double* target, const float* coordinates) const
{
    double sum = 0;
    for (int k = 0; k < m_n; ++k) {
        double difference = target[k];
        for (int i = 0; i < m_n; ++i)
            difference -= static_cast<double>(coordinates[i]) * m_basis[static_cast<size_t>(i * m_n + k)];
        sum += difference * difference;
    }
    return sum;
}

} // namespace latticeq
