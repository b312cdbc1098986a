// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/basis_equations.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;
using namespace latticeq::test;

namespace {

at::Tensor positiveMatrix(int64_t size, uint64_t seed)
{
    const at::Tensor samples = randomTensor({ size, 3 * size }, seed).to(at::kDouble);
    return at::matmul(samples, samples.t());
}

std::vector<double> triangleOf(const at::Tensor& matrix)
{
    std::vector<double> triangle;
    for (int64_t i = 0; i < matrix.size(0); ++i) {
        for (int64_t k = 0; k <= i; ++k)
            triangle.push_back(matrix[i][k].item<double>());
    }
    return triangle;
}

double squares(const at::Tensor& matrix, const at::Tensor& difference)
{
    return at::dot(difference, at::matmul(matrix, difference)).item<double>();
}

} // namespace

class BasisEquationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void solvesAsLibTorchDoes_data();
    void solvesAsLibTorchDoes();
    void whatDeterminesNothingIsRefused();
    void carryingTheRoundingBeatsRoundingAlone();
    void entriesBeyondAllWeightsAreNone();
};

void BasisEquationsTest::solvesAsLibTorchDoes_data()
{
    QTest::addColumn<int>("unknowns");
    for (const int unknowns : { 1, 3, 4, 9, 16 })
        QTest::addRow("%d unknowns", unknowns) << unknowns;
}

void BasisEquationsTest::solvesAsLibTorchDoes()
{
    QFETCH(int, unknowns);
    const at::Tensor matrix = positiveMatrix(unknowns, 1);
    const at::Tensor right = randomTensor({ unknowns }, 2).to(at::kDouble);
    BasisEquations equations(unknowns);
    QVERIFY(equations.factorise(triangleOf(matrix).data()));
    at::Tensor solution = at::empty({ unknowns }, at::kDouble);
    equations.solve(right.data_ptr<double>(), solution.data_ptr<double>());
    QVERIFY(at::allclose(at::matmul(matrix, solution), right, 1e-9, 1e-9));
}

void BasisEquationsTest::whatDeterminesNothingIsRefused()
{
    at::Tensor matrix = positiveMatrix(3, 3);
    matrix[2] = matrix[0] + matrix[1];
    matrix.select(1, 2).copy_(matrix.select(1, 0) + matrix.select(1, 1));
    BasisEquations equations(3);
    QVERIFY(!equations.factorise(triangleOf(matrix).data()));
    QVERIFY(!equations.factorise(std::vector<double>(6, 0.0).data()));
}

void BasisEquationsTest::carryingTheRoundingBeatsRoundingAlone()
{
    const BasisLevels levels = basisLevels(4);
    double carried = 0;
    double alone = 0;
    for (uint64_t seed = 1; seed < 60; seed += 3) {
        const at::Tensor matrix = positiveMatrix(9, seed) + 20; // entries that can make up for each other
        const at::Tensor wanted = randomTensor({ 9 }, seed + 1).to(at::kDouble);
        const auto maximum = static_cast<float>(wanted.abs().max().item<double>());
        BasisEquations equations(9);
        QVERIFY(equations.factorise(triangleOf(matrix).data()));
        at::Tensor entries = at::empty({ 9 });
        equations.quantize(wanted.data_ptr<double>(), maximum, levels, entries.data_ptr<float>(), 1);
        carried += squares(matrix, entries.to(at::kDouble) - wanted);
        const at::Tensor codes = at::round((wanted / maximum + 1) * 7.5).clamp(0, 15);
        alone += squares(matrix, maximum * (codes / 7.5 - 1) - wanted);
        const at::Tensor own = (entries.to(at::kDouble) / maximum + 1) * 7.5;
        QVERIFY(at::allclose(own, at::round(own), 0, 1e-4));
    }
    QVERIFY2(carried < 0.7 * alone, qPrintable(QString("%1 against %2").arg(carried).arg(alone)));
}

void BasisEquationsTest::entriesBeyondAllWeightsAreNone()
{
    QVERIFY(areBasisEntries({ 0.5, -2 }));
    QVERIFY(!areBasisEntries({ 0.5, 1e7 }));
    QVERIFY(!areBasisEntries({ std::numeric_limits<double>::quiet_NaN() }));
    QCOMPARE(largestEntry({ 0.5, -2 }), 2.0F);
}

QTEST_GUILESS_MAIN(BasisEquationsTest)
#include "tst_basis_equations.moc"
