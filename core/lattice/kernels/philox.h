// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/arithmetic.h"

namespace latticeq {

/** Four 32-bit words: a counter, or the random words that belong to it. */
struct PhiloxWords
{
    uint32_t w[4];
};

/**
 * Philox4x32 with 10 rounds (Salmon et al., SC 2011): the random words of a counter under a 64-bit key.
 * The same counter and key give the same words everywhere, in any order.
 */
LATTICEQ_INLINE PhiloxWords philox(PhiloxWords counter, uint64_t key)
{
    uint32_t key0 = static_cast<uint32_t>(key);
    uint32_t key1 = static_cast<uint32_t>(key >> 32);
    for (int round = 0; round < 10; ++round) {
        const uint64_t product0 = uint64_t(0xD2511F53U) * counter.w[0];
        const uint64_t product1 = uint64_t(0xCD9E8D57U) * counter.w[2];
        counter = { { static_cast<uint32_t>(product1 >> 32) ^ counter.w[1] ^ key0, static_cast<uint32_t>(product1),
            static_cast<uint32_t>(product0 >> 32) ^ counter.w[3] ^ key1, static_cast<uint32_t>(product0) } };
        key0 += 0x9E3779B9U;
        key1 += 0xBB67AE85U;
    }
    return counter;
}

} // namespace latticeq
