// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/rounding/data_aware_rounding.h"

#include "core/search/basis_equations.h"
#include "core/support/worker_threads.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace latticeq {

namespace {

/** Rows that go forward together read the factor of H⁻¹ once for all of them. */
constexpr int64_t kRowsTogether = 8;

/** Between two looks at whether to go on: some tenths of a second. */
constexpr int64_t kMultiplyAddsAtOnce = int64_t(1) << 34;

/** Of the columns of the bases' normal equations at a time: 16 MB. */
constexpr int64_t kDesignValues = 1 << 22;

/** Ways that the first rounding follows side by side: many where that costs little. */
size_t pathsFor(const at::Tensor& rows, const RowMetric& metric)
{
    constexpr int64_t kMostMultiplyAdds = int64_t(1) << 28;
    constexpr int64_t kMostPaths = 64;
    const int64_t ofOnePath = std::max<int64_t>(1, rows.numel() * metric.columns / 2);
    return static_cast<size_t>(std::clamp(kMostMultiplyAdds / ofOnePath, int64_t(1), kMostPaths));
}

/** The largest weight's share that each point of `weight` is in. */
at::Tensor basisOf(const QuantizedWeight& weight)
{
    if (weight.basisBits == 0)
        return weight.basis.clone();
    const double last = static_cast<double>((int64_t(1) << weight.basisBits) - 1);
    return (2 * weight.basisCodes.to(at::kFloat) / last - 1) * weight.gain.reshape({ -1, 1, 1 });
}

/** For each entry [i, k] of a basis the points that it alone makes, [rows, n·n, m·n]. */
at::Tensor designOf(const at::Tensor& coordinates)
{
    const int64_t n = coordinates.size(2);
    at::Tensor design = at::zeros({ coordinates.size(0), n, n, coordinates.size(1), n });
    for (int64_t k = 0; k < n; ++k)
        design.select(2, k).select(3, k).copy_(coordinates.transpose(1, 2));
    return design.reshape({ coordinates.size(0), n * n, -1 });
}

} // namespace

DataAwareRounding::DataAwareRounding(const LayerPlan& plan, const at::Tensor& weight, const QuantizedWeight& start,
    const RoundingMetric& metric, WorkerThreads& workers, const std::function<bool()>& proceed)
    : m_plan(plan)
    , m_weight(weight)
    , m_metric(metric)
    , m_workers(workers)
    , m_proceed(proceed)
    , m_rows((weight / start.unit).reshape({ weight.size(0), -1 }).contiguous())
    , m_bits(channelBits(plan, weight))
{
    m_plan.biasCorrection = false;
    m_best.coordinates = start.coordinates.to(at::kFloat);
    m_best.basis = basisOf(start).contiguous();
    m_best.maximum = start.basisBits > 0 ? start.gain : m_best.basis.abs().amax({ 1, 2 });
    judge(m_best);
    const at::Tensor difference = ((weight - dequantize(start)) / start.unit).reshape(m_rows.sizes()).contiguous();
    m_errorBefore = (difference.to(at::kDouble) * applyMetric(difference)).sum().item<double>();
}

double DataAwareRounding::errorAfter() const
{
    return m_best.errors.sum().item<double>();
}

/** H·x for rows [rows, m·n], or zeros once stopped: what comes of them is not used then. */
at::Tensor DataAwareRounding::applyMetric(const at::Tensor& rows) const
{
    if (m_metric.groups() > 1)
        return m_metric.apply(rows);
    const int64_t atOnce = std::max<int64_t>(1, kMultiplyAddsAtOnce / (rows.size(1) * m_metric.row(0).columns));
    std::vector<at::Tensor> images;
    for (const at::Tensor& part : rows.split(atOnce))
        images.push_back(m_proceed() ? m_metric.apply(part) : at::zeros_like(part));
    return at::cat(images);
}

void DataAwareRounding::judge(Points& points) const
{
    const at::Tensor difference = m_rows - at::matmul(points.coordinates, points.basis).reshape(m_rows.sizes());
    points.gradient = applyMetric(difference);
    points.errors = (difference.to(at::kDouble) * points.gradient).sum(1);
}

void DataAwareRounding::keepBetter(const Points& points)
{
    const bool oneBasis = points.basis.size(0) == 1;
    const at::Tensor isBetter = oneBasis ? points.errors.sum() < m_best.errors.sum() : points.errors < m_best.errors;
    const auto keep = [&](at::Tensor& best, const at::Tensor& found) {
        std::vector<int64_t> shape(static_cast<size_t>(best.dim()), 1);
        shape[0] = isBetter.numel();
        best = at::where(isBetter.reshape(shape), found, best);
    };
    keep(m_best.coordinates, points.coordinates);
    keep(m_best.gradient, points.gradient);
    keep(m_best.errors, points.errors);
    keep(m_best.basis, points.basis);
    if (m_best.maximum.numel() == m_best.basis.size(0))
        keep(m_best.maximum, points.maximum);
}

/** Calls `round` for all channels, `atOnce` of one group of channels at a time. */
void DataAwareRounding::forEachRow(int64_t atOnce,
    const std::function<void(const RowMetric&, std::span<RoundedRow>)>& round, Points& points) const
{
    const int64_t width = m_rows.size(1);
    const int64_t rows = m_rows.size(0) / m_metric.groups();
    const int64_t parts = (rows + atOnce - 1) / atOnce;
    const int64_t basisSize = points.basis.size(0) == 1 ? 0 : points.basis[0].numel();
    m_workers.forEach(m_metric.groups() * parts, [&](int64_t index) {
        if (!m_proceed())
            return;
        const int64_t group = index / parts;
        const int64_t first = group * rows + index % parts * atOnce;
        std::vector<RoundedRow> own;
        for (int64_t row = first; row < std::min(first + atOnce, (group + 1) * rows); ++row) {
            const auto [low, high] = coordinateLimits(m_bits[static_cast<size_t>(row)]);
            own.push_back({ m_rows.data_ptr<float>() + row * width, points.basis.data_ptr<float>() + row * basisSize,
                low, high, points.coordinates.data_ptr<float>() + row * width,
                points.gradient.data_ptr<float>() + row * width });
        }
        round(m_metric.row(group), own);
    });
}

void DataAwareRounding::roundForward(Points& points) const
{
    points.coordinates = points.coordinates.clone();
    const size_t paths = pathsFor(m_rows, m_metric.row(0));
    forEachRow(
        paths > 1 ? 1 : kRowsTogether,
        [paths](const RowMetric& metric, std::span<RoundedRow> rows) { latticeq::roundForward(metric, rows, paths); },
        points);
    judge(points);
}

void DataAwareRounding::sweep(Points& points) const
{
    points.coordinates = points.coordinates.clone();
    points.gradient = points.gradient.clone();
    forEachRow(
        1, [](const RowMetric& metric, std::span<RoundedRow> rows) { sweepRow(metric, rows.front()); }, points);
    judge(points);
}

/** Least squares for the entries of the bases, coordinates as they are. */
bool DataAwareRounding::refit(Points& points) const
{
    if (m_plan.sharedScales)
        return false;
    const int64_t n = m_plan.n;
    const int64_t rows = m_rows.size(0);
    const at::Tensor pull = applyMetric(m_rows);
    const int64_t atOnce
        = m_metric.groups() > 1 ? rows : std::max<int64_t>(1, kDesignValues / (n * n * m_rows.size(1)));
    std::vector<at::Tensor> normals;
    std::vector<at::Tensor> rights;
    for (int64_t first = 0; first < rows; first += atOnce) {
        const int64_t count = std::min(atOnce, rows - first);
        const at::Tensor design = designOf(points.coordinates.narrow(0, first, count));
        const at::Tensor image = applyMetric(design.reshape({ count * n * n, -1 })).reshape(design.sizes());
        normals.push_back(at::matmul(design, image.transpose(1, 2)).to(at::kDouble));
        rights.push_back(at::matmul(design, pull.narrow(0, first, count).unsqueeze(2)).squeeze(2).to(at::kDouble));
    }
    at::Tensor normal = at::cat(normals);
    at::Tensor right = at::cat(rights);
    if (points.basis.size(0) == 1) {
        normal = normal.sum(0, true);
        right = right.sum(0, true);
    }
    points.basis = points.basis.clone();
    points.maximum = points.maximum.clone();
    for (int64_t row = 0; row < points.basis.size(0); ++row)
        refitRow(normal[row], right[row], points, row);
    judge(points);
    return true;
}

void DataAwareRounding::refitRow(const at::Tensor& normal, const at::Tensor& right, Points& points, int64_t row) const
{
    const auto unknowns = static_cast<int>(right.numel());
    std::vector<double> triangle;
    for (int i = 0; i < unknowns; ++i) {
        const double* line = normal.data_ptr<double>() + i * unknowns;
        triangle.insert(triangle.end(), line, line + i + 1);
    }
    BasisEquations equations(unknowns);
    std::vector<double> entries(static_cast<size_t>(unknowns));
    if (!equations.factorise(triangle.data()))
        return;
    equations.solve(right.data_ptr<double>(), entries.data());
    const float maximum = largestEntry(entries);
    if (!areBasisEntries(entries) || !(maximum > 0))
        return;
    float* basis = points.basis.data_ptr<float>() + row * unknowns;
    if (m_plan.basisBits > 0)
        equations.quantize(entries.data(), maximum, basisLevels(m_plan.basisBits), basis, 1);
    else
        std::transform(entries.begin(), entries.end(), basis, [](double entry) { return static_cast<float>(entry); });
    points.maximum.data_ptr<float>()[row] = maximum;
}

std::optional<LayerQuantization> DataAwareRounding::run(const RoundingSchedule& schedule)
{
    Points points = m_best;
    roundForward(points);
    keepBetter(points);
    for (int round = 0; round < schedule.rounds; ++round) {
        points = m_best;
        for (int i = 0; i < schedule.sweeps; ++i) {
            if (!m_proceed())
                return std::nullopt;
            sweep(points);
            keepBetter(points);
        }
        if (refit(points))
            keepBetter(points);
    }
    return m_proceed() && errorAfter() < m_errorBefore ? std::optional(stored()) : std::nullopt;
}

LayerQuantization DataAwareRounding::stored() const
{
    LayerSearchResult found;
    found.basis = m_best.basis;
    found.basisMaximum = m_best.maximum;
    found.coordinates = m_best.coordinates;
    LayerQuantization result;
    result.weight = storeWeight(m_plan, m_weight, found);
    result.basis = found.basis;
    const at::Tensor difference = m_rows - at::matmul(found.coordinates, found.basis).reshape(m_rows.sizes());
    result.cubicError = difference.abs().pow(3).sum(at::kDouble).item<double>();
    return result;
}

} // namespace latticeq
