// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/model_catalog.h"
#include "core/graph/network.h"

namespace latticeq {

/** Where a network under construction goes on: a node and the channels that it puts out. */
struct Place
{
    NodeId node = 0;
    int64_t channels = 0;
};

/** The node names of a convolution, its batch normalisation and its activation. */
struct UnitNames
{
    std::string convolution;
    std::string norm;
    std::string activation;
};

/** `name.0`, `name.1`, `name.2`, as in torchvision's Conv2dNormActivation. */
UnitNames numbered(const std::string& name);

/** `prefix.<first>` and the two numbers after it: three modules of a plain sequence. */
UnitNames numbered(const std::string& prefix, int first);

/** A square kernel, padded so that a stride of 1 keeps the size. */
Convolution square(int64_t kernel, int64_t stride = 1, int64_t groups = 1);

MaxPool maxPool(int64_t kernel, int64_t stride, int64_t padding = 0, bool ceilMode = false);

/** Appends nodes one after the other and keeps count of the channels that the last one puts out. */
class NetworkBuilder
{
public:
    explicit NetworkBuilder(const ModelInfo& info);
    NetworkBuilder(std::string title, int64_t inputChannels);

    Place here() const { return m_here; }
    void goTo(const Place& place) { m_here = place; }

    /** Nodes appended from now on belong to this block; empty: to none. */
    void enterBlock(const std::string& name) { m_block = name; }
    void leaveBlock() { m_block.clear(); }

    /** Of the batch normalisations appended from now on. */
    void setBatchNorm(double epsilon, double momentum);

    /** An operation of the last node alone that keeps its channels. */
    void append(const std::string& name, Operation operation);
    /** Takes kernel, stride, padding, groups and bias of `form`. */
    void convolve(const std::string& name, int64_t outputs, Convolution form);
    void normalise(const std::string& name);
    void addLinear(const std::string& name, int64_t outputs);
    void slice(const std::string& name, int64_t first, int64_t count);

    /** Convolution and batch normalisation, then the activation if there is one. */
    void addUnit(const UnitNames& names, int64_t outputs, const Convolution& form,
        std::optional<Operation> activation = Relu {});

    /** The sum of the last node and another. */
    void addShortcut(const std::string& name, const Place& other);
    void concatenate(const std::string& name, const std::vector<Place>& places);

    /** Multiplies every channel by a gate computed from all channels' means: convolutions `name.fc1` and `name.fc2`. */
    void squeezeAndExcite(const std::string& name, int64_t squeezed, Operation activation, Operation gate);

    /** The mean of each channel as a vector: nodes `avgpool` and `flatten`. */
    void poolGlobally();

    /** Lets checkpoints hold the parameters of a network that is left out. */
    void accept(const Network& unused) { m_network.accept(unused.parameterSpecs()); }

    Network finish() { return std::move(m_network); }

private:
    Network m_network;
    Place m_here;
    std::string m_block;
    BatchNorm m_batchNorm;
};

} // namespace latticeq
