// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace latticeq {

/**
 * Bits of each channel from the spread of its values (ACIQ, design item 10):
 * max(0, round(log2(K·2^bits·r_k / Σr) + offset)) with r = spread^(2/3), K channels, and the offset that brings the
 * sum as near to K·bits as it gets without exceeding it. A channel without spread gets 0 bits; without any spread
 * at all every channel gets `bits`.
 */
std::vector<int> allocateBits(const std::vector<float>& spreads, int bits);

} // namespace latticeq
