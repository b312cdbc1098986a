// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/layer_store.h"

#include "core/run/layer_lattices.h"

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace latticeq {

namespace {

/** Times the candidates, and bases are taken again at once: those of a young search soon look old. */
constexpr int64_t kMoreCandidates = 4;

constexpr double kSecondsBetween = 0.5; // one copy of the bases and the next

double now()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

} // namespace

LayerStore::LayerStore() = default;

LayerStore::~LayerStore() = default;

void LayerStore::add(const LayerPlan& plan, const at::Tensor& weight, uint64_t seed)
{
    m_layers.push_back(std::make_unique<LayerLattices>(plan, weight, seed));
}

void LayerStore::publish(int layer, int64_t candidates, const std::function<std::vector<float>()>& bases)
{
    const auto last = m_published.find(layer);
    const bool soon = last != m_published.end() && now() - last->second.seconds < kSecondsBetween;
    if (soon && candidates < kMoreCandidates * last->second.candidates)
        return;
    m_layers.at(static_cast<size_t>(layer))->publish(bases(), candidates);
    m_published[layer] = { now(), candidates };
}

void LayerStore::finish(int layer, const LayerQuantization& quantization)
{
    m_layers.at(static_cast<size_t>(layer))->finish(quantization);
}

const LayerLattices& LayerStore::find(const std::string& layer) const
{
    const auto found = std::find_if(
        m_layers.begin(), m_layers.end(), [&](const auto& known) { return known->plan().layer.name == layer; });
    if (found == m_layers.end())
        throw std::invalid_argument("the network has no layer '" + layer + "'");
    return **found;
}

std::optional<LatticePicture> LayerStore::picture(const LatticeRequest& request) const
{
    return find(request.layer).picture(request);
}

std::optional<WeightDistribution> LayerStore::distribution(const std::string& layer, int bins) const
{
    return find(layer).distribution(bins);
}

} // namespace latticeq
