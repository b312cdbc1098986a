// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/open_model.h"

#include "tests/support/sample_files.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

#include <filesystem>
#include <fstream>

using namespace latticeq;

namespace {

const std::string kScript = LATTICEQ_GOLDEN_DIR "/script/dense_traced.pt";

std::string refusal(const ModelSource& source)
{
    try {
        openModel(source);
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return {};
}

} // namespace

class OpenModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBuiltInNetworkHasItsOwnImages();
    void settingsGoBeforeTheNetworksImages();
    void aFileIsNamedAfterItself();
    void aFileTakesTheSizeOfASetWithOne();
    void unusableSourcesAreExplained_data();
    void unusableSourcesAreExplained();
};

void OpenModelTest::aBuiltInNetworkHasItsOwnImages()
{
    const OpenedModel demo = openModel({ kDemoModel });
    QVERIFY(!demo.imported && demo.unknown.empty());
    QCOMPARE(demo.info.inputSize, int64_t(28));
    QVERIFY(!demo.network.parameters().is_empty());
}

void OpenModelTest::settingsGoBeforeTheNetworksImages()
{
    ImageSettings images;
    images.size = 32;
    images.mean = { 0.25 };
    const OpenedModel demo = openModel({ kDemoModel, {}, {}, images });
    QVERIFY(demo.imported != nullptr); // so that the packed checkpoint tells
    QCOMPARE(demo.imported->info.inputSize, int64_t(32));
    QCOMPARE(demo.info.mean, images.mean);
    QCOMPARE(demo.info.deviation, findModel(kDemoModel).deviation);
    QVERIFY(demo.imported->network.parameters().is_empty());
    images.size = 448;
    QCOMPARE(imagesOf({ "resnet18", {}, {}, { 448 } }).resizeSize, int64_t(512)); // 256 for 224
}

void OpenModelTest::aFileIsNamedAfterItself()
{
    const OpenedModel model = openModel({ kScript, {}, {}, { 16 } });
    QCOMPARE(QString::fromStdString(model.info.name), QStringLiteral("dense_traced"));
    QCOMPARE(model.info.classes, int64_t(6));
    QCOMPARE(model.info.inputChannels, int64_t(3));
    QCOMPARE(model.info.mean.size(), size_t(3));
    QVERIFY(model.remarks.back().find("16 × 16") != std::string::npos);
}

void OpenModelTest::aFileTakesTheSizeOfASetWithOne()
{
    const test::TemporaryFolder folder;
    const std::filesystem::path set = std::filesystem::path(folder.path()) / "cifar";
    std::filesystem::create_directories(set);
    for (const char* name : { "data_batch_1.bin", "test_batch.bin" })
        std::ofstream(set / name, std::ios::binary) << std::string(2 * 3073, '\1');
    QCOMPARE(imagesOf({ kScript, {}, set.string() }).inputSize, int64_t(32));
    QCOMPARE(imagesOf({ kScript }).inputSize, int64_t(224));
}

void OpenModelTest::unusableSourcesAreExplained_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("weights");
    QTest::addColumn<int>("means");
    QTest::addColumn<QString>("expected");
    const QString script = QString::fromStdString(kScript);
    QTest::newRow("an unknown name") << "resnet19"
                                     << "" << 0 << "resnet18";
    QTest::newRow("no such file") << "missing.pt"
                                  << "" << 0 << "missing.pt";
    QTest::newRow("weights beside a file's own") << script << "a.pth" << 0 << "--weights";
    QTest::newRow("a state dictionary") << LATTICEQ_GOLDEN_DIR "/checkpoints/plain.pth"
                                        << "" << 0 << "name its architecture";
    QTest::newRow("a mean for other channels") << script << "" << 2 << "--image-mean has 2 numbers";
}

void OpenModelTest::unusableSourcesAreExplained()
{
    QFETCH(QString, model);
    QFETCH(QString, weights);
    QFETCH(int, means);
    QFETCH(QString, expected);
    ImageSettings images;
    images.mean.assign(static_cast<size_t>(means), 0.5);
    const std::string said = refusal({ model.toStdString(), weights.toStdString(), {}, images });
    QVERIFY2(said.find(expected.toStdString()) != std::string::npos, said.c_str());
}

QTEST_GUILESS_MAIN(OpenModelTest)
#include "tst_open_model.moc"
