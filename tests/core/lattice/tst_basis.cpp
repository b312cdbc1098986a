// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/basis.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

class BasisTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gramSchmidtKeepsTheFirstRowAndTheVolume();
    void quantizationIsIdempotentAndKeepsTheLargestEntry();
    void aBasisOfZerosStaysZero();
    void dependentRowsAreNotUsable();
    void conditionNumbersAreTheSpreadOfTheSingularValues();
};

void BasisTest::gramSchmidtKeepsTheFirstRowAndTheVolume()
{
    const at::Tensor basis = test::randomTensor({ 20, 4, 4 }, 1);
    const at::Tensor orthogonal = gramSchmidt(basis);
    QVERIFY(at::equal(orthogonal.select(1, 0), basis.select(1, 0)));
    const at::Tensor volume = orthogonal.norm(2, { -1 }).prod(-1);
    QVERIFY(at::allclose(volume, at::linalg_det(basis).abs(), 1e-3, 1e-4));
    at::Tensor products = at::matmul(orthogonal, orthogonal.transpose(1, 2));
    products.diagonal(0, 1, 2).zero_();
    QVERIFY(products.abs().max().item<float>() < 1e-4F);
}

void BasisTest::quantizationIsIdempotentAndKeepsTheLargestEntry()
{
    for (int bits = 2; bits <= 16; bits += 2) {
        const at::Tensor basis = test::randomTensor({ 5, 3, 3 }, 2);
        const at::Tensor once = quantizeBasis(basis, bits);
        QVERIFY(at::allclose(quantizeBasis(once, bits), once, 1e-6, 1e-7));
        QVERIFY(at::allclose(once.abs().amax({ 1, 2 }), basis.abs().amax({ 1, 2 })));
    }
}

void BasisTest::aBasisOfZerosStaysZero()
{
    QVERIFY(at::equal(quantizeBasis(at::zeros({ 1, 2, 2 }), 8), at::zeros({ 1, 2, 2 })));
}

void BasisTest::dependentRowsAreNotUsable()
{
    const at::Tensor bases = at::tensor({ 1.F, 0.F, 0.F, 1.F, 1.F, 0.F, 1.F, 0.F }).reshape({ 2, 2, 2 });
    const at::Tensor usable = isUsableBasis(gramSchmidt(bases));
    QVERIFY(usable[0].item<bool>());
    QVERIFY(!usable[1].item<bool>());
}

void BasisTest::conditionNumbersAreTheSpreadOfTheSingularValues()
{
    const at::Tensor turned = at::tensor({ 0.6, 0.8, -0.8, 0.6 }).reshape({ 2, 2 });
    const at::Tensor stretched = at::matmul(at::diag(at::tensor({ 6.0, -2.0 })), turned);
    const at::Tensor dependent = at::tensor({ 1.0, 0.0, 0.0, 0.0 }).reshape({ 2, 2 });
    const at::Tensor numbers = conditionNumbers(at::stack({ turned, stretched, dependent }));
    QVERIFY(std::abs(numbers[0].item<double>() - 1) < 1e-12);
    QVERIFY(std::abs(numbers[1].item<double>() - 3) < 1e-12);
    QVERIFY(std::isinf(numbers[2].item<double>()));
}

QTEST_GUILESS_MAIN(BasisTest)
#include "tst_basis.moc"
