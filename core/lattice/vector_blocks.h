// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace latticeq {

/**
 * Vectors in the layout of the fused kernels: per row (a channel, or a whole layer) blocks [n, 32] of 32 vectors,
 * the last one padded with zero vectors.
 */
class VectorBlocks
{
public:
    /** Copies `vectors` [rows, vectorsPerRow, n], contiguous. */
    VectorBlocks(const float* vectors, int64_t rows, int64_t vectorsPerRow, int n);

    const float* row(int64_t index) const { return m_values.data() + index * m_blocksPerRow * m_blockSize; }
    int64_t blocksPerRow() const { return m_blocksPerRow; }
    int64_t blockSize() const { return m_blockSize; } // floats
    const std::vector<float>& values() const { return m_values; }

private:
    int64_t m_blocksPerRow;
    int64_t m_blockSize;
    std::vector<float> m_values;
};

} // namespace latticeq
