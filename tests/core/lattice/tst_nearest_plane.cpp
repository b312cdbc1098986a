// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/nearest_plane.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

class NearestPlaneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOrthogonalBasisRoundsEveryCoordinate();
    void aLatticePointFindsItself();
    void limitsFollowTheBitsOfEachChannel();
    void theCubicErrorIsSummedByChannel();
};

void NearestPlaneTest::anOrthogonalBasisRoundsEveryCoordinate()
{
    const at::Tensor vectors = test::randomTensor({ 2, 30, 3 }, 1);
    const at::Tensor basis = (at::eye(3) * 0.1F).unsqueeze(0);
    const at::Tensor coordinates = nearestPlane(vectors, basis, at::full({ 2 }, 4));
    QVERIFY(at::equal(coordinates, at::round(vectors / 0.1F).clamp(-7, 8)));
}

void NearestPlaneTest::aLatticePointFindsItself()
{
    const at::Tensor basis = test::randomTensor({ 4, 3, 3 }, 2) + 2 * at::eye(3);
    const at::Tensor coordinates = at::round(test::randomTensor({ 4, 50, 3 }, 3) * 3);
    QVERIFY(at::equal(nearestPlane(latticePoints(coordinates, basis), basis, at::full({ 4 }, 4)), coordinates));
}

void NearestPlaneTest::limitsFollowTheBitsOfEachChannel()
{
    const at::Tensor vectors = 100 * test::randomTensor({ 4, 20, 2 }, 4);
    const at::Tensor basis = at::eye(2).unsqueeze(0);
    const at::Tensor coordinates = nearestPlane(vectors, basis, at::tensor({ 0.F, 1.F, 2.F, 4.F }));
    const float lowest[] = { 0, 0, -1, -7 };
    const float highest[] = { 0, 1, 2, 8 };
    for (int channel = 0; channel < 4; ++channel) {
        QCOMPARE(coordinates[channel].min().item<float>(), lowest[channel]);
        QCOMPARE(coordinates[channel].max().item<float>(), highest[channel]);
    }
}

void NearestPlaneTest::theCubicErrorIsSummedByChannel()
{
    const at::Tensor a = at::tensor({ 1.F, 2.F, 3.F, 4.F }).reshape({ 2, 2 });
    QVERIFY(at::equal(cubicError(a, at::zeros({ 2, 2 })), at::tensor({ 9.F, 91.F })));
}

QTEST_GUILESS_MAIN(NearestPlaneTest)
#include "tst_nearest_plane.moc"
