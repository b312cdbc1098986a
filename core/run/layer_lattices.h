// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/lattice_picture.h"
#include "core/quantize/weight_quantization.h"
#include "core/run/lattice_set.h"

#include <memory>
#include <mutex>

namespace latticeq {

/**
 * One layer as it can be looked at: its best bases so far, then its stored weight, and the scalar grid beside them.
 * For any thread.
 */
class LayerLattices
{
public:
    /** `seed` is the run's: the scalar grid is searched by it where the run does not tell it. */
    LayerLattices(const LayerPlan& plan, const at::Tensor& weight, uint64_t seed);

    const LayerPlan& plan() const { return m_plan; }

    /** The best bases [K, n, n] of a search that goes on. */
    void publish(const std::vector<float>& bases, int64_t candidates);
    void finish(const LayerQuantization& quantization);

    /** Cubic error of the whole layer under its bases so far, as the search judged it; nothing before the first. */
    std::optional<double> cubicError() const;
    std::optional<LatticePicture> picture(const LatticeRequest& request) const;
    std::optional<WeightDistribution> distribution(int bins) const;

private:
    /** What is known of the searched bases. Values, never changed once others can see them. */
    struct Bases
    {
        at::Tensor bases; // [K, n, n]
        std::vector<int> bits; // [O]
        std::optional<QuantizedWeight> stored; // once finished
        int64_t candidates = 0;
    };
    using BasesPtr = std::shared_ptr<const Bases>;
    using SetPtr = std::shared_ptr<const LatticeSet>;

    BasesPtr currentBases() const;
    LayerVectors vectors(const std::vector<int>& bits) const;
    SetPtr searchedSet(const BasesPtr& bases) const;
    SetPtr scalarSet(const BasesPtr& bases) const;
    SetPtr makeScalarSet(const Bases& bases, const at::Tensor& scalarBases) const;
    void checkChannel(int channel) const;
    double effectiveBits(const Bases& bases, LatticeKind kind) const;

    LayerPlan m_plan;
    at::Tensor m_weight;
    uint64_t m_seed;

    mutable std::mutex m_mutex;
    BasesPtr m_bases; // null before the first
    at::Tensor m_scalarBases; // [K, 1, 1] as the run found them; undefined where it does not tell
    mutable SetPtr m_searched; // of m_searchedBases
    mutable BasesPtr m_searchedBases;

    mutable std::mutex m_scalarMutex; // held while the scalar grid is searched
    mutable SetPtr m_scalar;
    mutable bool m_scalarIsRuns = false; // m_scalar has the run's own bases
};

} // namespace latticeq
