// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/vector_blocks.h"

#include "core/lattice/kernels/lane_step.h"

namespace latticeq {

VectorBlocks::VectorBlocks(const float* vectors, int64_t rows, int64_t vectorsPerRow, int n)
    : m_blocksPerRow((vectorsPerRow + kLanes - 1) / kLanes)
    , m_blockSize(static_cast<int64_t>(n) * kLanes)
    , m_values(static_cast<size_t>(rows * m_blocksPerRow * m_blockSize), 0.0F)
{
    float* block = m_values.data();
    for (int64_t row = 0; row < rows; ++row, block += m_blocksPerRow * m_blockSize) {
        for (int64_t j = 0; j < vectorsPerRow; ++j) {
            for (int i = 0; i < n; ++i)
                block[j / kLanes * m_blockSize + i * kLanes + j % kLanes] = *vectors++;
        }
    }
}

} // namespace latticeq
