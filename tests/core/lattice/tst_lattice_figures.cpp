// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/lattice_figures.h"

#include <QtTest/QtTest>

#include <cmath>
#include <numbers>

using namespace latticeq;

using Basis = std::vector<double>;

class LatticeFiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownLatticesHaveTheirFigures_data();
    void knownLatticesHaveTheirFigures();
    void anotherBasisOfTheSameLatticePacksEquallyDense();
    void orthogonalisedRowsAreOrthogonal();
    void degenerateBasesHaveFiguresToo_data();
    void degenerateBasesHaveFiguresToo();
    void largerDimensionsHaveAShortestVectorButNoDensity();
};

void LatticeFiguresTest::knownLatticesHaveTheirFigures_data()
{
    const double pi = std::numbers::pi;
    QTest::addColumn<int>("n");
    QTest::addColumn<Basis>("basis");
    QTest::addColumn<double>("volume");
    QTest::addColumn<double>("shortest");
    QTest::addColumn<double>("density");
    QTest::addColumn<double>("defect");
    const double h = std::sqrt(3.0) / 2;
    QTest::newRow("whole numbers, stretched") << 1 << Basis { -0.3 } << 0.3 << 0.3 << 1.0 << 1.0;
    QTest::newRow("square") << 2 << Basis { 2, 0, 0, 2 } << 4.0 << 2.0 << pi / 4 << 1.0;
    QTest::newRow("hexagonal") << 2 << Basis { 1, 0, 0.5, h } << h << 1.0 << pi / std::sqrt(12.0) << 1 / h;
    QTest::newRow("rectangular") << 2 << Basis { 1, 0, 0, 3 } << 3.0 << 1.0 << pi / 12 << 1.0;
    QTest::newRow("square, skewed") << 2 << Basis { 1, 0, 7, 1 } << 1.0 << 1.0 << pi / 4 << std::sqrt(50.0);
    QTest::newRow("cubic") << 3 << Basis { 1, 0, 0, 0, 1, 0, 0, 0, 1 } << 1.0 << 1.0 << pi / 6 << 1.0;
    QTest::newRow("face-centred cubic") << 3 << Basis { 0, 1, 1, 1, 0, 1, 1, 1, 0 } << 2.0 << std::sqrt(2.0)
                                        << pi / std::sqrt(18.0) << std::sqrt(2.0);
    QTest::newRow("body-centred cubic") << 3 << Basis { -1, 1, 1, 1, -1, 1, 1, 1, -1 } << 4.0 << std::sqrt(3.0)
                                        << pi * std::sqrt(3.0) / 8 << std::sqrt(27.0) / 4;
    QTest::newRow("D4, the densest of four dimensions")
        << 4 << Basis { 1, 1, 0, 0, 1, -1, 0, 0, 0, 1, -1, 0, 0, 0, 1, -1 } << 2.0 << std::sqrt(2.0) << pi * pi / 16 << 2.0;
}

void LatticeFiguresTest::knownLatticesHaveTheirFigures()
{
    QFETCH(int, n);
    QFETCH(Basis, basis);
    QFETCH(double, volume);
    QFETCH(double, shortest);
    QFETCH(double, density);
    QFETCH(double, defect);
    QCOMPARE(cellVolume(basis, n), volume);
    QCOMPARE(shortestVector(basis, n), shortest);
    QCOMPARE(packingDensity(basis, n), density);
    QCOMPARE(orthogonalityDefect(basis, n), defect);
}

void LatticeFiguresTest::anotherBasisOfTheSameLatticePacksEquallyDense()
{
    // Rows of the face-centred cubic lattice, replaced by whole combinations with determinant 1.
    const Basis fcc { 0, 1, 1, 1, 0, 1, 1, 1, 0 };
    Basis skewed = fcc;
    for (int j = 0; j < 3; ++j) {
        skewed[6 + j] += 12 * skewed[j] - 31 * skewed[3 + j];
        skewed[j] += 5 * skewed[3 + j];
        skewed[3 + j] -= 9 * skewed[6 + j];
    }
    QVERIFY(orthogonalityDefect(skewed, 3) > 100);
    QVERIFY(std::abs(packingDensity(skewed, 3) / packingDensity(fcc, 3) - 1) < 1e-9);
}

void LatticeFiguresTest::orthogonalisedRowsAreOrthogonal()
{
    const Basis basis { 0.4, 0.1, -0.2, 0.3, 0.5, 0.1, -0.1, 0.2, 0.6 };
    const Basis rows = gramSchmidtRows(basis, 3);
    for (int i = 0; i < 3; ++i) {
        for (int k = 0; k < i; ++k) {
            double product = 0;
            for (int j = 0; j < 3; ++j)
                product += rows[i * 3 + j] * rows[k * 3 + j];
            QVERIFY(std::abs(product) < 1e-15);
        }
    }
    QCOMPARE(rows[0], basis[0]);
}

void LatticeFiguresTest::degenerateBasesHaveFiguresToo_data()
{
    QTest::addColumn<Basis>("basis");
    QTest::newRow("zero") << Basis { 0, 0, 0, 0 };
    QTest::newRow("two equal rows") << Basis { 1, 2, 1, 2 };
    QTest::newRow("a row of zeros") << Basis { 1, 0, 0, 0 };
    QTest::newRow("rows that depend but for rounding") << Basis { 0.1, 0.3, 0.3, 0.9 };
}

void LatticeFiguresTest::degenerateBasesHaveFiguresToo()
{
    QFETCH(Basis, basis);
    QCOMPARE(cellVolume(basis, 2), 0.0);
    QCOMPARE(shortestVector(basis, 2), 0.0);
    QCOMPARE(packingDensity(basis, 2), 0.0);
    QVERIFY(std::isinf(orthogonalityDefect(basis, 2)));
}

void LatticeFiguresTest::largerDimensionsHaveAShortestVectorButNoDensity()
{
    Basis basis(25, 0.0);
    for (int i = 0; i < 5; ++i)
        basis[i * 5 + i] = 1 + i;
    basis[20] = 17;
    QCOMPARE(shortestVector(basis, 5), 1.0);
    QCOMPARE(packingDensity(basis, 5), 0.0);
}

QTEST_GUILESS_MAIN(LatticeFiguresTest)
#include "tst_lattice_figures.moc"
