// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/start_bases.h"
#include "tests/support/sample_chain.h"

#include <QtTest/QtTest>

using namespace latticeq;
using namespace latticeq::test;

class StartBasesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theGridComesFirstAndTurnedOnesAreAsLong();
    void theSecondLiesAlongThePrincipalAxes();
    void ofOneWeightThereIsOnlyTheGrid();
};

void StartBasesTest::theGridComesFirstAndTurnedOnesAreAsLong()
{
    const SampleChain chain(3, 4, 100, false);
    const std::vector<BasisEntries> bases = startBases(chain.problem, 4, 3);
    QCOMPARE(bases.size(), size_t(5));
    const double step = 0.3352 * std::sqrt(chain.vectors.square().mean().item<double>());
    QVERIFY(at::allclose(at::tensor(bases[0]).reshape({ 3, 3 }), at::eye(3) * step, 1e-4));
    for (size_t i = 2; i < bases.size(); ++i) {
        const at::Tensor turned = at::tensor(bases[i]).reshape({ 3, 3 });
        QVERIFY(at::allclose(at::matmul(turned, turned.t()), at::eye(3) * step * step, 1e-3, 1e-7));
        QVERIFY(i == 2 || bases[i] != bases[i - 1]);
    }
    QCOMPARE(startBases(chain.problem, 4, 3), bases);
}

void StartBasesTest::theSecondLiesAlongThePrincipalAxes()
{
    const SampleChain chain(4, 3, 200, false);
    const at::Tensor axes = at::tensor(startBases(chain.problem, 3, 0)[1]).reshape({ 4, 4 }).to(at::kDouble);
    const at::Tensor v = chain.vectors.to(at::kDouble);
    const at::Tensor moments = at::matmul(v.t(), v) / 200;
    const at::Tensor along = at::matmul(at::matmul(axes, moments), axes.t()); // diagonal, entry = step²·variance²
    QVERIFY(at::allclose(along, at::diag(at::diagonal(along)), 0, 1e-9));
    const at::Tensor squares = axes.square().sum(1);
    QVERIFY(at::allclose(at::diagonal(along), squares.square() / (0.586 * 0.586), 1e-5));
}

void StartBasesTest::ofOneWeightThereIsOnlyTheGrid()
{
    const SampleChain chain(1, 2, 50, false);
    QCOMPARE(startBases(chain.problem, 2, 4).size(), size_t(1));
}

QTEST_GUILESS_MAIN(StartBasesTest)
#include "tst_start_bases.moc"
