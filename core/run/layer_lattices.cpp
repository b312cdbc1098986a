// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/layer_lattices.h"

#include "core/lattice/basis.h"
#include "core/lattice/build_picture.h"
#include "core/lattice/weight_distribution.h"
#include "core/quantize/searched_basis.h"
#include "core/run/packed_size.h"
#include "core/run/run_control.h"
#include "core/support/worker_threads.h"

#include <ATen/ATen.h>

#include <numeric>
#include <stdexcept>
#include <thread>

namespace latticeq {

namespace {

/** The same scalar search that a run does beside a layer's own; the same bases for any number of threads. */
at::Tensor searchScalarBases(const LayerPlan& plan, const at::Tensor& weight, uint64_t seed)
{
    RunControl control;
    WorkerThreads workers(static_cast<int>(std::max(1U, std::thread::hardware_concurrency() / 2)));
    return searchLayer(makeSearch(scalarPlan(plan), weight, seed), workers, control).basis;
}

double conditionNumber(const BoxLattice& lattice)
{
    std::vector<double> basis = lattice.basis();
    const int64_t n = lattice.n();
    return conditionNumbers(at::from_blob(basis.data(), { 1, n, n }, at::kDouble)).item<double>();
}

} // namespace

LayerLattices::LayerLattices(const LayerPlan& plan, const at::Tensor& weight, uint64_t seed)
    : m_plan(plan)
    , m_weight(weight.contiguous())
    , m_seed(seed)
{
}

void LayerLattices::publish(const std::vector<float>& bases, int64_t candidates)
{
    auto next = std::make_shared<Bases>();
    next->bases = at::tensor(bases, at::kFloat).reshape({ -1, m_plan.n, m_plan.n });
    next->bits = channelBits(m_plan, m_weight);
    next->candidates = candidates;
    const std::lock_guard lock(m_mutex);
    m_bases = std::move(next);
}

void LayerLattices::finish(const LayerQuantization& quantization)
{
    auto next = std::make_shared<Bases>();
    const QuantizedWeight& stored = quantization.weight;
    next->bases = quantization.basis.defined() ? quantization.basis : searchedBases(stored, m_weight);
    const auto* bits = stored.bits.data_ptr<int64_t>();
    next->bits.assign(bits, bits + stored.bits.numel());
    next->stored = stored;
    next->stored->coordinates = stored.coordinates.contiguous();
    next->candidates = quantization.candidates;
    const std::lock_guard lock(m_mutex);
    m_bases = std::move(next);
    if (quantization.scalarBasis.defined())
        m_scalarBases = quantization.scalarBasis;
}

LayerLattices::BasesPtr LayerLattices::currentBases() const
{
    const std::lock_guard lock(m_mutex);
    return m_bases;
}

LayerVectors LayerLattices::vectors(const std::vector<int>& bits) const
{
    const float largest = m_weight.abs().max().item<float>();
    const at::Tensor values = largest > 0 ? m_weight / largest : m_weight;
    return { values.reshape({ m_weight.size(0), -1, m_plan.n }), bits, m_plan.perLayer, judgesCorrected(m_plan) };
}

LayerLattices::SetPtr LayerLattices::searchedSet(const BasesPtr& bases) const
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_searchedBases == bases)
            return m_searched;
    }
    // Computed outside of the lock: the run's thread must not wait for those who look.
    auto set = std::make_shared<LatticeSet>(
        latticeSet(vectors(bases->bits), bases->bases, bases->stored ? bases->stored->coordinates : at::Tensor()));
    set->finished = bases->stored.has_value();
    set->candidates = bases->candidates;
    const std::lock_guard lock(m_mutex);
    m_searched = set;
    m_searchedBases = bases;
    return set;
}

LayerLattices::SetPtr LayerLattices::makeScalarSet(const Bases& bases, const at::Tensor& scalarBases) const
{
    const at::Tensor steps = scalarBases.defined() ? scalarBases : searchScalarBases(m_plan, m_weight, m_seed);
    const LayerPlan plan = scalarPlan(m_plan);
    auto set = std::make_shared<LatticeSet>(
        latticeSet(vectors(bases.bits), steps.reshape({ -1, 1, 1 }) * at::eye(m_plan.n, at::kFloat), at::Tensor()));
    set->finished = true;
    set->candidates = publishedSchedule(plan.n, plan.bits, plan.stepsPerPhase).candidates();
    return set;
}

LayerLattices::SetPtr LayerLattices::scalarSet(const BasesPtr& bases) const
{
    if (m_plan.n == 1)
        return searchedSet(bases);
    const std::lock_guard scalarLock(m_scalarMutex);
    at::Tensor runs;
    {
        const std::lock_guard lock(m_mutex);
        runs = m_scalarBases;
    }
    if (!m_scalar || (runs.defined() && !m_scalarIsRuns)) {
        m_scalar = makeScalarSet(*bases, runs);
        m_scalarIsRuns = runs.defined();
    }
    return m_scalar;
}

void LayerLattices::checkChannel(int channel) const
{
    if (channel < 0 || channel >= m_plan.outputs()) {
        throw std::invalid_argument(m_plan.layer.name + " has no channel " + std::to_string(channel)
            + ", expected 0 to " + std::to_string(m_plan.outputs() - 1));
    }
}

double LayerLattices::effectiveBits(const Bases& bases, LatticeKind kind) const
{
    int64_t bits = bases.stored ? bases.stored->packedBits() : plannedBits(m_plan);
    if (kind == LatticeKind::ScalarGrid)
        bits += plannedBits(scalarPlan(m_plan)) - plannedBits(m_plan);
    return static_cast<double>(bits) / static_cast<double>(m_plan.weights());
}

std::optional<double> LayerLattices::cubicError() const
{
    const BasesPtr bases = currentBases();
    if (!bases)
        return std::nullopt;
    const SetPtr set = searchedSet(bases);
    return std::accumulate(set->errors.begin(), set->errors.end(), 0.0);
}

std::optional<LatticePicture> LayerLattices::picture(const LatticeRequest& request) const
{
    checkChannel(request.channel);
    const BasesPtr bases = currentBases();
    if (!bases)
        return std::nullopt;
    const SetPtr scalar = scalarSet(bases);
    const SetPtr set = request.kind == LatticeKind::ScalarGrid ? scalar : searchedSet(bases);
    const LayerVectors shown = vectors(bases->bits);
    const int64_t index = m_plan.perLayer ? 0 : request.channel;
    const BoxLattice& lattice = set->lattices[static_cast<size_t>(index)];

    LatticePicture picture;
    picture.request = request;
    picture.shape = m_plan.layer.shape;
    picture.channels = static_cast<int>(shown.lattices());
    picture.perLayer = m_plan.perLayer;
    picture.largestWeight = m_weight.abs().max().item<float>();
    picture.channelErrors = set->errors;
    picture.finished = set->finished;
    picture.candidates = set->candidates;
    fillLattice(picture, lattice);
    fillVectors(picture, lattice, shown.of(index), set->of(index));
    picture.figures.cubicError = set->errors[static_cast<size_t>(index)];
    picture.figures.scalarCubicError = scalar->errors[static_cast<size_t>(index)];
    picture.figures.effectiveBits = effectiveBits(*bases, request.kind);
    picture.figures.overloaded = set->overloaded[static_cast<size_t>(index)];
    picture.figures.conditionNumber = conditionNumber(lattice);
    return picture;
}

std::optional<WeightDistribution> LayerLattices::distribution(int bins) const
{
    const BasesPtr bases = currentBases();
    if (!bases || !bases->stored)
        return std::nullopt;
    const at::Tensor after = dequantize(*bases->stored).contiguous();
    const auto size = static_cast<size_t>(m_weight.numel());
    return weightDistribution(
        m_plan.layer.name, { m_weight.data_ptr<float>(), size }, { after.data_ptr<float>(), size }, bins);
}

} // namespace latticeq
