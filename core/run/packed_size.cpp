// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/packed_size.h"

#include <algorithm>
#include <string>

namespace latticeq {

namespace {

constexpr int64_t kFloatBits = 32;
constexpr int64_t kBitCountBits = 8; // of a channel, where they differ

// What a file's header holds, measured on packed checkpoints: names and places come on top.
constexpr int64_t kFixedHeaderBytes = 790; // metadata that says how to rebuild weights and prepare images
constexpr int64_t kEntryBytes = 50; // a tensor's type, shape and the punctuation around its places
constexpr int64_t kLayerBytes = 78; // a layer's shape, n, number of bases and bits
constexpr int64_t kInputBytes = 24; // whether an input is signed
constexpr int64_t kPoolingNameBytes = 7; // "avgpool", "maxpool"

int64_t bases(const LayerPlan& plan)
{
    return plan.perLayer ? 1 : plan.outputs();
}

/** Number of 32-bit scales: the unit, the gains and bias correction's offsets. */
int64_t scales(const LayerPlan& plan)
{
    const int64_t gains = plan.storesCorrection()      ? plan.outputs()
        : plan.basisBits > 0 && !plan.sharedScales ? bases(plan)
                                                   : 1;
    return 1 + gains + (plan.storesCorrection() ? plan.outputs() : 0);
}

/** The header's entries, given the digits of a place in the file. */
class Header
{
public:
    explicit Header(int64_t dataBytes)
        : m_placeDigits(static_cast<int64_t>(std::to_string(dataBytes).size()))
    {
    }

    void addTensor(size_t nameBytes) { m_bytes += static_cast<int64_t>(nameBytes) + kEntryBytes + 2 * m_placeDigits; }

    void addLayer(const LayerPlan& plan)
    {
        const size_t name = plan.layer.name.size() + std::string(".weight.").size();
        addTensor(name + std::string("coordinates").size());
        addTensor(name + std::string(plan.basisBits > 0 ? "basis_codes" : "basis").size());
        for (const char* scale : { "unit", "gain" })
            addTensor(name + std::string(scale).size());
        if (plan.storesCorrection())
            addTensor(name + std::string("offset").size());
        if (plan.allocateBits)
            addTensor(name + std::string("bits").size());
        m_bytes += static_cast<int64_t>(plan.layer.name.size()) + kLayerBytes;
    }

    void addInput(size_t nameBytes)
    {
        addTensor(nameBytes + std::string(".input.alpha").size());
        addTensor(nameBytes + std::string(".input.bits").size());
        m_bytes += static_cast<int64_t>(nameBytes) + kInputBytes;
    }

    int64_t bytes() const { return m_bytes; }

private:
    int64_t m_placeDigits;
    int64_t m_bytes = kFixedHeaderBytes;
};

int64_t inputChannels(const LayerPlan& plan)
{
    return plan.inputPerChannel ? plan.layer.shape[1] : 1;
}

/** Bytes of all tensors' values. */
int64_t dataBytes(const ModelDescription& model, const std::vector<LayerPlan>& plans)
{
    constexpr int64_t kThresholdBytes = 5; // a float and the bits
    int64_t bytes = model.parameterBytes;
    for (const LayerPlan& plan : plans) {
        if (plan.isQuantized())
            bytes += plannedBits(plan) / 8 - plan.weights() * (kFloatBits / 8);
        if (plan.inputBits != kFullPrecisionBits)
            bytes += inputChannels(plan) * kThresholdBytes;
    }
    return bytes;
}

} // namespace

int64_t plannedBits(const LayerPlan& plan)
{
    if (!plan.isQuantized())
        return plan.weights() * kFloatBits;
    int64_t bits = plan.weights() * plan.bits;
    bits += bases(plan) * plan.n * plan.n * (plan.basisBits > 0 ? plan.basisBits : kFloatBits);
    bits += scales(plan) * kFloatBits;
    return plan.allocateBits ? bits + plan.outputs() * kBitCountBits : bits;
}

int64_t plannedPackedBytes(const ModelDescription& model, const std::vector<LayerPlan>& plans, bool quantizeActivations)
{
    const int64_t data = dataBytes(model, plans);
    Header header(data);
    for (const std::string& name : model.tensors) {
        const bool packed = std::any_of(plans.begin(), plans.end(),
            [&](const LayerPlan& plan) { return plan.isQuantized() && name == plan.layer.name + ".weight"; });
        if (!packed)
            header.addTensor(name.size());
    }
    for (const LayerPlan& plan : plans) {
        if (plan.isQuantized())
            header.addLayer(plan);
        if (plan.inputBits != kFullPrecisionBits)
            header.addInput(plan.layer.name.size());
    }
    const int64_t layerInputs = std::ssize(plans) - 1; // all but the first convolution's
    for (int64_t pooling = layerInputs; quantizeActivations && pooling < model.inputs; ++pooling)
        header.addInput(kPoolingNameBytes);
    return data + header.bytes();
}

} // namespace latticeq
