// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/chain_kernel.h"
#include "core/lattice/nearest_plane.h"
#include "core/quantize/bias_correction.h"
#include "core/run/run_control.h"
#include "core/search/refined_search.h"
#include "core/support/worker_threads.h"
#include "tests/support/sample_files.h"

#include <ATen/ATen.h>
#include <QtTest/QtTest>

#include <numeric>

using namespace latticeq;

namespace {

LayerSearchResult refine(const LayerSearch& search, int threads = 2)
{
    RunControl control;
    WorkerThreads workers(threads);
    return refineLayer(search, workers, control);
}

LayerSearchResult searchRandomly(const LayerSearch& search)
{
    RunControl control;
    WorkerThreads workers(2);
    return searchLayer(search, workers, control);
}

void addKinds()
{
    QTest::addColumn<bool>("perLayer");
    QTest::addColumn<bool>("biasCorrected");
    QTest::newRow("one basis per channel") << false << false;
    QTest::newRow("one basis for the layer") << true << false;
    QTest::newRow("per channel after bias correction") << false << true;
    QTest::newRow("per layer after bias correction") << true << true;
}

/** Six channels of a trained layer, 240 weights each, in groups of n. */
LayerSearch trainedLayer(int n)
{
    const Network network = test::demoNetwork();
    const at::Tensor& weight = network.parameter(network.node(*network.find("layer2.1.conv1")), "weight");
    LayerSearch search;
    search.bits = 3;
    search.channelBits.assign(6, search.bits);
    search.vectors
        = (weight / weight.abs().max()).flatten(1).narrow(0, 0, 6).narrow(1, 0, 240).reshape({ 6, -1, n }).contiguous();
    return search;
}

LayerSearch layerOf(bool perLayer, bool biasCorrected)
{
    LayerSearch search = trainedLayer(3);
    search.perLayer = perLayer;
    search.biasCorrected = biasCorrected;
    search.basisBits = 8;
    search.restarts = 3;
    search.stepsPerPhase = 30;
    return search;
}

bool sameResult(const LayerSearchResult& a, const LayerSearchResult& b)
{
    return at::equal(a.basis, b.basis) && at::equal(a.coordinates, b.coordinates) && a.cubicErrors == b.cubicErrors
        && a.candidates == b.candidates;
}

} // namespace

class RefinedSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { useInstructionSet({}); }
    void theReportedErrorIsThatOfTheCoordinates_data() { addKinds(); }
    void theReportedErrorIsThatOfTheCoordinates();
    void theErrorIsBelowTheRandomSearchOfTheSameCost_data() { addKinds(); }
    void theErrorIsBelowTheRandomSearchOfTheSameCost();
    void biasCorrectionHasNothingLeftToStretch();
    void basesAreCodesOfTheirBits();
    void threadsAndInstructionSetsChangeNothing_data() { addKinds(); }
    void threadsAndInstructionSetsChangeNothing();
    void otherGroupDimensionsAreSearchedToo_data();
    void otherGroupDimensionsAreSearchedToo();
    void channelsOfZeroBitsAndZerosStayZero();
    void convergenceFallsAndCountsEveryCandidate();
    void stoppingIsAResult();
    void aTimeBudgetEndsIt();
};

void RefinedSearchTest::theReportedErrorIsThatOfTheCoordinates()
{
    QFETCH(bool, perLayer);
    QFETCH(bool, biasCorrected);
    const LayerSearch search = layerOf(perLayer, biasCorrected);
    const LayerSearchResult result = refine(search);
    at::Tensor points = latticePoints(result.coordinates, result.basis);
    if (biasCorrected)
        points = corrected(points, channelCorrection(search.vectors, points));
    const at::Tensor errors = cubicError(search.vectors, points).to(at::kDouble);
    QVERIFY(std::abs(result.cubicError() / errors.sum().item<double>() - 1) < 1e-5);
    QCOMPARE(result.cubicErrors.size(), size_t(perLayer ? 1 : 6));
    const auto [low, high] = coordinateLimits(search.bits);
    QVERIFY(result.coordinates.min().item<float>() >= low && result.coordinates.max().item<float>() <= high);
    QVERIFY(at::equal(result.coordinates, at::round(result.coordinates)));
}

void RefinedSearchTest::theErrorIsBelowTheRandomSearchOfTheSameCost()
{
    QFETCH(bool, perLayer);
    QFETCH(bool, biasCorrected);
    const LayerSearch search = layerOf(perLayer, biasCorrected);
    QVERIFY(refine(search).cubicError() < 0.95 * searchRandomly(search).cubicError());
}

/** A basis whose points are stretched takes the mean along, and the layer's output pays for it. */
void RefinedSearchTest::biasCorrectionHasNothingLeftToStretch()
{
    const LayerSearch search = layerOf(false, true);
    const LayerSearchResult result = refine(search);
    const ChannelCorrection correction
        = channelCorrection(search.vectors, latticePoints(result.coordinates, result.basis));
    QVERIFY((correction.gain - 1).abs().max().item<float>() < 0.05F);
}

void RefinedSearchTest::basesAreCodesOfTheirBits()
{
    LayerSearch search = layerOf(false, false);
    search.basisBits = 4;
    const LayerSearchResult result = refine(search);
    const at::Tensor codes = (result.basis / result.basisMaximum.reshape({ -1, 1, 1 }) + 1) / 2 * 15;
    QVERIFY(at::allclose(codes, at::round(codes), 0, 1e-4));
}

void RefinedSearchTest::threadsAndInstructionSetsChangeNothing()
{
    QFETCH(bool, perLayer);
    QFETCH(bool, biasCorrected);
    LayerSearch search = layerOf(perLayer, biasCorrected);
    search.stepsPerPhase = 10;
    const LayerSearchResult expected = refine(search, 1);
    QVERIFY(sameResult(refine(search, 3), expected));
    for (const std::string& set : instructionSets()) {
        useInstructionSet(set);
        QVERIFY2(sameResult(refine(search), expected), set.c_str());
    }
    search.seed = 2;
    QVERIFY(!sameResult(refine(search), expected));
}

void RefinedSearchTest::otherGroupDimensionsAreSearchedToo_data()
{
    QTest::addColumn<int>("n");
    for (const int n : { 1, 2, 4, 5 })
        QTest::addRow("n = %d", n) << n;
}

void RefinedSearchTest::otherGroupDimensionsAreSearchedToo()
{
    QFETCH(int, n);
    LayerSearch search = trainedLayer(n);
    search.basisBits = 8;
    search.restarts = 2;
    search.stepsPerPhase = n == 1 ? 100 : 80;
    const LayerSearchResult result = refine(search);
    const at::Tensor errors = cubicError(search.vectors, latticePoints(result.coordinates, result.basis));
    QVERIFY(std::abs(result.cubicError() / errors.sum().item<double>() - 1) < 1e-5);
    QVERIFY(result.cubicError() < searchRandomly(search).cubicError() * (n == 1 ? 1.0001 : 1));
}

void RefinedSearchTest::channelsOfZeroBitsAndZerosStayZero()
{
    LayerSearch search = layerOf(false, false);
    search.channelBits[2] = 0;
    search.vectors[3].zero_();
    const LayerSearchResult result = refine(search);
    QCOMPARE(result.coordinates[2].abs().max().item<float>(), 0.0F);
    QCOMPARE(latticePoints(result.coordinates, result.basis)[3].abs().max().item<float>(), 0.0F);
    QVERIFY(std::isfinite(result.cubicError()));
}

void RefinedSearchTest::convergenceFallsAndCountsEveryCandidate()
{
    const LayerSearchResult result = refine(layerOf(false, true));
    QVERIFY(std::ssize(result.convergence) <= kConvergencePoints);
    double last = std::numeric_limits<double>::infinity();
    int64_t candidates = 0;
    for (const ConvergencePoint& point : result.convergence) {
        QVERIFY(point.bestError <= last && point.candidates >= candidates);
        last = point.bestError;
        candidates = point.candidates;
    }
    QCOMPARE(candidates, result.candidates);
    QVERIFY(std::abs(last - result.cubicError()) < 1e-4 * last);
}

void RefinedSearchTest::stoppingIsAResult()
{
    RunControl control;
    WorkerThreads workers(2);
    int records = 0;
    const LayerSearchResult result
        = refineLayer(layerOf(false, false), workers, control, [&](const std::vector<ConvergencePoint>&) {
              if (++records == 3)
                  control.requestStop();
          });
    QVERIFY(result.stopped);
    QCOMPARE(records, 3);
    QVERIFY(std::isfinite(result.cubicError()));
}

void RefinedSearchTest::aTimeBudgetEndsIt()
{
    LayerSearch search = layerOf(false, false);
    search.stepsPerPhase = 1'000'000; // hours
    search.budgetSeconds = 0.2;
    const LayerSearchResult result = refine(search);
    QVERIFY(!result.stopped);
    QVERIFY(result.candidates > 0);
}

QTEST_GUILESS_MAIN(RefinedSearchTest)
#include "tst_refined_search.moc"
