// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/weight_quantization.h"

#include "core/quantize/bias_correction.h"
#include "core/quantize/bit_allocation.h"
#include "core/quantize/shared_scales.h"

#include <ATen/ATen.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace latticeq {

namespace {

/** Below this the published search judges errors after bias correction (design item 6). */
constexpr int kBiasAwareBits = 4;

/** Share of a layer's time budget that its scalar baseline may take. */
constexpr double kBaselineShare = 0.2;

float largestWeight(const at::Tensor& weight)
{
    return weight.abs().max().item<float>();
}

at::Tensor codesOf(const at::Tensor& basis, const at::Tensor& maximum, int bits)
{
    const double last = static_cast<double>((int64_t(1) << bits) - 1);
    const at::Tensor unit = basis / maximum.reshape({ -1, 1, 1 });
    return at::round((unit + 1) * (last / 2)).clamp(0, last).to(at::kInt);
}

void storeCorrection(QuantizedWeight& stored, const at::Tensor& weight)
{
    const ChannelCorrection correction = channelCorrection(weight, dequantize(stored));
    // gain · (unit·cU) = Q, so η·(Q + mean) = (gain·η) · (unit·cU + mean/gain).
    stored.offset = correction.offset / stored.gain;
    stored.gain = stored.gain * correction.gain;
}

double meanSquare(const at::Tensor& values)
{
    return values.to(at::kDouble).square().mean().item<double>();
}

} // namespace

bool judgesCorrected(const LayerPlan& plan)
{
    return plan.biasCorrection && !plan.dataAware && plan.bits < kBiasAwareBits;
}

std::vector<int> channelBits(const LayerPlan& plan, const at::Tensor& weight)
{
    if (!plan.allocateBits)
        return std::vector<int>(static_cast<size_t>(weight.size(0)), plan.bits);
    const at::Tensor magnitudes = weight.abs().flatten(1);
    const at::Tensor spread = (magnitudes.amax(1) - magnitudes.amin(1)).contiguous();
    const float* first = spread.data_ptr<float>();
    return allocateBits({ first, first + spread.numel() }, plan.bits);
}

LayerSearch makeSearch(const LayerPlan& plan, const at::Tensor& weight, uint64_t seed)
{
    const float largest = largestWeight(weight);
    if (!std::isfinite(largest))
        throw std::invalid_argument(plan.layer.name + ".weight holds a value that is not finite");
    LayerSearch search;
    search.vectors = (largest > 0 ? weight / largest : weight).reshape({ weight.size(0), -1, plan.n }).contiguous();
    search.channelBits = channelBits(plan, weight);
    search.bits = plan.bits;
    search.perLayer = plan.perLayer;
    search.basisBits = plan.sharedScales ? 0 : plan.basisBits;
    search.biasCorrected = judgesCorrected(plan);
    search.refined = plan.refined;
    search.restarts = plan.restarts;
    search.stepsPerPhase = plan.stepsPerPhase;
    search.seed = seed;
    search.layerIndex = static_cast<uint32_t>(plan.index);
    return search;
}

QuantizedWeight storeWeight(const LayerPlan& plan, const at::Tensor& weight, const LayerSearchResult& found)
{
    const float largest = largestWeight(weight);
    const std::vector<int> bits = channelBits(plan, weight);
    QuantizedWeight stored;
    stored.shape = weight.sizes().vec();
    stored.bits = at::tensor(std::vector<int64_t>(bits.begin(), bits.end()), at::kLong);
    stored.coordinates = found.coordinates.to(at::kInt);
    stored.basisBits = plan.basisBits;
    if (plan.basisBits > 0) {
        stored.basisCodes = codesOf(found.basis, found.basisMaximum, plan.basisBits);
        stored.gain = found.basisMaximum;
    } else {
        stored.basis = found.basis;
        stored.gain = at::ones({ 1 });
    }
    stored.unit = at::full({ 1 }, largest);
    if (plan.biasCorrection)
        storeCorrection(stored, weight);
    return stored;
}

std::vector<SearchJob> searchJobs(const LayerPlan& plan, const at::Tensor& weight, uint64_t seed, double budgetSeconds,
    const ConvergenceSink& sink, const BasisSink& basisSink)
{
    std::vector<SearchJob> jobs { { makeSearch(plan, weight, seed), sink, basisSink } };
    jobs[0].search.budgetSeconds = (1 - kBaselineShare) * budgetSeconds;
    if (plan.n > 1) {
        jobs.push_back({ makeSearch(scalarPlan(plan), weight, seed), {}, {} });
        jobs[1].search.budgetSeconds = kBaselineShare * budgetSeconds;
    }
    return jobs;
}

LayerQuantization quantizeFrom(
    const LayerPlan& plan, const at::Tensor& weight, const std::vector<LayerSearchResult>& found)
{
    const LayerSearchResult own = plan.sharedScales
        ? shareScales(found.front(), makeSearch(plan, weight, 0).vectors, plan.bits, plan.basisBits)
        : found.front();
    const LayerSearchResult& baseline = plan.n == 1 ? own : found.back();
    LayerQuantization result;
    result.basis = own.basis;
    result.convergence = own.convergence;
    result.cubicError = own.cubicError();
    result.candidates = own.candidates;
    result.stopped = own.stopped || baseline.stopped;
    result.scalarBasis = baseline.basis;
    result.scalarCubicError = baseline.cubicError();
    result.weight = storeWeight(plan, weight, own);
    return result;
}

LayerQuantization quantizeLayer(const LayerPlan& plan, const at::Tensor& weight, uint64_t seed, double budgetSeconds,
    const LayerSearcher& searcher, RunControl& control, const ConvergenceSink& sink, const BasisSink& basisSink)
{
    const std::vector<SearchJob> jobs = searchJobs(plan, weight, seed, budgetSeconds, sink, basisSink);
    return quantizeFrom(plan, weight, searcher.search(jobs, control));
}

LayerReport reportUntouchedLayer(const LayerPlan& plan)
{
    LayerReport report;
    report.index = plan.index;
    report.name = plan.layer.name;
    report.type = plan.layer.linear ? "linear" : "conv";
    report.shape = plan.layer.shape;
    report.bitsActivation = plan.inputBits;
    report.weights = plan.weights();
    report.sqnrDb = std::numeric_limits<double>::infinity();
    return report;
}

LayerReport reportLayer(const LayerPlan& plan, const at::Tensor& weight, const LayerQuantization& quantization)
{
    LayerReport report = reportUntouchedLayer(plan);
    const auto weights = static_cast<double>(report.weights);
    report.bitsWeight = plan.bits;
    report.group = plan.n;
    report.perLayer = plan.perLayer;
    report.bitsBasis = plan.basisBits > 0 ? plan.basisBits : kFullPrecisionBits;
    report.effectiveBits = static_cast<double>(quantization.weight.packedBits()) / weights;
    report.mce = quantization.cubicError / weights;
    report.scalarMce = quantization.scalarCubicError / weights;
    report.mse = meanSquare(weight - dequantize(quantization.weight));
    if (report.mse > 0)
        report.sqnrDb = 10 * std::log10(meanSquare(weight) / report.mse);
    report.candidates = quantization.candidates;
    return report;
}

} // namespace latticeq
