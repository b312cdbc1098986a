// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/prepared_basis.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

#include <cmath>
#include <limits>

using namespace latticeq;

namespace {

PreparedBasis randomBasis(int n, uint64_t seed)
{
    PreparedBasis prepared {};
    const at::Tensor values = test::randomTensor({ n, n }, seed);
    std::copy_n(values.data_ptr<float>(), n * n, prepared.basis);
    return prepared;
}

} // namespace

class PreparedBasisTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsReconstructTheBasis();
    void orthogonalRowsAreOrthogonal();
    void degenerateBasesAreRejected_data();
    void degenerateBasesAreRejected();
    void fixedAndRunTimeSizesGiveTheSameBits();
    void quantizedEntriesLieOnTheirLevels();
};

void PreparedBasisTest::partsReconstructTheBasis()
{
    for (int n = 1; n <= 8; ++n) {
        for (uint64_t seed = 0; seed < 50; ++seed) {
            PreparedBasis prepared = randomBasis(n, seed);
            if (!orthogonalise<0>(prepared, n))
                continue;
            // b_i = b*_i + Σ coefficient_ik b*_k, and b*_i is its dual over the dual's squared length.
            for (int i = 0; i < n; ++i) {
                for (int j = 0; j < n; ++j) {
                    double sum = 0;
                    for (int k = 0; k <= i; ++k) {
                        double squared = 0;
                        for (int l = 0; l < n; ++l)
                            squared += double(prepared.dual[k * n + l]) * prepared.dual[k * n + l];
                        const double coefficient = k == i ? 1.0 : prepared.coefficients[i * n + k];
                        sum += coefficient * prepared.dual[k * n + j] / squared;
                    }
                    QVERIFY(std::abs(sum - prepared.basis[i * n + j]) < 1e-3);
                }
            }
        }
    }
}

void PreparedBasisTest::orthogonalRowsAreOrthogonal()
{
    PreparedBasis prepared = randomBasis(4, 3);
    QVERIFY(orthogonalise<4>(prepared, 4));
    for (int i = 0; i < 4; ++i) {
        for (int k = 0; k < i; ++k) {
            double product = 0;
            for (int j = 0; j < 4; ++j)
                product += double(prepared.dual[i * 4 + j]) * prepared.dual[k * 4 + j];
            QVERIFY(std::abs(product) < 1e-4);
        }
    }
}

void PreparedBasisTest::degenerateBasesAreRejected_data()
{
    QTest::addColumn<QList<float>>("entries");
    const float inf = std::numeric_limits<float>::infinity();
    QTest::newRow("all zeros") << QList<float> { 0, 0, 0, 0 };
    QTest::newRow("dependent rows") << QList<float> { 1, 0, 1, 0 };
    QTest::newRow("an infinite entry") << QList<float> { inf, 0, 0, 1 };
    QTest::newRow("not a number") << QList<float> { std::nanf(""), 0, 0, 1 };
    QTest::newRow("squared length underflows") << QList<float> { 1e-25F, 0, 0, 1 };
    QTest::newRow("reciprocal overflows") << QList<float> { 1e-19F, 0, 0, 1e-22F };
    QTest::newRow("coordinates overflow") << QList<float> { 0x1p-63F, 0, 1, 1e-19F };
}

void PreparedBasisTest::degenerateBasesAreRejected()
{
    QFETCH(QList<float>, entries);
    PreparedBasis prepared {};
    std::copy(entries.begin(), entries.end(), prepared.basis);
    QVERIFY(!orthogonalise<2>(prepared, 2));
    QVERIFY(!orthogonalise<0>(prepared, 2));
}

void PreparedBasisTest::fixedAndRunTimeSizesGiveTheSameBits()
{
    for (uint64_t seed = 0; seed < 20; ++seed) {
        PreparedBasis a = randomBasis(3, seed);
        PreparedBasis b = a;
        QCOMPARE(orthogonalise<3>(a, 3), orthogonalise<0>(b, 3));
        QVERIFY(std::equal(a.dual, a.dual + 9, b.dual));
    }
}

void PreparedBasisTest::quantizedEntriesLieOnTheirLevels()
{
    for (int bits = 2; bits <= 16; ++bits) {
        PreparedBasis prepared = randomBasis(3, 5);
        const PreparedBasis before = prepared;
        const BasisLevels levels = basisLevels(bits);
        const float maximum = quantizeBasisEntries(prepared.basis, 9, levels);
        QCOMPARE(maximum, largestEntry(before.basis, 9));
        for (int i = 0; i < 9; ++i) {
            const float code = basisCode(prepared.basis[i], 1 / maximum, levels);
            QCOMPARE(code, std::rint(code));
            QVERIFY(code >= 0 && code <= levels.last);
            QCOMPARE(prepared.basis[i], maximum * unitBasisEntry(code, levels));
            QVERIFY(std::abs(prepared.basis[i] - before.basis[i]) <= 0.501F * maximum * levels.step);
        }
    }
}

QTEST_GUILESS_MAIN(PreparedBasisTest)
#include "tst_prepared_basis.moc"
