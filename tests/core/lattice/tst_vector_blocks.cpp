// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/lane_step.h"
#include "core/lattice/vector_blocks.h"

#include <QtTest/QtTest>

using namespace latticeq;

class VectorBlocksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVectorStandsInItsLaneAndTheRestIsZero();
};

void VectorBlocksTest::everyVectorStandsInItsLaneAndTheRestIsZero()
{
    constexpr int n = 3;
    constexpr int64_t rows = 2;
    constexpr int64_t vectors = 37;
    std::vector<float> values(rows * vectors * n);
    for (size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>(i + 1);
    const VectorBlocks blocks(values.data(), rows, vectors, n);
    QCOMPARE(blocks.blocksPerRow(), 2);
    for (int64_t row = 0; row < rows; ++row) {
        for (int64_t j = 0; j < 2 * kLanes; ++j) {
            for (int i = 0; i < n; ++i) {
                const float expected = j < vectors ? values[static_cast<size_t>((row * vectors + j) * n + i)] : 0.0F;
                QCOMPARE(blocks.row(row)[j / kLanes * n * kLanes + i * kLanes + j % kLanes], expected);
            }
        }
    }
}

QTEST_GUILESS_MAIN(VectorBlocksTest)
#include "tst_vector_blocks.moc"
