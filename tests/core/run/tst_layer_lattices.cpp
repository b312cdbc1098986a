// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/layer_lattices.h"
#include "core/run/run_control.h"
#include "core/support/worker_threads.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

#include <cmath>
#include <numeric>

using namespace latticeq;

namespace {

LayerPlan planOf(int bits, int n, bool perLayer)
{
    LayerPlan plan;
    plan.layer = { "layer", false, { 10, 6, 3, 3 } };
    plan.index = 3;
    plan.bits = bits;
    plan.n = n;
    plan.perLayer = perLayer;
    plan.basisBits = 8;
    plan.biasCorrection = true;
    plan.restarts = 2;
    plan.stepsPerPhase = n == 1 ? kScalarSteps : 20;
    return plan;
}

LayerQuantization quantized(const LayerPlan& plan, const at::Tensor& weight, const BasisSink& sink = {})
{
    RunControl control;
    WorkerThreads workers(2);
    return quantizeLayer(plan, weight, 5, 0, ProcessorSearcher(workers), control, {}, sink);
}

double sum(const std::vector<double>& values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

bool near(double a, double b)
{
    return std::abs(a - b) <= 1e-4 * std::abs(b);
}

/** A quantization as it comes from a file: without the bases. */
LayerQuantization stored(const LayerQuantization& layer)
{
    LayerQuantization result = layer;
    result.basis = at::Tensor();
    result.scalarBasis = at::Tensor();
    return result;
}

} // namespace

class LayerLatticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void errorsAreThoseOfTheSearch_data();
    void errorsAreThoseOfTheSearch();
    void aPictureHoldsTogether_data();
    void aPictureHoldsTogether();
    void aSearchThatGoesOnShowsItsBest();
    void nothingIsShownBeforeAResult();
    void singleWeightsAreTheirOwnScalarGrid();
    void channelsOfZeroBitsAndLayersOfZerosAreShown();
    void unknownChannelsAreRefused();
    void theDistributionIsThatOfTheStoredWeight();
};

void LayerLatticesTest::errorsAreThoseOfTheSearch_data()
{
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("n");
    QTest::addColumn<bool>("perLayer");
    QTest::newRow("per channel") << 4 << 3 << false;
    QTest::newRow("per layer") << 4 << 3 << true;
    QTest::newRow("per channel, judged after bias correction") << 3 << 3 << false;
    QTest::newRow("per layer, judged after bias correction") << 3 << 3 << true;
    QTest::newRow("pairs") << 4 << 2 << false;
    QTest::newRow("single weights") << 4 << 1 << false;
}

void LayerLatticesTest::errorsAreThoseOfTheSearch()
{
    QFETCH(int, bits);
    QFETCH(int, n);
    QFETCH(bool, perLayer);
    const LayerPlan plan = planOf(bits, n, perLayer);
    const at::Tensor weight = test::randomTensor({ 10, 6, 3, 3 }, 1);
    const LayerQuantization layer = quantized(plan, weight);
    for (const LayerQuantization& source : { layer, stored(layer) }) {
        LayerLattices lattices(plan, weight, 5);
        lattices.finish(source);
        QVERIFY(near(*lattices.cubicError(), layer.cubicError));
        const auto searched = *lattices.picture({ "layer", 0, LatticeKind::Searched });
        const auto scalar = *lattices.picture({ "layer", 0, LatticeKind::ScalarGrid });
        QCOMPARE(searched.channelErrors.size(), size_t(perLayer ? 1 : 10));
        QVERIFY(near(sum(searched.channelErrors), layer.cubicError));
        QVERIFY(near(sum(scalar.channelErrors), layer.scalarCubicError));
        QCOMPARE(searched.figures.scalarCubicError, scalar.figures.cubicError);
        const double bitsPerWeight = double(layer.weight.packedBits()) / double(weight.numel());
        QCOMPARE(searched.figures.effectiveBits, bitsPerWeight);
        QVERIFY(n == 1 || scalar.figures.effectiveBits < bitsPerWeight);
    }
}

void LayerLatticesTest::aPictureHoldsTogether_data()
{
    QTest::addColumn<bool>("perLayer");
    QTest::addColumn<bool>("scalar");
    QTest::newRow("a channel's searched lattice") << false << false;
    QTest::newRow("a channel's scalar grid") << false << true;
    QTest::newRow("a layer's searched lattice") << true << false;
    QTest::newRow("a layer's scalar grid") << true << true;
}

void LayerLatticesTest::aPictureHoldsTogether()
{
    QFETCH(bool, perLayer);
    QFETCH(bool, scalar);
    const LayerPlan plan = planOf(4, 3, perLayer);
    const at::Tensor weight = test::randomTensor({ 10, 6, 3, 3 }, 2);
    LayerLattices lattices(plan, weight, 5);
    lattices.finish(quantized(plan, weight));
    const LatticeRequest request { "layer", 7, scalar ? LatticeKind::ScalarGrid : LatticeKind::Searched, 11 };
    const LatticePicture picture = *lattices.picture(request);
    QVERIFY(picture.request == request);
    QCOMPARE(picture.shape, weight.sizes().vec());
    QCOMPARE(picture.channels, perLayer ? 1 : 10);
    QCOMPARE(picture.totalVectors, perLayer ? 180 : 18);
    QCOMPARE(picture.vectors.size(), size_t(33));
    QVERIFY(picture.finished && picture.figures.conditionNumber >= 1);
    QCOMPARE(scalar, picture.figures.conditionNumber == 1);
    QCOMPARE(picture.largestWeight, double(weight.abs().max().item<float>()));
    for (size_t i = 0; i < picture.errors.size(); ++i) {
        double error = 0;
        for (size_t j = 0; j < 3; ++j) {
            double point = 0;
            for (size_t k = 0; k < 3; ++k)
                point += picture.coordinates[3 * i + k] * picture.basis[3 * k + j];
            error += std::pow(std::abs(picture.vectors[3 * i + j] - point), 3);
        }
        QVERIFY(std::abs(error - picture.errors[i]) < 1e-8);
    }
}

void LayerLatticesTest::aSearchThatGoesOnShowsItsBest()
{
    const LayerPlan plan = planOf(4, 3, false);
    const at::Tensor weight = test::randomTensor({ 10, 6, 3, 3 }, 3);
    LayerLattices lattices(plan, weight, 5);
    std::vector<double> errors;
    quantized(plan, weight, [&](int64_t candidates, const BestBases& bases) {
        lattices.publish(bases(), candidates);
        const LatticePicture picture = *lattices.picture({ "layer", 1 });
        QVERIFY(!picture.finished);
        QCOMPARE(picture.candidates, candidates);
        QVERIFY(!lattices.distribution(10));
        errors.push_back(sum(picture.channelErrors));
    });
    QVERIFY(errors.size() > 10);
    QVERIFY(std::is_sorted(errors.rbegin(), errors.rend(), [](double a, double b) { return a < b * (1 - 1e-4); }));
}

void LayerLatticesTest::nothingIsShownBeforeAResult()
{
    const LayerLattices lattices(planOf(4, 3, false), test::randomTensor({ 10, 6, 3, 3 }, 4), 5);
    QVERIFY(!lattices.picture({ "layer", 0 }));
    QVERIFY(!lattices.picture({ "layer", 0, LatticeKind::ScalarGrid }));
    QVERIFY(!lattices.distribution(10));
    QVERIFY(!lattices.cubicError());
}

void LayerLatticesTest::singleWeightsAreTheirOwnScalarGrid()
{
    const LayerPlan plan = planOf(8, 1, false);
    const at::Tensor weight = test::randomTensor({ 10, 6, 3, 3 }, 5);
    LayerLattices lattices(plan, weight, 5);
    lattices.finish(quantized(plan, weight));
    const LatticePicture searched = *lattices.picture({ "layer", 2, LatticeKind::Searched });
    const LatticePicture scalar = *lattices.picture({ "layer", 2, LatticeKind::ScalarGrid });
    QCOMPARE(searched.basis, scalar.basis);
    QCOMPARE(searched.coordinates, scalar.coordinates);
    QCOMPARE(searched.figures.effectiveBits, scalar.figures.effectiveBits);
}

void LayerLatticesTest::channelsOfZeroBitsAndLayersOfZerosAreShown()
{
    LayerPlan plan = planOf(2, 3, false);
    plan.allocateBits = true;
    at::Tensor weight = test::randomTensor({ 10, 6, 3, 3 }, 6);
    weight[4].fill_(0.25F); // without spread: 0 bits
    for (const at::Tensor& shown : { weight, at::zeros_like(weight) }) {
        LayerLattices lattices(plan, shown, 5);
        lattices.finish(quantized(plan, shown));
        for (const LatticeKind kind : { LatticeKind::Searched, LatticeKind::ScalarGrid }) {
            const LatticePicture picture = *lattices.picture({ "layer", 4, kind });
            QVERIFY(std::all_of(picture.coordinates.begin(), picture.coordinates.end(), [](int c) { return c == 0; }));
            QVERIFY(std::all_of(picture.errors.begin(), picture.errors.end(), [](float e) { return std::isfinite(e); }));
            QVERIFY(std::isfinite(picture.figures.cubicError));
        }
    }
    LayerLattices lattices(plan, weight, 5);
    lattices.finish(quantized(plan, weight));
    QCOMPARE(lattices.picture({ "layer", 4 })->highest, 0);
    QVERIFY(lattices.picture({ "layer", 5 })->highest > 0);
}

void LayerLatticesTest::unknownChannelsAreRefused()
{
    const LayerLattices lattices(planOf(4, 3, false), test::randomTensor({ 10, 6, 3, 3 }, 7), 5);
    QVERIFY_EXCEPTION_THROWN(lattices.picture({ "layer", 10 }), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(lattices.picture({ "layer", -1 }), std::invalid_argument);
}

void LayerLatticesTest::theDistributionIsThatOfTheStoredWeight()
{
    const LayerPlan plan = planOf(4, 3, false);
    const at::Tensor weight = test::randomTensor({ 10, 6, 3, 3 }, 8);
    const LayerQuantization layer = quantized(plan, weight);
    LayerLattices lattices(plan, weight, 5);
    lattices.finish(layer);
    const WeightDistribution distribution = *lattices.distribution(32);
    const double mse = (weight - dequantize(layer.weight)).to(at::kDouble).square().mean().item<double>();
    QVERIFY(near(distribution.rmsError, std::sqrt(mse)));
    QCOMPARE(std::accumulate(distribution.after.counts.begin(), distribution.after.counts.end(), int64_t(0)), 540);
}

QTEST_GUILESS_MAIN(LayerLatticesTest)
#include "tst_layer_lattices.moc"
