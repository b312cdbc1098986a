// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace latticeq {

/**
 * Makes LibTorch compute on cards in full float32 (no TF32), and the same for the same card and library: only
 * algorithms that repeat, none chosen by timing. Holds for the whole process.
 */
void fixCardArithmetic();

} // namespace latticeq
