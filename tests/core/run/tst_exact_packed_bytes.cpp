// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/exact_packed_bytes.h"
#include "core/graph/model_catalog.h"
#include "core/io/packed_checkpoint.h"
#include "core/run/describe_model.h"
#include "core/run/run.h"
#include "tests/support/sample_files.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

using namespace latticeq;

class ExactPackedBytesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itIsTheSizeOfTheWrittenFile_data();
    void itIsTheSizeOfTheWrittenFile();
};

void ExactPackedBytesTest::itIsTheSizeOfTheWrittenFile_data()
{
    QTest::addColumn<QString>("change");
    for (const char* change : { "as it is", "no bias correction", "plain bases", "per layer", "scalar", "channel thresholds",
             "weights alone", "a layer left alone" })
        QTest::newRow(change) << change;
}

void ExactPackedBytesTest::itIsTheSizeOfTheWrittenFile()
{
    QFETCH(QString, change);
    const test::TemporaryFolder folder;
    RunSettings settings = test::quickSettings(folder.path("run"));
    settings.biasCorrection = change != "no bias correction";
    settings.quantizeBasis = change != "plain bases";
    settings.perLayer = change == "per layer";
    settings.scalar = change == "scalar";
    settings.activationsPerChannel = change == "channel thresholds";
    settings.quantizeActivations = change != "weights alone";
    if (change == "a layer left alone")
        settings.layerBits["layer2.0.conv1"] = kFullPrecisionBits;
    RunControl control;
    const RunResult result = run(settings, [](const RunEvent&) {}, control);

    const Network network = test::demoNetwork();
    QuantizedModel model;
    model.model = kDemoModel;
    model.data = "fashion-mnist";
    const auto plans = planLayers(layerShapes(network), settings, [](const std::string&) {});
    const int64_t bytes = exactPackedBytes(model, network, plans, settings.quantizeActivations);
    QVERIFY2(bytes >= result.packedBytes && bytes <= result.packedBytes + 32,
        qPrintable(QString("%1, the file has %2").arg(bytes).arg(result.packedBytes)));
}

QTEST_GUILESS_MAIN(ExactPackedBytesTest)
#include "tst_exact_packed_bytes.moc"
