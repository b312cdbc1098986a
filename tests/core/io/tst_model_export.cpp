// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/model_export.h"
#include "core/io/atomic_file.h"
#include "core/io/packed_checkpoint.h"
#include "core/io/run_files.h"
#include "core/io/state_dict_file.h"
#include "core/run/run.h"
#include "tests/support/sample_files.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

using namespace latticeq;

class ModelExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aSuffixIsAddedWhereThereIsNone();
    void thePackedFileIsCopied();
    void fullSizeFilesHoldTheRebuiltWeights_data();
    void fullSizeFilesHoldTheRebuiltWeights();
    void whatCannotBeExportedLeavesNothing_data();
    void whatCannotBeExportedLeavesNothing();

private:
    test::TemporaryFolder m_folder;
};

void ModelExportTest::initTestCase()
{
    RunSettings settings = test::quickSettings(m_folder.path("run"));
    settings.quantizeActivations = false;
    settings.evaluationImages = 100;
    RunControl control;
    QVERIFY(!run(settings, [](const RunEvent&) {}, control).stopped);
    writeFileAtomically(m_folder.path("text.safetensors"), "no model");
}

void ModelExportTest::aSuffixIsAddedWhereThereIsNone()
{
    QCOMPARE(exportPath("packed", "a/b"), std::filesystem::path("a/b.safetensors"));
    QCOMPARE(exportPath("pth", "a/b"), std::filesystem::path("a/b.pth"));
    QCOMPARE(exportPath("safetensors", "a/b.st"), std::filesystem::path("a/b.st"));
    QCOMPARE(exportPath("torchscript", "a/b"), std::filesystem::path("a/b.pt"));
    QVERIFY_EXCEPTION_THROWN(exportPath("zip", "a"), std::invalid_argument);
}

void ModelExportTest::thePackedFileIsCopied()
{
    const auto written = exportModel(m_folder.path("run"), "packed", m_folder.path("small"));
    QCOMPARE(written, m_folder.path("small.safetensors"));
    QCOMPARE(readFile(written), readFile(m_folder.path("run") / kPackedFile));
    QCOMPARE(exportModel(written, "packed", written), written);
    QCOMPARE(readFile(written), readFile(m_folder.path("run") / kPackedFile));
}

void ModelExportTest::fullSizeFilesHoldTheRebuiltWeights_data()
{
    QTest::addColumn<std::string>("format");
    QTest::newRow("PyTorch") << std::string("pth");
    QTest::newRow("safetensors") << std::string("safetensors");
}

void ModelExportTest::fullSizeFilesHoldTheRebuiltWeights()
{
    QFETCH(std::string, format);
    const auto packed = m_folder.path("run") / kPackedFile;
    const StateDict expected = fullParameters(unpackModel(readSafetensors(packed), "run"));
    writeFileAtomically(m_folder.path("full." + format), "older");
    const StateDict read = readStateDict(exportModel(packed, format, m_folder.path("full")));
    QCOMPARE(read.size(), expected.size());
    for (const auto& item : expected)
        QVERIFY2(at::equal(read[item.key()], item.value()), item.key().c_str());
}

void ModelExportTest::whatCannotBeExportedLeavesNothing_data()
{
    QTest::addColumn<std::string>("source");
    QTest::addColumn<std::string>("target");
    QTest::newRow("a folder without a run") << std::string(".") << std::string("x");
    QTest::newRow("a file of another kind") << std::string("text.safetensors") << std::string("x");
    QTest::newRow("no file at all") << std::string("missing.safetensors") << std::string("x");
    QTest::newRow("another suffix") << std::string("run/summary.json") << std::string("x");
    QTest::newRow("a target that is a folder") << std::string("run") << std::string("taken.pth");
    QTest::newRow("a target in a folder that is not there") << std::string("run") << std::string("none/x");
}

void ModelExportTest::whatCannotBeExportedLeavesNothing()
{
    QFETCH(std::string, source);
    QFETCH(std::string, target);
    std::filesystem::create_directory(m_folder.path("taken.pth"));
    const QStringList before = m_folder.entries();
    for (const char* format : { "packed", "pth", "safetensors", "torchscript", "onnx" }) {
        if (target != "taken.pth" || std::string(format) == "pth")
            QVERIFY_EXCEPTION_THROWN(exportModel(m_folder.path(source), format, m_folder.path(target)), std::invalid_argument);
    }
    QCOMPARE(m_folder.entries(), before);
}

QTEST_GUILESS_MAIN(ModelExportTest)
#include "tst_model_export.moc"
