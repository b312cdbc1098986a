// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ATen/core/Tensor.h>

namespace latticeq {

/** Whether nobody else can see the tensor's values, so that they may be changed in place. */
inline bool isOwnedAlone(const at::Tensor& tensor)
{
    return tensor.use_count() == 1 && tensor.storage().use_count() == 1;
}

} // namespace latticeq
