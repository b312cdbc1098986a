// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/rounding/row_rounding.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace latticeq {

namespace {

/** A group moves only for more than rounding noise. */
constexpr double kLeastGain = 1e-6;

/** x·M for a row vector. */
template <typename Value> void applyMetric(int n, const Value* x, const double* metric, double* image)
{
    std::fill(image, image + n, 0.0);
    for (int i = 0; i < n; ++i) {
        for (int k = 0; k < n; ++k)
            image[k] += static_cast<double>(x[i]) * metric[i * n + k];
    }
}

/** target -= share · row, for the columns from `first` on. */
void subtract(float* target, float share, const float* row, int64_t first, int64_t columns)
{
    for (int64_t k = first; k < columns; ++k)
        target[k] -= share * row[k];
}

/** c·B of one group. */
void pointOf(int n, const float* coordinates, const float* basis, float* point)
{
    std::fill(point, point + n, 0.0F);
    for (int i = 0; i < n; ++i) {
        for (int k = 0; k < n; ++k)
            point[k] += coordinates[i] * basis[i * n + k];
    }
}

/** The places of one group within a row and its metric. */
struct GroupPlace
{
    GroupPlace(const RowMetric& metric, int64_t group)
        : first(group * metric.n)
        , block(first / metric.columns)
        , column(first - block * metric.columns)
        , metrics(group * metric.n * metric.n)
    {
    }

    int64_t first; // of the row's weights
    int64_t block;
    int64_t column; // within the block
    int64_t metrics; // of the [groups, n, n]
};

/** One way to round a row as far as it has gone. */
struct Path
{
    double cost = 0; // squared distances so far, which add up to the row's error
    std::vector<float> left; // the weights with what earlier groups fed forward, [groups, n]
    std::vector<float> coordinates; // [groups, n]
};

/** How a path may go on. */
struct Step
{
    double cost;
    size_t path;
    std::vector<double> coordinates;
};

/** The best ways through one row's groups, followed side by side. */
class RowPaths
{
public:
    RowPaths(const RowMetric& metric, RoundedRow& row, size_t most)
        : m_metric(metric)
        , m_row(row)
        , m_most(most)
        , m_lattice(metric.n)
    {
        const auto width = static_cast<size_t>(metric.groups() * metric.n);
        m_paths.push_back({ 0, { row.weights, row.weights + width }, std::vector<float>(width) });
    }

    bool roundGroup(const GroupPlace& place)
    {
        if (!m_lattice.setLattice(m_row.basis, m_metric.feedMetrics + place.metrics))
            return false;
        std::vector<Step> steps = possibleSteps(place);
        std::stable_sort(steps.begin(), steps.end(), [](const Step& a, const Step& b) { return a.cost < b.cost; });
        steps.resize(std::min(steps.size(), m_most));
        std::vector<Path> next;
        for (const Step& step : steps)
            next.push_back(go(m_paths[step.path], step, place));
        m_paths = std::move(next);
        return true;
    }

    void finish() { std::copy(m_paths[0].coordinates.begin(), m_paths[0].coordinates.end(), m_row.coordinates); }

private:
    static constexpr size_t kStepsOfPath = 4;

    std::vector<Step> possibleSteps(const GroupPlace& place)
    {
        std::vector<Step> steps;
        std::vector<double> target(static_cast<size_t>(m_metric.n));
        for (size_t path = 0; path < m_paths.size(); ++path) {
            applyMetric(m_metric.n, &m_paths[path].left[static_cast<size_t>(place.first)],
                m_metric.feedMetrics + place.metrics, target.data());
            for (const ClosestPoint::Found& found :
                m_lattice.find(target.data(), m_row.low, m_row.high, std::min(m_most, kStepsOfPath)))
                steps.push_back({ m_paths[path].cost + found.distance, path, found.coordinates });
        }
        return steps;
    }

    Path go(const Path& from, const Step& step, const GroupPlace& place) const
    {
        const int n = m_metric.n;
        Path path = from;
        path.cost = step.cost;
        float* coordinates = &path.coordinates[static_cast<size_t>(place.first)];
        std::transform(step.coordinates.begin(), step.coordinates.end(), coordinates,
            [](double value) { return static_cast<float>(value); });
        std::vector<float> error(static_cast<size_t>(n));
        std::vector<double> fed(static_cast<size_t>(n));
        pointOf(n, coordinates, m_row.basis, error.data());
        for (int i = 0; i < n; ++i)
            error[static_cast<size_t>(i)] = path.left[static_cast<size_t>(place.first + i)] - error[static_cast<size_t>(i)];
        applyMetric(n, error.data(), m_metric.feedMetrics + place.metrics, fed.data());
        float* block = &path.left[static_cast<size_t>(place.block * m_metric.columns)];
        for (int i = 0; i < n; ++i) {
            const float* feed = m_metric.feed + (place.block * m_metric.columns + place.column + i) * m_metric.columns;
            subtract(block, static_cast<float>(fed[static_cast<size_t>(i)]), feed, place.column + n, m_metric.columns);
        }
        return path;
    }

    const RowMetric& m_metric;
    RoundedRow& m_row;
    size_t m_most;
    ClosestPoint m_lattice;
    std::vector<Path> m_paths; // the best first
};

} // namespace

bool roundForward(const RowMetric& metric, std::span<RoundedRow> rows, size_t paths)
{
    std::vector<RowPaths> all;
    for (RoundedRow& row : rows)
        all.emplace_back(metric, row, paths);
    for (int64_t group = 0; group < metric.groups(); ++group) { // rows within: they share U, which may be large
        for (RowPaths& row : all) {
            if (!row.roundGroup(GroupPlace(metric, group)))
                return false;
        }
    }
    for (RowPaths& row : all)
        row.finish();
    return true;
}

int64_t sweepRow(const RowMetric& metric, RoundedRow& row)
{
    const int n = metric.n;
    std::vector<double> target(static_cast<size_t>(n));
    std::vector<double> pull(static_cast<size_t>(n));
    std::vector<float> point(static_cast<size_t>(n));
    std::vector<float> move(static_cast<size_t>(n));
    ClosestPoint lattice(n);
    int64_t moved = 0;
    for (int64_t group = 0; group < metric.groups(); ++group) {
        const GroupPlace place(metric, group);
        float* coordinates = row.coordinates + place.first;
        if (!lattice.setLattice(row.basis, metric.sweepMetrics + place.metrics))
            continue;
        pointOf(n, coordinates, row.basis, point.data());
        applyMetric(n, point.data(), metric.sweepMetrics + place.metrics, target.data());
        applyMetric(n, row.gradient + place.first, metric.sweepInverses + place.metrics, pull.data());
        std::transform(target.begin(), target.end(), pull.begin(), target.begin(), std::plus<>());
        const double now = lattice.distance(target.data(), coordinates);
        const ClosestPoint::Found& found = lattice.find(target.data(), row.low, row.high).front();
        if (!(found.distance < now * (1 - kLeastGain)))
            continue;
        for (int i = 0; i < n; ++i) {
            const auto coordinate = static_cast<float>(found.coordinates[static_cast<size_t>(i)]);
            move[static_cast<size_t>(i)] = coordinate - coordinates[i];
            coordinates[i] = coordinate;
        }
        pointOf(n, move.data(), row.basis, point.data());
        for (int i = 0; i < n; ++i) {
            const float* column
                = metric.correlation + (place.block * metric.columns + place.column + i) * metric.columns;
            subtract(
                row.gradient + place.block * metric.columns, point[static_cast<size_t>(i)], column, 0, metric.columns);
        }
        ++moved;
    }
    return moved;
}

} // namespace latticeq
