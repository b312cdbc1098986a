// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/searched_basis.h"
#include "core/quantize/weight_quantization.h"
#include "core/run/run_control.h"
#include "core/support/worker_threads.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

class SearchedBasisTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBasesAreThoseOfTheSearch_data();
    void theBasesAreThoseOfTheSearch();
    void aLayerOfZerosHasFiniteBases();
};

namespace {

LayerPlan planOf(bool perLayer, int basisBits, bool biasCorrection)
{
    LayerPlan plan;
    plan.layer = { "layer", false, { 12, 8, 3, 3 } };
    plan.bits = 4;
    plan.n = 3;
    plan.perLayer = perLayer;
    plan.basisBits = basisBits;
    plan.biasCorrection = biasCorrection;
    plan.stepsPerPhase = 20;
    return plan;
}

LayerQuantization quantized(const LayerPlan& plan, const at::Tensor& weight)
{
    RunControl control;
    WorkerThreads workers(2);
    return quantizeLayer(plan, weight, 1, 0, ProcessorSearcher(workers), control, {});
}

} // namespace

void SearchedBasisTest::theBasesAreThoseOfTheSearch_data()
{
    QTest::addColumn<bool>("perLayer");
    QTest::addColumn<int>("basisBits");
    QTest::addColumn<bool>("biasCorrection");
    QTest::addColumn<bool>("centred");
    QTest::addColumn<double>("tolerance"); // of the largest entry
    QTest::newRow("float bases") << false << 0 << true << false << 0.0;
    QTest::newRow("quantized bases without bias correction") << false << 8 << false << false << 1e-6;
    QTest::newRow("quantized bases with bias correction") << false << 8 << true << false << 1e-3;
    QTest::newRow("one basis for the layer with bias correction") << true << 8 << true << false << 1e-4;
    QTest::newRow("channels of mean 0, by least squares") << false << 8 << true << true << 0.03;
    QTest::newRow("a layer of channels of mean 0, by least squares") << true << 8 << true << true << 0.03;
}

void SearchedBasisTest::theBasesAreThoseOfTheSearch()
{
    QFETCH(bool, perLayer);
    QFETCH(int, basisBits);
    QFETCH(bool, biasCorrection);
    QFETCH(bool, centred);
    QFETCH(double, tolerance);
    at::Tensor weight = test::randomTensor({ 12, 8, 3, 3 }, 3);
    if (centred)
        weight = weight - weight.flatten(1).mean(1).reshape({ 12, 1, 1, 1 });
    const LayerQuantization layer = quantized(planOf(perLayer, basisBits, biasCorrection), weight);
    const at::Tensor bases = searchedBases(layer.weight, weight);
    QCOMPARE(bases.sizes(), layer.basis.sizes());
    const double difference = (bases - layer.basis).abs().max().item<double>();
    QVERIFY2(difference <= tolerance * layer.basis.abs().max().item<double>(), qPrintable(QString::number(difference)));
}

void SearchedBasisTest::aLayerOfZerosHasFiniteBases()
{
    const at::Tensor weight = at::zeros({ 12, 8, 3, 3 });
    for (const bool perLayer : { false, true }) {
        const LayerQuantization layer = quantized(planOf(perLayer, 8, true), weight);
        QVERIFY(at::isfinite(searchedBases(layer.weight, weight)).all().item<bool>());
    }
}

QTEST_GUILESS_MAIN(SearchedBasisTest)
#include "tst_searched_basis.moc"
