// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/quantizer_constants.h"

#include <ATen/ATen.h>

namespace latticeq {

QuantizerConstants quantizerConstants(const ActivationQuantizer& quantizer)
{
    const at::Tensor stepCount = at::exp2(quantizer.bits.to(at::kFloat)) - 1;
    const std::vector<at::Tensor> both = at::broadcast_tensors({ quantizer.alpha.to(at::kFloat), stepCount });
    const at::Tensor silent = both[1] <= 0;
    return { both[0], both[1], (1 / both[1]).masked_fill(silent, 0), both[0].masked_fill(silent, 0) };
}

} // namespace latticeq
