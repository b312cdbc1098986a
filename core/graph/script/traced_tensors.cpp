// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/script/traced_tensors.h"

namespace latticeq {

const TracedTensor* TracedTensors::find(const at::Tensor& tensor) const
{
    const auto found = m_entries.find(tensor.unsafeGetTensorImpl());
    return found == m_entries.end() ? nullptr : &found->second.traced;
}

void TracedTensors::set(const at::Tensor& tensor, const TracedTensor& traced)
{
    m_entries[tensor.unsafeGetTensorImpl()] = { tensor, traced };
}

void TracedTensors::change(const at::Tensor& tensor, NodeId node)
{
    const TracedTensor before = *find(tensor);
    for (auto& [identity, entry] : m_entries) {
        if (!entry.tensor.has_storage() || !entry.tensor.is_alias_of(tensor))
            continue;
        if (entry.traced.node == before.node && entry.traced.layout == before.layout)
            entry.traced.node = node;
        else
            entry.traced.stale = true;
    }
}

} // namespace latticeq
