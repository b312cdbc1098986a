// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/node.h"

#include <ATen/core/Tensor.h>

#include <unordered_map>

namespace latticeq {

/** How a tensor of a module shows the output of a node. */
enum class TensorLayout {
    Plain, // as it is
    ChannelsLast, // [N, H, W, C]
    Trailing, // [N, C] with some dimensions of 1 behind, fewer than two
    Grouped, // [N, groups, C / groups, H, W]
    GroupedTransposed, // [N, C / groups, groups, H, W]
};

struct TracedTensor
{
    NodeId node = 0;
    TensorLayout layout = TensorLayout::Plain;
    int64_t groups = 1;
    bool stale = false; // its memory was changed through another tensor
};

/** Which tensors of an interpreted module are outputs of which nodes, by the tensor's identity. */
class TracedTensors
{
public:
    /** Null for a constant: a tensor that no image has an influence on. */
    const TracedTensor* find(const at::Tensor& tensor) const;
    void set(const at::Tensor& tensor, const TracedTensor& traced);

    /** After `tensor` was changed in place: it and its equal views now show the node; other views become stale. */
    void change(const at::Tensor& tensor, NodeId node);

private:
    struct Entry
    {
        at::Tensor tensor; // kept, so that no other tensor gets its identity
        TracedTensor traced;
    };

    std::unordered_map<const void*, Entry> m_entries;
};

} // namespace latticeq
