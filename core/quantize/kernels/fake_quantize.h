// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace latticeq {

/** How one threshold quantizes: uniform with `steps` steps on [0, alpha], or on [-alpha, alpha] where signed. */
struct UniformSteps
{
    float alpha = 1.0F;
    float steps = 255.0F;
    bool isSigned = false;
};

/**
 * Rounds `count` values to the nearest step in one pass, with the widest instruction set of this machine. Bit for
 * bit what ActivationQuantizer computes with tensors.
 */
void fakeQuantize(const float* input, float* output, size_t count, const UniformSteps& uniform);

} // namespace latticeq
