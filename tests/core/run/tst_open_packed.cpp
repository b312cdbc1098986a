// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/open_packed.h"
#include "core/io/packed_checkpoint.h"
#include "core/io/run_files.h"
#include "core/run/run.h"
#include "tests/support/sample_files.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

#include <cmath>

using namespace latticeq;

namespace {

RunResult go(const RunSettings& settings)
{
    RunControl control;
    return run(settings, [](const RunEvent&) {}, control);
}

bool near(double a, double b, double tolerance)
{
    return std::abs(a - b) <= tolerance * std::abs(b);
}

/** Everything that a packed file tells of the settings, of both. */
void verifySettingsAgree(const RunSettings& read, const RunSettings& used)
{
    QCOMPARE(read.model, used.model);
    QCOMPARE(read.weightBits, used.weightBits);
    QCOMPARE(read.perLayer, used.perLayer);
    QCOMPARE(read.scalar, used.scalar);
    QCOMPARE(read.quantizeBasis, used.quantizeBasis);
    QCOMPARE(read.basisBits, used.basisBits);
    QCOMPARE(read.biasCorrection, used.biasCorrection);
    QCOMPARE(read.allocateWeightBits, used.allocateWeightBits);
    QCOMPARE(read.layerBits, used.layerBits);
    QCOMPARE(read.quantizeActivations, used.quantizeActivations);
    QCOMPARE(read.activationBits, used.activationBits);
    QCOMPARE(read.activationsPerChannel, used.activationsPerChannel);
    QCOMPARE(read.allocateActivationBits, used.allocateActivationBits);
}

} // namespace

class OpenPackedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPackedCheckpointTellsItsRun_data();
    void aPackedCheckpointTellsItsRun();
    void otherWeightsAreNoticed();
    void whatIsNoRunIsRefused();
};

void OpenPackedTest::aPackedCheckpointTellsItsRun_data()
{
    QTest::addColumn<RunSettings>("settings");
    RunSettings settings = test::quickSettings({});
    settings.evaluationImages = 20;
    QTest::newRow("the demo") << settings;
    settings.weightBits = 3;
    settings.layerBits = { { "layer2.0.conv1", 32 }, { "layer3.2.conv2", 2 } };
    QTest::newRow("three bits, some layers with bits of their own") << settings;
    settings.layerBits.clear();
    settings.perLayer = true;
    settings.quantizeActivations = false;
    settings.activationBits = 32;
    QTest::newRow("one basis a layer, no activations") << settings;
    settings = test::quickSettings({});
    settings.evaluationImages = 20;
    settings.scalar = true;
    settings.biasCorrection = false;
    settings.quantizeBasis = false;
    QTest::newRow("scalar without extras") << settings;
    settings.scalar = false;
    settings.allocateWeightBits = settings.activationsPerChannel = settings.allocateActivationBits = true;
    QTest::newRow("allocated bits") << settings;
}

void OpenPackedTest::aPackedCheckpointTellsItsRun()
{
    QFETCH(RunSettings, settings);
    const test::TemporaryFolder folder;
    settings.outputFolder = folder.path("run").string();
    const RunResult result = go(settings);
    const RunResult read = openPacked(folder.path("run/quantized.safetensors").string());
    verifySettingsAgree(read.settings, settings);
    QCOMPARE(read.packedBytes, result.packedBytes);
    QCOMPARE(read.fp32Bytes, result.fp32Bytes);
    QCOMPARE(read.effectiveBits, result.effectiveBits);
    QCOMPARE(read.layers.size(), result.layers.size());
    for (size_t i = 0; i < read.layers.size(); ++i) {
        const LayerReport& a = read.layers[i];
        const LayerReport& b = result.layers[i];
        QCOMPARE(a.name, b.name);
        QCOMPARE(a.type, b.type);
        QCOMPARE(a.bitsWeight, b.bitsWeight);
        QCOMPARE(a.bitsActivation, b.bitsActivation);
        QCOMPARE(a.group, b.group);
        QCOMPARE(a.perLayer, b.perLayer);
        QCOMPARE(a.bitsBasis, b.bitsBasis);
        QCOMPARE(a.effectiveBits, b.effectiveBits);
        QCOMPARE(a.mse, b.mse);
        QCOMPARE(a.sqnrDb, b.sqnrDb);
        QVERIFY2(near(a.mce, b.mce, 1e-3), a.name.c_str());
        QVERIFY(b.bitsWeight == 32 || std::isnan(a.scalarMce));
    }
}

void OpenPackedTest::otherWeightsAreNoticed()
{
    const test::TemporaryFolder folder;
    go(test::quickSettings(folder.path("run")));
    SafetensorsFile file = readSafetensors(folder.path("run") / kPackedFile);
    file.tensors["bn1.bias"] = file.tensors["bn1.bias"] + 1;
    writeSafetensors(folder.path("other.safetensors"), file);
    const RunResult read = openPacked(folder.path("other.safetensors").string());
    QVERIFY(std::isnan(read.layers[3].mse) && std::isnan(read.layers[3].mce));
    QCOMPARE(read.layers[3].bitsWeight, 4);
}

void OpenPackedTest::whatIsNoRunIsRefused()
{
    const test::TemporaryFolder folder;
    writeSafetensors(folder.path("plain.safetensors"), SafetensorsFile());
    for (const std::string& name : { std::string(), folder.path().string(), folder.path("plain.safetensors").string() })
        QVERIFY_EXCEPTION_THROWN(openPacked(name), std::invalid_argument);
}

QTEST_GUILESS_MAIN(OpenPackedTest)
#include "tst_open_packed.moc"
