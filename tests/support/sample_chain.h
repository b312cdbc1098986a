// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/chain.h"
#include "core/lattice/vector_blocks.h"
#include "core/search/layer_search.h"
#include "tests/support/sample_files.h"

#include <ATen/ATen.h>

#include <cstring>
#include <vector>

namespace latticeq::test {

inline bool sameBits(float a, float b)
{
    return std::memcmp(&a, &b, sizeof(float)) == 0;
}

/** A multiple of the identity [n, n]. */
inline std::vector<float> identityBasis(int n, float diagonal)
{
    std::vector<float> basis(static_cast<size_t>(n * n), 0.0F);
    for (int i = 0; i < n; ++i)
        basis[static_cast<size_t>(i * n + i)] = diagonal;
    return basis;
}

/** A problem of one section of random vectors, one of them zero. */
struct SampleChain
{
    at::Tensor vectors;
    VectorBlocks blocks;
    ChainProblem problem;

    SampleChain(int n, int bits, int64_t count, bool biasCorrected)
        : vectors(randomTensor({ count, n }, 99) * 0.5F)
        , blocks((vectors[count / 2].zero_(), vectors.data_ptr<float>()), 1, count, n)
    {
        const auto [lowest, highest] = coordinateLimits(bits);
        problem.sections = { { blocks.row(0), blocks.blocksPerRow(), count, lowest, highest, 0.01F, 2.5F } };
        problem.n = n;
        problem.basisBits = 8;
        problem.biasCorrected = biasCorrected;
        problem.noise.seed = 5;
    }
};

} // namespace latticeq::test
