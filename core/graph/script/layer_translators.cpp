// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/script/script_operators.h"

#include <ATen/ATen.h>

namespace latticeq {

namespace {

at::Tensor constantWeight(const ScriptCall& call, const char* argument)
{
    if (call.isTraced(argument))
        call.refuse(std::string("its ") + argument + " is computed from the images");
    return call.tensor(argument);
}

void setWeights(const ScriptCall& call, const std::string& layer, const char* weight)
{
    call.setParameter(layer, "weight", constantWeight(call, weight));
    if (call.has("bias"))
        call.setParameter(layer, "bias", constantWeight(call, "bias"));
}

/** The padding of "same" in front; where it is not even, PyTorch pads one more behind, which has to be a node of its
 * own. */
Pair samePadding(const ScriptCall& call, const Convolution& form)
{
    Pair padding;
    for (size_t i = 0; i < 2; ++i) {
        const int64_t total = form.dilation[i] * (form.kernel[i] - 1);
        if (total % 2 != 0)
            call.refuse("padding 'same' of an even kernel is not known");
        padding[i] = total / 2;
    }
    return padding;
}

Convolution formOf(const ScriptCall& call)
{
    const at::Tensor weight = constantWeight(call, "weight");
    if (weight.dim() != 4)
        call.refuse("its weight is " + shapeText(weight.sizes()) + ", only convolutions of two dimensions are known");
    Convolution form;
    form.groups = call.integer("groups");
    form.outputs = weight.size(0);
    form.inputs = weight.size(1) * form.groups;
    form.kernel = { weight.size(2), weight.size(3) };
    form.stride = call.pair("stride", { 1, 1 });
    form.dilation = call.pair("dilation", { 1, 1 });
    const at::IValue& padding = call.value("padding");
    if (!padding.isString())
        form.padding = call.pair("padding");
    else if (padding.toStringRef() == "same")
        form.padding = samePadding(call, form);
    form.bias = call.has("bias");
    return form;
}

void convolve(const ScriptCall& call)
{
    if (call.has("transposed") && call.isTrue("transposed"))
        call.refuse("it is transposed");
    const Convolution form = formOf(call);
    const NodeId input = call.plain("input");
    const std::string name = call.layerName("weight", ".weight");
    setWeights(call, name, "weight");
    call.put(name, form, { input });
}

void linear(const ScriptCall& call)
{
    const TracedTensor input = call.traced("input");
    const at::Tensor weight = constantWeight(call, "weight");
    const int64_t dimensions = call.tensor("input").dim();
    const bool ofChannels
        = input.layout == TensorLayout::ChannelsLast || (input.layout == TensorLayout::Plain && dimensions == 2);
    if (!ofChannels || weight.dim() != 2)
        call.refuse("its input is not [N, features]");
    const std::string name = call.layerName("weight", ".weight");
    setWeights(call, name, "weight");
    call.put(name, Linear { weight.size(1), weight.size(0), call.has("bias") }, { input.node }, input.layout);
}

/** A weight and a bias that normalisation may lack: ones and zeros compute the same. */
void setAffine(const ScriptCall& call, const std::string& layer, int64_t channels)
{
    call.setParameter(layer, "weight", call.has("weight") ? constantWeight(call, "weight") : at::ones({ channels }));
    call.setParameter(layer, "bias", call.has("bias") ? constantWeight(call, "bias") : at::zeros({ channels }));
}

void batchNorm(const ScriptCall& call)
{
    const bool fixed = !call.isTrue("training") && call.has("running_mean") && call.has("running_var");
    if (!fixed)
        call.refuse("it has no running statistics of its own");
    const at::Tensor mean = call.tensor("running_mean");
    const NodeId input = call.plain("input");
    const std::string name = call.layerName("running_mean", ".running_mean");
    setAffine(call, name, mean.numel());
    call.setParameter(name, "running_mean", mean);
    call.setParameter(name, "running_var", call.tensor("running_var"));
    call.put(name, BatchNorm { mean.numel(), call.number("eps"), call.number("momentum") }, { input });
}

void layerNorm(const ScriptCall& call)
{
    const TracedTensor input = call.traced("input");
    const std::vector<int64_t> shape = call.value("normalized_shape").toIntVector();
    const bool overChannels = input.layout == TensorLayout::ChannelsLast
        || (input.layout == TensorLayout::Plain && call.tensor("input").dim() == 2);
    if (!overChannels || shape.size() != 1)
        call.refuse("it does not run over the channels alone");
    const std::string name = call.has("weight") ? call.layerName("weight", ".weight") : call.freeName();
    setAffine(call, name, shape[0]);
    call.put(name, LayerNorm { shape[0], call.number("eps") }, { input.node }, input.layout);
}

void groupNorm(const ScriptCall& call)
{
    const NodeId input = call.plain("input");
    const int64_t channels = call.tensor("input").size(1);
    const std::string name = call.has("weight") ? call.layerName("weight", ".weight") : call.freeName();
    setAffine(call, name, channels);
    call.put(name, GroupNorm { channels, call.integer("num_groups"), call.number("eps") }, { input });
}

} // namespace

ScriptTranslators layerTranslators()
{
    return {
        { "conv2d", convolve },
        { "_convolution", convolve },
        { "convolution", convolve },
        { "linear", linear },
        { "batch_norm", batchNorm },
        { "layer_norm", layerNorm },
        { "group_norm", groupNorm },
    };
}

} // namespace latticeq
