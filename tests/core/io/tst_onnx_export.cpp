// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/onnx_export.h"

#include "core/graph/script/script_import.h"
#include "core/io/atomic_file.h"
#include "tests/support/every_operation.h"

#include <QtTest/QtTest>

using namespace latticeq;

namespace {

QuantizedModel modelOf(const Network& network)
{
    ModelInfo info;
    info.inputChannels = 4;
    info.inputSize = 6;
    QuantizedModel model;
    model.model = network.title();
    model.imported = std::make_shared<ImportedModel>(ImportedModel { info, network.withoutParameters() });
    model.parameters = network.parameters();
    return model;
}

/** The graph's bytes; skips the test where the build has no ONNX, after a look at what it says then. */
std::string written(const QuantizedModel& model)
{
    try {
        return onnxModel(model);
    } catch (const std::invalid_argument& error) {
        if (std::string(error.what()).starts_with("this build has no ONNX"))
            return {};
        throw;
    }
}

size_t countOf(const std::string& bytes, const std::string& word)
{
    size_t count = 0;
    for (size_t at = bytes.find(word); at != std::string::npos; at = bytes.find(word, at + word.size()))
        ++count;
    return count;
}

} // namespace

class OnnxExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyOperationPassesTheChecker();
    void weightsKeepTheirNames();
    void activationsGoThroughPairs_data();
    void activationsGoThroughPairs();
    void wholeModulesAreRefused();
    void equalModelsGiveEqualBytes();
};

void OnnxExportTest::everyOperationPassesTheChecker()
{
    const std::string bytes = written(modelOf(test::everyOperation()));
    if (bytes.empty())
        QSKIP("without ONNX");
    for (const char* word : { "images", "logits", "LatticeQ Explorer" })
        QVERIFY2(bytes.find(word) != std::string::npos, word);
}

void OnnxExportTest::weightsKeepTheirNames()
{
    const Network network = test::everyOperation();
    const std::string bytes = written(modelOf(network));
    if (bytes.empty())
        QSKIP("without ONNX");
    for (const auto& item : network.parameters()) {
        const bool used = item.key() != "aux.weight";
        QCOMPARE(bytes.find(item.key()) != std::string::npos, used);
    }
}

void OnnxExportTest::activationsGoThroughPairs_data()
{
    QTest::addColumn<QString>("node");
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("isSigned");
    QTest::addColumn<int>("pairs");
    QTest::newRow("of a layer") << "conv" << 1 << 8 << false << 1;
    QTest::newRow("of a layer, signed, few bits") << "conv" << 1 << 3 << true << 1;
    QTest::newRow("of every channel") << "conv" << 4 << 4 << false << 1;
    QTest::newRow("of a linear layer's features") << "fc" << 4 << 8 << true << 1;
    QTest::newRow("with more codes than a byte has") << "conv" << 1 << 12 << false << 0;
}

void OnnxExportTest::activationsGoThroughPairs()
{
    QFETCH(QString, node);
    QFETCH(int, channels);
    QFETCH(int, bits);
    QFETCH(bool, isSigned);
    QFETCH(int, pairs);
    QuantizedModel model = modelOf(test::everyOperation());
    model.activations[node.toStdString()]
        = { at::full({ channels }, 1.5), at::full({ channels }, bits, at::kLong), isSigned };
    const std::string bytes = written(model);
    if (bytes.empty())
        QSKIP("without ONNX");
    QCOMPARE(countOf(bytes, "DequantizeLinear"), static_cast<size_t>(pairs));
    QCOMPARE(countOf(bytes, "QuantizeLinear"), static_cast<size_t>(pairs)); // the other one begins with a small letter
}

void OnnxExportTest::wholeModulesAreRefused()
{
    const std::string archive = readFile(LATTICEQ_GOLDEN_DIR "/script/strange_scripted.pt");
    const Network network = importScript(archive, "strange.pt", { 3, 16, 16 }).network;
    QVERIFY_EXCEPTION_THROWN(onnxModel(modelOf(network)), std::invalid_argument);
}

void OnnxExportTest::equalModelsGiveEqualBytes()
{
    const QuantizedModel model = modelOf(test::everyOperation());
    if (written(model).empty())
        QSKIP("without ONNX");
    QVERIFY(onnxModel(model) == onnxModel(model));
}

QTEST_GUILESS_MAIN(OnnxExportTest)
#include "tst_onnx_export.moc"
