// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/build_picture.h"

#include <QtTest/QtTest>

#include <numbers>

using namespace latticeq;

class BuildPictureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPictureTellsTheLattice();
    void allVectorsAreShownWhereTheyFit();
    void aSampleIsEvenlySpacedAndKeepsPairs();
};

namespace {

/** Vectors (k/100, 0) on the lattice of multiples of 0.25, in a box of -1 … 2. */
LatticePicture pictureOf(int64_t mostVectors)
{
    std::vector<float> vectors;
    for (int k = 0; k < 100; ++k)
        vectors.insert(vectors.end(), { static_cast<float>(k) / 100, 0.0F });
    const BoxLattice lattice({ 0.25, 0, 0, 0.25 }, 2, 2);
    int64_t overloaded = 0;
    LatticePicture picture;
    picture.request.mostVectors = mostVectors;
    fillLattice(picture, lattice);
    fillVectors(picture, lattice, vectors, coordinatesIn(lattice, vectors, overloaded));
    return picture;
}

} // namespace

void BuildPictureTest::aPictureTellsTheLattice()
{
    const LatticePicture picture = pictureOf(1000);
    QCOMPARE(picture.n, 2);
    QCOMPARE(picture.bits, 2);
    QCOMPARE(picture.lowest, -1);
    QCOMPARE(picture.highest, 2);
    QCOMPARE(picture.basis, (std::vector<double> { 0.25, 0, 0, 0.25 }));
    QCOMPARE(picture.figures.cellVolume, 0.0625);
    QCOMPARE(picture.figures.packingDensity, std::numbers::pi / 4);
    QCOMPARE(picture.figures.orthogonalityDefect, 1.0);
}

void BuildPictureTest::allVectorsAreShownWhereTheyFit()
{
    const LatticePicture picture = pictureOf(100);
    QCOMPARE(picture.totalVectors, 100);
    QCOMPARE(picture.vectors.size(), size_t(200));
    QCOMPARE(picture.coordinates[2 * 30], 1);
    QVERIFY(std::abs(picture.errors[30] - 0.05F * 0.05F * 0.05F) < 1e-8F);
    QCOMPARE(picture.coordinates[2 * 99], 2);
    QCOMPARE(picture.overloaded[99], 1);
    QCOMPARE(picture.overloaded[60], 0);
}

void BuildPictureTest::aSampleIsEvenlySpacedAndKeepsPairs()
{
    const LatticePicture picture = pictureOf(10);
    QCOMPARE(picture.totalVectors, 100);
    QCOMPARE(picture.errors.size(), size_t(10));
    QCOMPARE(picture.overloaded.size(), size_t(10));
    QCOMPARE(picture.coordinates.size(), size_t(20));
    for (int k = 0; k < 10; ++k)
        QCOMPARE(picture.vectors[2 * k], static_cast<float>(10 * k) / 100);
}

QTEST_GUILESS_MAIN(BuildPictureTest)
#include "tst_build_picture.moc"
