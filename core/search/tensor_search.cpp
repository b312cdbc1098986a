// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/tensor_search.h"

#include "core/lattice/basis.h"
#include "core/lattice/kernels/chain_kernel.h"
#include "core/lattice/kernels/chain_steps.h"
#include "core/lattice/nearest_plane.h"
#include "core/quantize/bias_correction.h"

#include <ATen/ATen.h>

#include <limits>

namespace latticeq {

namespace {

at::Tensor channelBits(const LayerSearch& search)
{
    return at::tensor(search.channelBits, at::kFloat).to(search.vectors.device());
}

/** Standard normal noise [rows, n, n] of one candidate of every row. */
at::Tensor rowNoise(const LayerSearch& search, int64_t rows, int restart, int64_t candidate)
{
    const int64_t n = search.vectors.size(2);
    at::Tensor noise = at::empty({ rows, n, n });
    std::vector<float> batch(static_cast<size_t>(noiseRows(static_cast<int>(n)) * kNoiseBatch));
    ChainProblem problem;
    problem.n = static_cast<int>(n);
    problem.noise.seed = search.seed;
    problem.noise.layer = search.layerIndex;
    problem.noise.restart = static_cast<uint32_t>(restart);
    for (int64_t row = 0; row < rows; ++row) {
        problem.noise.channel = static_cast<uint32_t>(row);
        candidateNoise(problem, candidate, batch.data());
        for (int64_t entry = 0; entry < n * n; ++entry)
            noise.data_ptr<float>()[row * n * n + entry] = batch[static_cast<size_t>(entry * kNoiseBatch)];
    }
    return noise.to(search.vectors.device());
}

at::Tensor startBasis(const LayerSearch& search, int64_t rows)
{
    const int64_t n = search.vectors.size(2);
    const std::vector<float> start = publishedStart(static_cast<int>(n), search.bits, search.perLayer);
    const at::Tensor basis = at::tensor(start).reshape({ 1, n, n }).repeat({ rows, 1, 1 });
    return basis.to(search.vectors.device());
}

/** Best bases and errors of one restart. */
std::pair<at::Tensor, at::Tensor> runRestart(const LayerSearch& search, const SearchSchedule& schedule, int restart)
{
    const int64_t rows = search.perLayer ? 1 : search.vectors.size(0);
    const auto quantized = [&](const at::Tensor& basis) {
        return search.basisBits > 0 ? quantizeBasis(basis, search.basisBits) : basis;
    };
    at::Tensor best = quantized(startBasis(search, rows));
    at::Tensor bestError = candidateErrors(search, best);
    for (const NoisePhase& phase : schedule.phases) {
        for (int64_t k = 0; k < phase.candidates; ++k) {
            const at::Tensor noise = rowNoise(search, rows, restart, phase.firstCandidate + k);
            const at::Tensor candidate = quantized(best + phase.deviation * noise);
            const at::Tensor error = candidateErrors(search, candidate);
            best = at::where((error < bestError).reshape({ -1, 1, 1 }), candidate, best);
            bestError = at::minimum(error, bestError);
        }
    }
    return { best, bestError };
}

} // namespace

at::Tensor candidateErrors(const LayerSearch& search, const at::Tensor& basis)
{
    const at::Tensor coordinates = nearestPlane(search.vectors, basis, channelBits(search));
    at::Tensor points = latticePoints(coordinates, basis);
    if (search.biasCorrected)
        points = corrected(points, channelCorrection(search.vectors, points));
    at::Tensor errors = cubicError(search.vectors, points);
    if (search.perLayer)
        errors = errors.sum(0, true);
    const at::Tensor usable = isUsableBasis(gramSchmidt(basis)) & at::isfinite(errors);
    return at::where(usable, errors, at::full_like(errors, std::numeric_limits<float>::infinity()));
}

LayerSearchResult tensorSearchLayer(const LayerSearch& search)
{
    const SearchSchedule schedule
        = publishedSchedule(static_cast<int>(search.vectors.size(2)), search.bits, search.stepsPerPhase);
    LayerSearchResult result;
    at::Tensor error;
    for (int restart = 0; restart < search.restarts; ++restart) {
        const auto [basis, restartError] = runRestart(search, schedule, restart);
        const at::Tensor better = restart == 0 ? at::ones_like(restartError, at::kBool) : restartError < error;
        result.basis = restart == 0 ? basis : at::where(better.reshape({ -1, 1, 1 }), basis, result.basis);
        error = restart == 0 ? restartError : at::minimum(restartError, error);
    }
    result.coordinates = nearestPlane(search.vectors, result.basis, channelBits(search));
    result.basisMaximum = result.basis.abs().amax({ 1, 2 });
    const at::Tensor errors = error.to(at::kCPU, at::kDouble).contiguous();
    result.cubicErrors.assign(errors.data_ptr<double>(), errors.data_ptr<double>() + errors.numel());
    result.candidates = schedule.candidates();
    result.candidateWeights = search.vectors.numel() * search.restarts * result.candidates;
    result.computedWeights = result.candidateWeights;
    return result;
}

} // namespace latticeq
