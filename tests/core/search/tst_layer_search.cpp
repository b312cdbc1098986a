// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/nearest_plane.h"
#include "core/quantize/bias_correction.h"
#include "core/run/run_control.h"
#include "core/search/layer_search.h"
#include "core/selftest/same_bytes_checks.h"
#include "core/support/worker_threads.h"

#include <QtTest/QtTest>

#include <algorithm>
#include <map>

using namespace latticeq;

namespace {

LayerSearchResult run(const LayerSearch& search)
{
    RunControl control;
    WorkerThreads workers(2);
    return searchLayer(search, workers, control);
}

} // namespace

class LayerSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theReportedErrorIsThatOfTheCoordinates_data();
    void theReportedErrorIsThatOfTheCoordinates();
    void everyRestartFallsAndTheLayersLineIsBelowThem();
    void aSearchBeatsItsScalarGrid();
    void channelsOfZeroBitsStayZero();
    void lookingAtTheBasesChangesNothing();
    void stoppingIsAResult();
    void aTimeBudgetEndsEveryNoiseLevel();
    void coordinateLimitsAreThoseOfTheDesign();
};

void LayerSearchTest::theReportedErrorIsThatOfTheCoordinates_data()
{
    QTest::addColumn<bool>("perLayer");
    QTest::addColumn<bool>("biasCorrected");
    QTest::newRow("one basis per channel") << false << false;
    QTest::newRow("one basis for the layer") << true << false;
    QTest::newRow("per channel after bias correction") << false << true;
    QTest::newRow("per layer after bias correction") << true << true;
}

void LayerSearchTest::theReportedErrorIsThatOfTheCoordinates()
{
    QFETCH(bool, perLayer);
    QFETCH(bool, biasCorrected);
    LayerSearch search = randomLayer(6, 200, 3, 3, 1);
    search.perLayer = perLayer;
    search.biasCorrected = biasCorrected;
    search.basisBits = 8;
    const LayerSearchResult result = run(search);
    at::Tensor points = latticePoints(result.coordinates, result.basis);
    if (biasCorrected)
        points = corrected(points, channelCorrection(search.vectors, points));
    const at::Tensor errors = cubicError(search.vectors, points).to(at::kDouble);
    QVERIFY(std::abs(result.cubicError() / errors.sum().item<double>() - 1) < 1e-5);
    QCOMPARE(result.cubicErrors.size(), size_t(perLayer ? 1 : 6));
}

void LayerSearchTest::everyRestartFallsAndTheLayersLineIsBelowThem()
{
    LayerSearch search = randomLayer(5, 100, 3, 4, 2);
    search.restarts = 3;
    search.stepsPerPhase = 80;
    const LayerSearchResult result = run(search);
    QVERIFY(result.convergence.size() <= size_t(kConvergencePoints));
    std::map<int, double> last;
    for (const ConvergencePoint& point : result.convergence) {
        QVERIFY(!last.contains(point.restart) || point.bestError <= last[point.restart]);
        last[point.restart] = point.bestError;
    }
    QCOMPARE(last.size(), size_t(4));
    for (int restart = 0; restart < 3; ++restart)
        QVERIFY(last[-1] <= last[restart]);
    QCOMPARE(last[-1], result.cubicError());
    QCOMPARE(result.convergence.back().candidates, 720);
}

void LayerSearchTest::aSearchBeatsItsScalarGrid()
{
    LayerSearch search = randomLayer(4, 300, 3, 4, 3);
    const double lattice = run(search).cubicError();
    search.vectors = search.vectors.reshape({ 4, -1, 1 });
    search.stepsPerPhase = kScalarSteps;
    QVERIFY(lattice < 0.8 * run(search).cubicError());
}

void LayerSearchTest::channelsOfZeroBitsStayZero()
{
    LayerSearch search = randomLayer(3, 50, 3, 3, 4);
    search.channelBits = { 0, 3, 5 };
    const LayerSearchResult result = run(search);
    QVERIFY(at::equal(result.coordinates[0], at::zeros_like(result.coordinates[0])));
    QVERIFY(result.coordinates[1].max().item<float>() <= 4 && result.coordinates[1].min().item<float>() >= -3);
    QVERIFY(result.coordinates[2].max().item<float>() > 4);
}

void LayerSearchTest::lookingAtTheBasesChangesNothing()
{
    LayerSearch search = randomLayer(6, 100, 3, 4, 8);
    search.restarts = 2;
    search.basisBits = 8;
    RunControl control;
    WorkerThreads workers(2);
    std::vector<float> last;
    int64_t candidates = 0;
    const LayerSearchResult watched
        = searchLayer(search, workers, control, {}, [&](int64_t tried, const BestBases& bases) {
              candidates = tried;
              last = bases();
          });
    QVERIFY(at::equal(watched.basis, run(search).basis));
    QCOMPARE(candidates, watched.candidates);
    QVERIFY(at::equal(at::tensor(last, at::kFloat), watched.basis.flatten()));
}

void LayerSearchTest::stoppingIsAResult()
{
    LayerSearch search = randomLayer(8, 500, 3, 4, 5);
    search.stepsPerPhase = 100'000;
    RunControl control;
    WorkerThreads workers(2);
    const LayerSearchResult result
        = searchLayer(search, workers, control, [&](const std::vector<ConvergencePoint>&) { control.requestStop(); });
    QVERIFY(result.stopped);
    QVERIFY(result.candidates < 900'000);
}

void LayerSearchTest::aTimeBudgetEndsEveryNoiseLevel()
{
    LayerSearch search = randomLayer(64, 500, 3, 4, 6);
    search.stepsPerPhase = 1'000'000;
    search.budgetSeconds = 0.5;
    const LayerSearchResult result = run(search);
    QVERIFY(!result.stopped);
    QVERIFY(result.candidates > 0 && result.candidates < 9'000'000);
    QCOMPARE(result.convergence.back().candidates, result.candidates);
    LayerSearch little = search;
    little.budgetSeconds = 0;
    little.stepsPerPhase = 1;
    QVERIFY(result.cubicError() < 0.5 * run(little).cubicError());
}

void LayerSearchTest::coordinateLimitsAreThoseOfTheDesign()
{
    QCOMPARE(coordinateLimits(0), std::pair(0.0F, 0.0F));
    QCOMPARE(coordinateLimits(1), std::pair(0.0F, 1.0F));
    QCOMPARE(coordinateLimits(4), std::pair(-7.0F, 8.0F));
    QCOMPARE(coordinateLimits(8), std::pair(-127.0F, 128.0F));
}

QTEST_GUILESS_MAIN(LayerSearchTest)
#include "tst_layer_search.moc"
