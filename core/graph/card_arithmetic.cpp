// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/card_arithmetic.h"

#include <ATen/Context.h>

namespace latticeq {

void fixCardArithmetic()
{
    at::Context& context = at::globalContext();
    context.setAllowTF32CuBLAS(false);
    context.setAllowTF32CuDNN(false);
    context.setBenchmarkCuDNN(false);
    context.setDeterministicCuDNN(true);
}

} // namespace latticeq
