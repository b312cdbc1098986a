// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/script/script_operators.h"

#include <ATen/ATen.h>

#include <algorithm>

namespace latticeq {

namespace {

void keep(const ScriptCall& call)
{
    call.show(call.traced(call.has("self") ? "self" : "input"));
}

std::vector<int64_t> shapeOf(const at::Tensor& tensor)
{
    return tensor.sizes().vec();
}

/** Whether a tensor is [N, C] with some dimensions of 1 behind. */
bool isVector(const std::vector<int64_t>& shape)
{
    return shape.size() >= 2 && std::all_of(shape.begin() + 2, shape.end(), [](int64_t size) { return size == 1; });
}

/** [N, C, H, W] seen as [N, groups, C / groups, H, W]. */
bool isGrouping(const std::vector<int64_t>& from, const std::vector<int64_t>& to)
{
    return from.size() == 4 && to.size() == 5 && to[1] * to[2] == from[1] && to[3] == from[2] && to[4] == from[3];
}

/** A vector [N, C] whatever dimensions of 1 are behind it: from the node as it is. */
void reshapeVector(const ScriptCall& call, const TracedTensor& input, size_t dimensions, size_t wanted)
{
    const bool isFlat = input.layout == TensorLayout::Trailing || dimensions == 2;
    NodeId node = input.node;
    if (!isFlat)
        node = call.trace().network.add(call.freeName(), Flatten {}, { input.node });
    if (wanted == 4)
        call.put(Unflatten {}, { node });
    else
        call.show({ node, wanted == 2 ? TensorLayout::Plain : TensorLayout::Trailing });
}

void reshapePlain(const ScriptCall& call, const TracedTensor& input)
{
    const std::vector<int64_t> from = shapeOf(call.tensor("self"));
    const std::vector<int64_t> to = shapeOf(call.result());
    if (from == to)
        call.show(input);
    else if (isVector(from) && isVector(to) && from[1] == to[1])
        reshapeVector(call, input, from.size(), to.size());
    else if (to.size() == 2 && to[0] == from[0])
        call.put(Flatten {}, { input.node });
    else if (isGrouping(from, to))
        call.show({ input.node, TensorLayout::Grouped, to[1] });
    else
        call.refuse("the shape " + shapeText(from) + " becomes " + shapeText(to));
}

/** A new shape for the same values; batches stay apart. */
void reshape(const ScriptCall& call)
{
    const TracedTensor input = call.traced("self");
    const std::vector<int64_t> to = shapeOf(call.result());
    if (to.empty() || to[0] != call.tensor("self").size(0))
        call.refuse("it mixes the images of a batch");
    const bool isUngrouped = to.size() == 4;
    if (input.layout == TensorLayout::Plain)
        reshapePlain(call, input);
    else if (input.layout == TensorLayout::Trailing && isVector(to))
        reshapeVector(call, input, 2, to.size());
    else if (input.layout == TensorLayout::GroupedTransposed && isUngrouped)
        call.put(ShuffleChannels { input.groups }, { input.node });
    else if (input.layout == TensorLayout::Grouped && isUngrouped)
        call.show({ input.node });
    else
        call.refuse("its input is reshaped already");
}

void showPermuted(const ScriptCall& call, const std::vector<int64_t>& order)
{
    const TracedTensor input = call.traced("self");
    if (input.layout == TensorLayout::Plain && order == std::vector<int64_t> { 0, 2, 3, 1 })
        call.show({ input.node, TensorLayout::ChannelsLast });
    else if (input.layout == TensorLayout::ChannelsLast && order == std::vector<int64_t> { 0, 3, 1, 2 })
        call.show({ input.node });
    else if (input.layout == TensorLayout::Grouped && order == std::vector<int64_t> { 0, 2, 1, 3, 4 })
        call.show({ input.node, TensorLayout::GroupedTransposed, input.groups });
    else
        call.refuse("this order of dimensions is not known");
}

void permute(const ScriptCall& call)
{
    std::vector<int64_t> order = call.value("dims").toIntVector();
    for (int64_t& dimension : order)
        dimension += dimension < 0 ? static_cast<int64_t>(order.size()) : 0;
    showPermuted(call, order);
}

void transpose(const ScriptCall& call)
{
    const int64_t dimensions = call.tensor("self").dim();
    std::vector<int64_t> order;
    for (int64_t i = 0; i < dimensions; ++i)
        order.push_back(i);
    const auto place = [&](const char* argument) {
        const int64_t dimension = call.integer(argument);
        return static_cast<size_t>(dimension < 0 ? dimension + dimensions : dimension);
    };
    std::swap(order.at(place("dim0")), order.at(place("dim1")));
    showPermuted(call, order);
}

/** Throws unless a dimension is that of the channels. */
void checkChannels(const ScriptCall& call, const TracedTensor& input, int64_t dimension, int64_t dimensions)
{
    const int64_t channels = input.layout == TensorLayout::ChannelsLast ? dimensions - 1 : 1;
    const bool known = input.layout == TensorLayout::ChannelsLast || input.layout == TensorLayout::Plain;
    if (!known || (dimension < 0 ? dimension + dimensions : dimension) != channels)
        call.refuse("it does not run along the channels");
}

void concatenate(const ScriptCall& call)
{
    std::vector<NodeId> inputs;
    TensorLayout layout = TensorLayout::Plain;
    for (const at::Tensor& tensor : call.value("tensors").toTensorVector()) {
        const TracedTensor input = call.tracedTensor(tensor);
        checkChannels(call, input, call.integer("dim"), tensor.dim());
        if (!inputs.empty() && input.layout != layout)
            call.refuse("its inputs are reshaped differently");
        layout = input.layout;
        inputs.push_back(input.node);
    }
    call.put(Concatenate {}, std::move(inputs), layout);
}

void putSlice(const ScriptCall& call, const at::Tensor& slice, const TracedTensor& input, int64_t first)
{
    const int64_t count = slice.size(input.layout == TensorLayout::ChannelsLast ? slice.dim() - 1 : 1);
    const NodeId node = call.trace().network.add(call.freeName(), SliceChannels { first, count }, { input.node });
    call.show(slice, { node, input.layout });
}

void split(const ScriptCall& call)
{
    const TracedTensor input = call.traced("self");
    checkChannels(call, input, call.integer("dim"), call.tensor("self").dim());
    int64_t first = 0;
    for (const at::Tensor& part : call.results().at(0).toTensorVector()) {
        putSlice(call, part, input, first);
        first += part.size(input.layout == TensorLayout::ChannelsLast ? part.dim() - 1 : 1);
    }
}

void slice(const ScriptCall& call)
{
    const TracedTensor input = call.traced("self");
    const at::Tensor from = call.tensor("self");
    if (call.result().sizes() == from.sizes()) {
        call.show(input);
        return;
    }
    checkChannels(call, input, call.integer("dim"), from.dim());
    if (call.has("step") && call.integer("step") != 1)
        call.refuse("only neighbouring channels are known");
    const int64_t start = call.has("start") ? call.integer("start") : 0;
    putSlice(call, call.result(), input, start < 0 ? start + from.size(call.integer("dim")) : start);
}

void shuffle(const ScriptCall& call)
{
    const NodeId input = call.plain("self");
    call.put(ShuffleChannels { call.integer("groups") }, { input });
}

void pad(const ScriptCall& call)
{
    if (call.has("mode") && call.value("mode").toStringRef() != "constant")
        call.refuse("only constant padding is known");
    std::vector<int64_t> sizes = call.value("pad").toIntVector();
    if (sizes.size() > 4)
        call.refuse("it pads the channels");
    sizes.resize(4, 0);
    const NodeId input = call.plain("self");
    const double value = call.has("value") ? call.number("value") : 0;
    call.put(Pad { { sizes[2], sizes[0] }, { sizes[3], sizes[1] }, value }, { input });
}

} // namespace

ScriptTranslators shapeTranslators()
{
    ScriptTranslators table { { "permute", permute }, { "transpose", transpose }, { "cat", concatenate },
        { "concat", concatenate }, { "slice", slice }, { "narrow", slice }, { "channel_shuffle", shuffle },
        { "native_channel_shuffle", shuffle }, { "pad", pad }, { "constant_pad_nd", pad } };
    for (const char* name : { "dropout", "feature_dropout", "alpha_dropout", "contiguous", "detach", "clone", "alias",
             "to", "type_as", "expand", "expand_as" })
        table.emplace_back(name, keep);
    for (const char* name : { "view", "reshape", "flatten", "squeeze", "unsqueeze", "_unsafe_view" })
        table.emplace_back(name, reshape);
    for (const char* name : { "chunk", "split", "split_with_sizes", "tensor_split", "unsafe_chunk", "unsafe_split" })
        table.emplace_back(name, split);
    return table;
}

} // namespace latticeq
