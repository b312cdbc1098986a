// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/open_layers.h"
#include "core/io/run_files.h"
#include "core/io/safetensors.h"
#include "core/run/run.h"
#include "tests/support/sample_files.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

#include <cmath>
#include <numeric>

using namespace latticeq;

namespace {

RunResult go(const RunSettings& settings, int stopAfter = -1)
{
    RunControl control;
    return run(settings, [&](const RunEvent& event) {
        if (const auto* layer = std::get_if<LayerFinished>(&event); layer && layer->report.index == stopAfter)
            control.requestStop();
    }, control);
}

bool near(double a, double b, double tolerance = 1e-4)
{
    return std::abs(a - b) <= tolerance * std::abs(b);
}

double errorPerWeight(const LatticePicture& picture, const LayerReport& layer)
{
    const double sum = std::accumulate(picture.channelErrors.begin(), picture.channelErrors.end(), 0.0);
    return sum / static_cast<double>(layer.weights);
}

} // namespace

class OpenLayersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layersOfAFolderAreThoseOfTheRun_data();
    void layersOfAFolderAreThoseOfTheRun();
    void aStoppedRunShowsItsFinishedLayers();
    void otherWeightsAreRefused();
    void whatIsNoRunIsRefused();
};

void OpenLayersTest::layersOfAFolderAreThoseOfTheRun_data()
{
    QTest::addColumn<bool>("folderItself");
    QTest::newRow("a run folder") << true;
    QTest::newRow("its packed checkpoint with the run's settings") << false;
}

void OpenLayersTest::layersOfAFolderAreThoseOfTheRun()
{
    QFETCH(bool, folderItself);
    const test::TemporaryFolder folder;
    const RunSettings settings = test::quickSettings(folder.path("run"));
    const RunResult result = go(settings);
    const auto layers = folderItself
        ? openLayers(folder.path("run").string(), {})
        : openLayers((folder.path("run") / kPackedFile).string(), settings);
    for (const LayerReport& layer : result.layers) {
        const auto searched = layers->picture({ layer.name });
        const auto scalar = layers->picture({ layer.name, 0, LatticeKind::ScalarGrid });
        QVERIFY(searched && searched->finished);
        QVERIFY2(near(errorPerWeight(*searched, layer), layer.mce, 1e-3), layer.name.c_str());
        QVERIFY2(near(errorPerWeight(*scalar, layer), layer.scalarMce), layer.name.c_str());
        QCOMPARE(searched->figures.effectiveBits, layer.effectiveBits);
        const double rms = layers->distribution(layer.name, 30)->rmsError;
        QVERIFY(near(rms * rms, layer.mse));
    }
}

void OpenLayersTest::aStoppedRunShowsItsFinishedLayers()
{
    const test::TemporaryFolder folder;
    const RunSettings settings = test::quickSettings(folder.path("run"));
    const RunResult stopped = go(settings, 4);
    QVERIFY(stopped.stopped);
    const auto layers = openLayers(folder.path("run").string(), {});
    for (const LayerReport& layer : stopped.layers)
        QVERIFY(near(errorPerWeight(*layers->picture({ layer.name }), layer), layer.mce, 1e-3));
    QVERIFY(!layers->picture({ "layer3.0.conv1" }));
    QVERIFY(!layers->picture({ "layer3.0.conv1", 0, LatticeKind::ScalarGrid }));
    QVERIFY(!layers->distribution("layer3.0.conv1", 10));
}

void OpenLayersTest::otherWeightsAreRefused()
{
    const test::TemporaryFolder folder;
    RunSettings settings = test::quickSettings(folder.path("run"));
    settings.evaluationImages = 20;
    go(settings);
    SafetensorsFile file = readSafetensors(folder.path("run") / kPackedFile);
    file.tensors["bn1.bias"] = file.tensors["bn1.bias"] + 1;
    writeSafetensors(folder.path("other.safetensors"), file);
    QVERIFY_EXCEPTION_THROWN(openLayers(folder.path("other.safetensors").string(), {}), std::invalid_argument);
}

void OpenLayersTest::whatIsNoRunIsRefused()
{
    const test::TemporaryFolder folder;
    writeSafetensors(folder.path("plain.safetensors"), SafetensorsFile());
    for (const std::string& name : { std::string(), folder.path().string(), folder.path("plain.safetensors").string() })
        QVERIFY_EXCEPTION_THROWN(openLayers(name, {}), std::invalid_argument);
}

QTEST_GUILESS_MAIN(OpenLayersTest)
#include "tst_open_layers.moc"
