// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/script/script_operators.h"

#include <algorithm>

namespace latticeq {

namespace {

void maxPool(const ScriptCall& call)
{
    const Pair kernel = call.pair("kernel_size");
    const NodeId input = call.plain("self");
    call.put(MaxPool { kernel, call.pair("stride", kernel), call.pair("padding"), call.pair("dilation", { 1, 1 }),
                 call.isTrue("ceil_mode") },
        { input });
}

void averagePool(const ScriptCall& call)
{
    if (call.has("divisor_override"))
        call.refuse("a divisor of its own is not known");
    const Pair kernel = call.pair("kernel_size");
    const NodeId input = call.plain("self");
    call.put(AveragePool { kernel, call.pair("stride", kernel), call.pair("padding"), call.isTrue("ceil_mode"),
                 call.isTrue("count_include_pad") },
        { input });
}

void putFlattened(const ScriptCall& call, Operation pool, NodeId input)
{
    const NodeId pooled = call.trace().network.add(call.freeName(), std::move(pool), { input });
    call.put(Flatten {}, { pooled });
}

/** The mean of every channel, and nothing else, of tensors with positions. */
void mean(const ScriptCall& call)
{
    const TracedTensor input = call.traced("self");
    const int64_t dimensions = call.tensor("self").dim();
    std::vector<int64_t> over = call.has("dim") ? call.value("dim").toIntVector() : std::vector<int64_t> {};
    for (int64_t& dimension : over)
        dimension += dimension < 0 ? dimensions : 0;
    std::sort(over.begin(), over.end());
    const bool last = input.layout == TensorLayout::ChannelsLast;
    const std::vector<int64_t> positions = last ? std::vector<int64_t> { 1, 2 } : std::vector<int64_t> { 2, 3 };
    const bool known = dimensions == 4 && over == positions && (last || input.layout == TensorLayout::Plain);
    if (!known || (last && call.isTrue("keepdim")))
        call.refuse("it is not the mean of each channel");
    if (call.isTrue("keepdim"))
        call.put(AdaptiveAveragePool {}, { input.node });
    else
        putFlattened(call, AdaptiveAveragePool {}, input.node);
}

void adaptiveAveragePool(const ScriptCall& call)
{
    const NodeId input = call.plain("self");
    call.put(AdaptiveAveragePool { call.pair("output_size") }, { input });
}

void adaptiveMaxPool(const ScriptCall& call)
{
    const NodeId input = call.plain("self");
    call.put(AdaptiveMaxPool { call.pair("output_size") }, { input });
}

} // namespace

ScriptTranslators poolingTranslators()
{
    return {
        { "max_pool2d", maxPool },
        { "avg_pool2d", averagePool },
        { "mean", mean },
        { "adaptive_avg_pool2d", adaptiveAveragePool },
        { "adaptive_max_pool2d", adaptiveMaxPool },
    };
}

} // namespace latticeq
