// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_layers.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace at {
class Tensor;
}

namespace latticeq {

class LayerLattices;
struct LayerPlan;
struct LayerQuantization;

/** The layers of a run as it fills them, one thread writing while any number of threads look. */
class LayerStore : public RunLayers
{
public:
    LayerStore();
    LayerStore(const LayerStore&) = delete;
    LayerStore& operator=(const LayerStore&) = delete;
    ~LayerStore() override;

    /** Adds the next layer in the network's order. Not while others look. */
    void add(const LayerPlan& plan, const at::Tensor& weight, uint64_t seed);

    /** The best bases so far of a layer's search; takes them twice a second and where their candidates have quadrupled.
     */
    void publish(int layer, int64_t candidates, const std::function<std::vector<float>()>& bases);
    void finish(int layer, const LayerQuantization& quantization);

    std::optional<LatticePicture> picture(const LatticeRequest& request) const override;
    std::optional<WeightDistribution> distribution(const std::string& layer, int bins) const override;

private:
    const LayerLattices& find(const std::string& layer) const;

    std::vector<std::unique_ptr<LayerLattices>> m_layers;
    /** When publish() last took a layer's bases, and after how many candidates. */
    struct Published
    {
        double seconds = 0;
        int64_t candidates = 0;
    };
    std::map<int, Published> m_published;
};

} // namespace latticeq
