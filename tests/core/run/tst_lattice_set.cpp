// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/lattice_set.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

class LatticeSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChannelHasItsLatticeOrAllShareOne();
    void storedCoordinatesAreTaken();
    void biasCorrectionIsEachChannelsOwn();
};

namespace {

LayerVectors sampleVectors(bool perLayer, bool biasCorrected)
{
    return { test::randomTensor({ 4, 50, 2 }, 1), { 3, 3, 3, 3 }, perLayer, biasCorrected };
}

at::Tensor sampleBases(int64_t count)
{
    return at::eye(2) * 0.2 + 0.03 * test::randomTensor({ count, 2, 2 }, 2);
}

} // namespace

void LatticeSetTest::everyChannelHasItsLatticeOrAllShareOne()
{
    const LatticeSet channels = latticeSet(sampleVectors(false, false), sampleBases(4), {});
    QCOMPARE(channels.lattices.size(), size_t(4));
    QCOMPARE(channels.errors.size(), size_t(4));
    QCOMPARE(channels.of(3).size(), size_t(100));
    QVERIFY(channels.lattices[0].basis() != channels.lattices[1].basis());
    const LatticeSet layer = latticeSet(sampleVectors(true, false), sampleBases(1), {});
    QCOMPARE(layer.lattices.size(), size_t(1));
    QCOMPARE(layer.of(0).size(), size_t(400));
    const LatticeSet repeated = latticeSet(sampleVectors(false, false), sampleBases(1).repeat({ 4, 1, 1 }), {});
    QCOMPARE(layer.coordinates, repeated.coordinates);
    QVERIFY(std::abs(layer.errors[0] / (repeated.errors[0] + repeated.errors[1] + repeated.errors[2] + repeated.errors[3]) - 1) < 1e-12);
}

void LatticeSetTest::storedCoordinatesAreTaken()
{
    const at::Tensor stored = at::zeros({ 4, 50, 2 }, at::kInt);
    const LayerVectors vectors = sampleVectors(false, false);
    const LatticeSet set = latticeSet(vectors, sampleBases(4), stored);
    QCOMPARE(set.coordinates, std::vector<int>(400, 0));
    const double expected = vectors.values[2].to(at::kDouble).abs().pow(3).sum().item<double>();
    QVERIFY(std::abs(set.errors[2] / expected - 1) < 1e-9);
    QVERIFY(set.overloaded[2] > 0); // told by the vectors, not by what is stored
}

void LatticeSetTest::biasCorrectionIsEachChannelsOwn()
{
    const at::Tensor bases = sampleBases(1);
    const LatticeSet layer = latticeSet(sampleVectors(true, true), bases, {});
    const LatticeSet channels = latticeSet(sampleVectors(false, true), bases.repeat({ 4, 1, 1 }), {});
    double sum = 0;
    for (const double error : channels.errors)
        sum += error;
    QVERIFY(std::abs(layer.errors[0] / sum - 1) < 1e-12);
    QVERIFY(layer.errors[0] != latticeSet(sampleVectors(true, false), bases, {}).errors[0]);
}

QTEST_GUILESS_MAIN(LatticeSetTest)
#include "tst_lattice_set.moc"
