// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/script/script_import.h"

#include "core/graph/forward.h"
#include "core/io/atomic_file.h"
#include "core/io/network_json.h"
#include "core/io/safetensors.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>
#include <torch/csrc/jit/api/module.h>

using namespace latticeq;

namespace {

const std::vector<int64_t> kImage { 3, 16, 16 };

std::string sample(const QString& name)
{
    return readFile(LATTICEQ_GOLDEN_DIR "/script/" + name.toStdString() + ".pt");
}

StateDict golden()
{
    return readSafetensors(LATTICEQ_GOLDEN_DIR "/script/logits.safetensors").tensors;
}

/** A module whose forward() has these lines, after a convolution `c` of 3 to 4 channels, and `v` of 4 numbers. */
std::string moduleOf(const std::string& body)
{
    torch::jit::Module module("m");
    torch::jit::Module convolution("c");
    convolution.register_parameter("weight", test::randomTensor({ 4, 3, 3, 3 }, 1), false);
    module.register_module("c", convolution);
    module.register_parameter("v", test::randomTensor({ 4 }, 2), false);
    module.define("def forward(self, x):\n    x = torch.conv2d(x, self.c.weight)\n" + body);
    std::ostringstream stream;
    module.save(stream);
    return stream.str();
}

double relativeDifference(const at::Tensor& a, const at::Tensor& b)
{
    return ((a - b).abs().max() / b.abs().max()).item<double>();
}

} // namespace

class ScriptImportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modulesGivePyTorchsLogits_data();
    void modulesGivePyTorchsLogits();
    void aModuleSurvivesItsDescription_data() { modulesGivePyTorchsLogits_data(); }
    void aModuleSurvivesItsDescription();
    void parametersKeepTheirNames();
    void operatorsBecomeNodes_data();
    void operatorsBecomeNodes();
    void otherOperatorsAreNamed_data();
    void otherOperatorsAreNamed();
    void aWholeModuleComputesWithTheNetworksWeights();
    void theFirstHeadIsTaken();
    void whatIsNoModuleIsRefused();
    void aModuleWithoutAnEndIsRefused();
    void aModuleThatDividesByZeroIsRefused_data();
    void aModuleThatDividesByZeroIsRefused();
    void aModuleWithoutLogitsOrLayersIsRefused();
    void damagedArchivesAreRefused();
    void otherImagesAreRefused();
};

void ScriptImportTest::modulesGivePyTorchsLogits_data()
{
    QTest::addColumn<QString>("name");
    for (const char* kind : { "depthwise", "dense", "modern" }) {
        for (const char* how : { "scripted", "traced" })
            QTest::newRow(qPrintable(QStringLiteral("%1, %2").arg(kind, how)))
                << QStringLiteral("%1_%2").arg(kind, how);
    }
}

void ScriptImportTest::modulesGivePyTorchsLogits()
{
    QFETCH(QString, name);
    const ImportedNetwork imported = importScript(sample(name), "sample.pt", kImage);
    QCOMPARE(QString::fromStdString(imported.unknown), QString());
    const StateDict expected = golden();
    const at::Tensor& logits = expected[name.section(u'_', 0, 0).toStdString()];
    QVERIFY(relativeDifference(forward(imported.network, expected["images"]), logits) < 1e-5);
    QCOMPARE(imported.classes, logits.size(1));
}

void ScriptImportTest::aModuleSurvivesItsDescription()
{
    QFETCH(QString, name);
    const Network network = importScript(sample(name), "sample.pt", kImage).network;
    const auto json = nlohmann::ordered_json::parse(networkToJson(network).dump());
    Network again = networkFromJson(json, "again", nullptr);
    again.loadParameters(network.parameters(), "sample");
    const at::Tensor images = golden()["images"];
    QVERIFY(at::equal(forward(again, images), forward(network, images)));
}

void ScriptImportTest::parametersKeepTheirNames()
{
    const std::string archive = sample("dense_scripted");
    const Network network = importScript(archive, "dense.pt", kImage).network;
    const StateDict own = scriptTensors(archive, "dense.pt");
    QCOMPARE(network.parameters().size(), own.size());
    for (const auto& item : own)
        QVERIFY2(network.parameters().contains(item.key()), item.key().c_str());
    QVERIFY(network.find("grow.2") && network.find("last"));
}

void ScriptImportTest::operatorsBecomeNodes_data()
{
    QTest::addColumn<QString>("body");
    const auto row = [](const char* name, const char* lines) { QTest::newRow(name) << QString::fromLatin1(lines); };
    const char* end = "    return x.mean([2, 3])\n";
    const auto step = [&](const char* name, const char* line) {
        QTest::newRow(name) << QStringLiteral("    %1\n%2").arg(QLatin1String(line), QLatin1String(end));
    };
    step("a function in place", "x.relu_()");
    step("a value read again after a function in place", "y = x + 1\n    x.mul_(2)\n    x = x + y");
    step("clipping to six", "x = torch.hardtanh(x, 0., 6.)");
    step("clipping from below alone", "x = torch.clamp(x, min=-0.1)");
    step("a number minus a tensor", "x = 1 - x");
    step("a number divided by a tensor", "x = 2 / (x.abs() + 1)");
    step("a constant per channel", "x = x * self.v.view(1, 4, 1, 1)");
    step("negation and rounding", "x = torch.round(-x * 8) / 8");
    step("slices of channels", "x = torch.cat([x[:, 2:], x[:, :2]], 1)");
    step("split into unequal parts", "a, b = torch.split(x, [1, 3], 1)\n    x = torch.cat([b, a], dim=1)");
    step("a loop", "for i in range(3):\n        x = torch.sigmoid(x) + i");
    step("a branch on the shape", "if x.size(1) == 4:\n        x = torch.tanh(x)\n    else:\n        x = -x");
    step("a gate as a vector", "g = x.mean([2, 3])\n    x = x * g.unsqueeze(-1).unsqueeze(-1)");
    step("a gate that keeps its dimensions", "x = x * torch.sigmoid(x.mean([2, 3], True))");
    step("groups of channels dealt out",
        "n, c, h, w = x.shape\n"
        "    x = x.reshape(n, 2, c // 2, h, w).transpose(1, 2).reshape(n, c, h, w)");
    step("padding of one side", "x = torch.constant_pad_nd(x, [0, 1, 2, 0], 0.5)");
    step("pooling without a stride", "x = torch.max_pool2d(x, [2, 2])");
    step("channels last and back", "x = x.permute(0, 2, 3, 1).relu().permute(0, 3, 1, 2)");
    step("a list of tensors", "all = [x]\n    all.append(x * 2)\n    x = all[0] + all[1]");
    step("dropout that is off", "x = torch.dropout(x, 0.5, False)");
    row("logits with trailing dimensions", "    return torch.adaptive_avg_pool2d(x, [1, 1])\n");
    row("flattened by reshaping", "    return torch.adaptive_avg_pool2d(x, [2, 2]).view(x.size(0), -1)\n");
    row("squeezed twice", "    return torch.adaptive_avg_pool2d(x, [1, 1]).squeeze(-1).squeeze(-1)\n");
}

void ScriptImportTest::operatorsBecomeNodes()
{
    QFETCH(QString, body);
    const ImportedNetwork imported = importScript(moduleOf(body.toStdString()), "m.pt", kImage);
    QCOMPARE(QString::fromStdString(imported.unknown), QString());
    QVERIFY(imported.network.find("c"));
}

void ScriptImportTest::otherOperatorsAreNamed_data()
{
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("named");
    QTest::newRow("an operator without a node") << "    return torch.cumsum(x, 3).mean([2, 3])\n"
                                                << "aten::cumsum";
    QTest::newRow("a mean over the batch") << "    return (x - x.mean([0], True)).mean([2, 3])\n"
                                           << "aten::mean";
    QTest::newRow("a branch on values") << "    if bool(x.sum() > 0):\n        x = -x\n    return x.mean([2, 3])\n"
                                        << "aten::sum";
    QTest::newRow("a weight computed from the images")
        << "    return torch.conv2d(x, x[0:1, :, 0:3, 0:3]).mean([2, 3])\n"
        << "aten::slice";
    QTest::newRow("a tensor changed through another")
        << "    y = x.view(x.size(0), -1)\n    y.mul_(2)\n    return x.mean([2, 3])\n"
        << "another tensor";
}

void ScriptImportTest::otherOperatorsAreNamed()
{
    QFETCH(QString, body);
    QFETCH(QString, named);
    const ImportedNetwork imported = importScript(moduleOf(body.toStdString()), "m.pt", kImage);
    QVERIFY2(imported.unknown.find(named.toStdString()) != std::string::npos, imported.unknown.c_str());
    QVERIFY(programOf(imported.network) != nullptr); // and computed as a whole
}

void ScriptImportTest::aWholeModuleComputesWithTheNetworksWeights()
{
    ImportedNetwork imported = importScript(sample("strange_scripted"), "strange.pt", kImage);
    QVERIFY(imported.unknown.find("aten::cumsum") != std::string::npos);
    QVERIFY(imported.unknown.find("make_script_samples.py, line ") != std::string::npos);
    QCOMPARE(imported.network.weightedNodes().size(), size_t(3));
    const StateDict expected = golden();
    QVERIFY(at::equal(forward(imported.network, expected["images"]), expected["strange"]));
    imported.network.setParameter("head.weight", at::zeros({ 4, 6 }));
    const at::Tensor bias = imported.network.parameters()["head.bias"];
    QVERIFY(at::equal(forward(imported.network, expected["images"]), bias.expand({ 2, 4 })));
}

void ScriptImportTest::theFirstHeadIsTaken()
{
    const std::string archive = moduleOf("    y = x.mean([2, 3])\n    return y, y * 2\n");
    const ImportedNetwork imported = importScript(archive, "m.pt", kImage);
    QCOMPARE(QString::fromStdString(imported.unknown), QString());
    QCOMPARE(imported.network.nodes().size(), size_t(4)); // images, convolution, pooling, flattening
}

void ScriptImportTest::whatIsNoModuleIsRefused()
{
    torch::jit::Module module("m");
    module.define("def other(self, x):\n    return x\n");
    std::ostringstream stream;
    module.save(stream);
    QVERIFY_EXCEPTION_THROWN(importScript(stream.str(), "other.pt", kImage), std::invalid_argument);
    const std::string weights = readFile(LATTICEQ_GOLDEN_DIR "/checkpoints/plain.pth");
    QVERIFY_EXCEPTION_THROWN(importScript(weights, "plain.pth", kImage), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(importScript("text", "text.pt", kImage), std::invalid_argument);
}

void ScriptImportTest::aModuleWithoutAnEndIsRefused()
{
    const std::string archive = moduleOf("    i = 0\n    while i >= 0:\n        i += 1\n    return x.mean([2, 3])\n");
    QVERIFY_EXCEPTION_THROWN(importScript(archive, "endless.pt", kImage), std::invalid_argument);
}

void ScriptImportTest::aModuleThatDividesByZeroIsRefused_data()
{
    QTest::addColumn<QString>("quotient");
    QTest::newRow("a remainder") << "x.size(0) % (x.size(1) - 4)";
    QTest::newRow("a quotient") << "x.size(0) // (x.size(1) - 4)";
    QTest::newRow("both") << "divmod(x.size(0), x.size(1) - 4)[0]";
    QTest::newRow("a quotient beyond all numbers") << "(-9223372036854775807 - 1) // (x.size(1) - 5)";
}

void ScriptImportTest::aModuleThatDividesByZeroIsRefused()
{
    QFETCH(QString, quotient);
    const std::string end = " + " + quotient.toStdString() + "\n    return x.mean([2, 3])\n";
    for (const char* start : { "    x = x", "    x = torch.cumsum(x, 3)" }) { // in nodes, and as a whole
        try {
            importScript(moduleOf(start + end), "zero.pt", kImage);
            QFAIL("accepted");
        } catch (const std::invalid_argument& error) {
            QVERIFY2(std::string(error.what()).find("divides by zero") != std::string::npos, error.what());
        }
    }
}

void ScriptImportTest::aModuleWithoutLogitsOrLayersIsRefused()
{
    QVERIFY_EXCEPTION_THROWN(importScript(moduleOf("    return x\n"), "maps.pt", kImage), std::invalid_argument);
    torch::jit::Module module("m");
    module.define("def forward(self, x):\n    return x.mean([2, 3])\n");
    std::ostringstream stream;
    module.save(stream);
    QVERIFY_EXCEPTION_THROWN(importScript(stream.str(), "bare.pt", kImage), std::invalid_argument);
}

void ScriptImportTest::damagedArchivesAreRefused()
{
    const std::string whole = sample("depthwise_scripted");
    for (size_t i = 0; i < whole.size(); i += whole.size() / 97) {
        std::string damaged = whole;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
        try {
            importScript(damaged, "damaged.pt", kImage); // a time stamp or padding may be what is changed
        } catch (const std::invalid_argument& error) {
            QVERIFY2(std::string(error.what()).starts_with("damaged.pt "), error.what());
        }
        QVERIFY_EXCEPTION_THROWN(importScript(whole.substr(0, i), "short.pt", kImage), std::invalid_argument);
    }
}

void ScriptImportTest::otherImagesAreRefused()
{
    try {
        importScript(sample("depthwise_traced"), "d.pt", { 4, 16, 16 });
        QFAIL("accepted");
    } catch (const std::invalid_argument& error) {
        QVERIFY2(std::string(error.what()).find("images of 4 × 16 × 16") != std::string::npos, error.what());
    }
    QCOMPARE(scriptInputChannels(sample("depthwise_traced"), "d.pt"), int64_t(3));
}

QTEST_GUILESS_MAIN(ScriptImportTest)
#include "tst_script_import.moc"
