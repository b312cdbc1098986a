// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/model_catalog.h"
#include "core/io/atomic_file.h"
#include "core/io/safetensors.h"
#include "core/io/torch_checkpoint.h"
#include "tests/support/program.h"
#include "tests/support/sample_files.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>
#include <nlohmann/json.hpp>

#include <csignal>

using namespace latticeq;
using Json = nlohmann::json;

namespace {

const QStringList kQuick { "quantize", "--preset", "demo", "--steps", "3", "--nb_restarts", "2", "--batch_size", "32",
    "--eval-images", "200" };

QString text(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

/** One sentence on standard error that holds `complaint`, and exit code 2. */
void verifyRefused(const test::ProgramResult& result, const QString& complaint)
{
    QVERIFY2(result.exitCode == 2, qPrintable(QString("exit code %1: %2").arg(result.exitCode).arg(result.errors)));
    const QStringList lines = result.errors.trimmed().split('\n');
    QVERIFY2(lines.size() == 1, qPrintable(result.errors));
    QVERIFY2(lines[0].startsWith("latticeq: ") && lines[0].contains(complaint), qPrintable(lines[0]));
}

/** Two classes with three images each, of which one cannot be read. */
void writeImageFolder(const test::TemporaryFolder& folder)
{
    namespace fs = std::filesystem;
    for (const char* name : { "images/boots", "images/cups" }) {
        fs::create_directories(folder.path(name));
        for (const char* image : { "1.png", "2.png", "3.png" })
            fs::copy_file(fs::path(LATTICEQ_GOLDEN_DIR) / "images" / "pictures" / "photograph.png", folder.path(name) / image);
    }
    writeFileAtomically(folder.path("images/boots/3.png"), "no image");
}

} // namespace

/** The program as its users see it: arguments in; exit code, output and files out. */
class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("LATTICEQ_NO_CACHE", "1"); }
    void unusableInputIsOneSentence_data();
    void unusableInputIsOneSentence();
    void aDamagedCheckpointIsOneSentence();
    void aFullDiskIsOneSentence();
    void aRunCanBeEvaluatedAndExported();
    void interruptingKeepsFinishedLayers();
    void publishedFlagsAreUnderstoodInBothSpellings();
    void searchWritesBasisCoordinatesAndError();
    void forwardAgreesWithPython();
    void listsAndInspectPrintJson();
    void preprocessWritesWhatTheNetworkSees();
    void imageFoldersAreEvaluatedAndQuantized();
    void seedsAreRepeatedAndSummedUp();
};

void CommandLineTest::unusableInputIsOneSentence_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("complaint");
    const auto quantize = [](const QStringList& more) { return kQuick + more; };
    QTest::newRow("no command") << QStringList {} << "";
    QTest::newRow("an unknown flag") << quantize({ "--bitsX", "4" }) << "bitsX";
    QTest::newRow("weight bits") << quantize({ "--bitsW", "9" }) << "--bitsW is 9, expected 1 to 8";
    QTest::newRow("basis bits") << quantize({ "--bitsB", "1" }) << "--bitsB is 1, expected 2 to 16";
    QTest::newRow("activation bits") << quantize({ "--bitsA", "17" }) << "--bitsA is 17, expected 2 to 16 or 32";
    QTest::newRow("bits that are no number") << quantize({ "--bitsW", "four" }) << "four";
    QTest::newRow("an unknown layer") << quantize({ "--layer", "conv9=4" }) << "conv9";
    QTest::newRow("a layer without bits") << quantize({ "--layer", "conv1" }) << "NAME=bits";
    QTest::newRow("a time without a unit we know") << quantize({ "--time-budget", "5x" }) << "such as 90s";
    QTest::newRow("an unknown model") << quantize({ "--model", "resnet20" }) << "nearest name is 'resnet20-fashion-mnist'";
    QTest::newRow("a model without weights") << QStringList { "quantize", "--model", "resnet18" } << "resnet18-f37072fd.pth does not exist";
    QTest::newRow("weights that are not there") << quantize({ "--weights", "no.pth" }) << "no.pth";
    QTest::newRow("data that is not there") << quantize({ "--data", "nowhere" }) << "nowhere";
    QTest::newRow("an unknown preset") << QStringList { "quantize", "--preset", "w9" } << "expected one of demo";
    QTest::newRow("nothing to resume") << QStringList { "quantize", "--resume", "nowhere" } << "settings.json";
    QTest::newRow("unknown search") << quantize({ "--search", "clever" }) << "clever";
    QTest::newRow("a card") << quantize({ "--device", "cuda:0" }) << "without CUDA";
    QTest::newRow("seeds of a run that is resumed") << QStringList { "quantize", "--resume", "nowhere", "--seeds", "2" } << "nowhere";
    QTest::newRow("no seeds") << quantize({ "--seeds", "0" }) << "--seeds";
    QTest::newRow("two sources of statistics") << quantize({ "--bn-update", "--bn-reestimate" }) << "expected one";
    QTest::newRow("an unknown clipping") << quantize({ "--alpha", "median" }) << "median";
    QTest::newRow("block reconstruction") << quantize({ "--block_reconstruction" }) << "not part of this version";
    QTest::newRow("preprocess without images") << QStringList { "preprocess", "--input", ".", "--output", "f" } << "No images in ";
    QTest::newRow("preprocess a folder that is not there") << QStringList { "preprocess", "--input", "nowhere", "--output", "f" } << "nowhere";
    QTest::newRow("data without images") << quantize({ "--data", "." }) << "Expected one folder per class with PNG or JPEG files";
    QTest::newRow("an unknown format") << QStringList { "export", "a", "--format", "tflite", "--output", "b" } << "tflite";
    QTest::newRow("an output folder that cannot be") << quantize({ "--out", "/proc/latticeq" }) << "/proc/latticeq";
    QTest::newRow("evaluate a file that is not there") << QStringList { "evaluate", "--model", "x.safetensors" } << "x.safetensors";
    QTest::newRow("evaluate with an impossible image size") << QStringList { "evaluate", "--model", "resnet18", "--image-size", "-5" } << "--image-size is -5";
    QTest::newRow("preprocess with an impossible deviation") << QStringList { "preprocess", "--input", ".", "--output", "f", "--image-deviation", "0,1,1" } << "--image-deviation";
    QTest::newRow("other images for a packed checkpoint") << QStringList { "evaluate", "--model", "x.safetensors", "--image-size", "64" } << "do not go with the packed checkpoint";
    QTest::newRow("inspect a file that is not there") << QStringList { "inspect", "x.pth" } << "x.pth";
}

void CommandLineTest::unusableInputIsOneSentence()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, complaint);
    const test::TemporaryFolder folder;
    qputenv("TORCH_HOME", text(folder.path("torch")).toUtf8());
    verifyRefused(test::runProgram(arguments, text(folder.path())), complaint);
    QCOMPARE(folder.entries(), QStringList {});
}

void CommandLineTest::aDamagedCheckpointIsOneSentence()
{
    const test::TemporaryFolder folder;
    StateDict parameters = test::demoNetwork().parameters();
    parameters["fc.weight"] = at::zeros({ 10, 512 });
    writeTorchCheckpoint(folder.path("other.pth"), parameters);
    verifyRefused(test::runProgram(kQuick + QStringList { "--weights", "other.pth" }, text(folder.path())),
        "fc.weight is 10 × 512, expected 10 × 64");
    const std::string good = readFile(folder.path("other.pth"));
    writeFileAtomically(folder.path("other.pth"), good.substr(0, good.size() / 2));
    verifyRefused(test::runProgram(kQuick + QStringList { "--weights", "other.pth" }, text(folder.path())), "other.pth");
    QCOMPARE(folder.entries(), QStringList { "other.pth" });
}

void CommandLineTest::aFullDiskIsOneSentence()
{
    const test::TemporaryFolder folder;
    // A limit on file sizes fails in the same place as a full disk, without one.
    const QString command = QString("ulimit -f 1; exec \"%1\" %2 --out run").arg(LATTICEQ_PROGRAM, kQuick.join(' '));
    const auto result = test::runAny("/bin/bash", { "-c", command }, text(folder.path()));
    QCOMPARE(result.exitCode, 2);
    QVERIFY2(result.errors.contains("cannot write "), qPrintable(result.errors));
    QVERIFY(result.errors.trimmed().split('\n').size() == 1);
    QCOMPARE(folder.entries(), QStringList {});
}

void CommandLineTest::aRunCanBeEvaluatedAndExported()
{
    const test::TemporaryFolder folder;
    const QString where = text(folder.path());
    const auto run = test::runProgram(kQuick + QStringList { "--out", "run", "--json" }, where);
    QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
    const Json summary = Json::parse(run.output.toStdString());
    const auto evaluated = test::runProgram(
        { "evaluate", "--model", "run/quantized.safetensors", "--eval-images", "200", "--json" }, where);
    QVERIFY2(evaluated.exitCode == 0, qPrintable(evaluated.errors));
    const Json accuracy = Json::parse(evaluated.output.toStdString());
    QCOMPARE(accuracy["correct"].get<int>(), summary["quantized"]["correct"].get<int>());
    QCOMPARE(accuracy["total"].get<int>(), 200);

    for (const QString format : { "pth", "safetensors" }) {
        const auto exported = test::runProgram({ "export", "run", "--format", format, "--output", "full" }, where);
        QVERIFY2(exported.exitCode == 0, qPrintable(exported.errors));
    }
    const char* script = "import torch, sys\n"
                         "full = torch.load('full.pth')\n"
                         "print(len(full), tuple(full['fc.weight'].shape), full['bn1.num_batches_tracked'].dtype)";
    const auto python = test::runAny(LATTICEQ_PYTHON, { "-c", script }, where);
    QVERIFY2(python.exitCode == 0, qPrintable(python.errors));
    QCOMPARE(python.output.trimmed(), "128 (10, 64) torch.int64");
    verifyRefused(test::runProgram({ "export", "run", "--format", "pth", "--output", "full.pth" }, where), "--force");
    verifyRefused(test::runProgram(kQuick + QStringList { "--out", "run" }, where), "holds another run");
    verifyRefused(test::runProgram({ "quantize", "--resume", "run" }, where), "is complete");
}

void CommandLineTest::interruptingKeepsFinishedLayers()
{
    const test::TemporaryFolder folder;
    const QStringList arguments { "quantize", "--preset", "demo", "--steps", "3", "--nb_restarts", "2", "--batch_size", "32", "--eval-images", "3000", "--out", "run" };
    QProcess process;
    process.setWorkingDirectory(text(folder.path()));
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(LATTICEQ_PROGRAM, arguments);
    QByteArray output;
    while (!output.contains("layer1.0.conv2:") && process.waitForReadyRead(300'000))
        output += process.readAll();
    QVERIFY2(output.contains("layer1.0.conv2:"), output.constData());
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(300'000));
    output += process.readAll();
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 130);
    QVERIFY2(output.contains("finished and kept"), output.constData());
    QVERIFY(!std::filesystem::exists(folder.path("run/quantized.safetensors")));

    const QString where = text(folder.path());
    verifyRefused(test::runProgram({ "quantize", "--resume", "run", "--bitsW", "3" }, where), "leave other settings away");
    QCOMPARE(test::runProgram({ "quantize", "--resume", "run" }, where).exitCode, 0);
    QStringList whole = arguments;
    whole.last() = "whole";
    QCOMPARE(test::runProgram(whole, where).exitCode, 0);
    QVERIFY(readFile(folder.path("run/quantized.safetensors")) == readFile(folder.path("whole/quantized.safetensors")));
}

void CommandLineTest::publishedFlagsAreUnderstoodInBothSpellings()
{
    const test::TemporaryFolder folder;
    const QString where = text(folder.path());
    const QStringList published { "quantize", "--model_name", "resnet20-fashion-mnist", "--valdir", "fashion-mnist", "--batch_size", "32",
        "--bitsW", "4", "--quant_a", "--bitsA", "8", "--quant_a_type", "per_layer", "--agreg", "2", "--bias_corr", "--quant_basis",
        "--bitsB", "8", "--nb_restarts", "2", "--steps", "3", "--random_seed", "1", "--num_workers", "4", "--epochs", "2000",
        "--cali_batches", "4", "--lr", "2e-6", "--alpha_lr", "1e-3", "--eval-images", "100" };
    QStringList dashed = published;
    for (QString& argument : dashed) {
        if (argument.startsWith("--"))
            argument = "--" + argument.mid(2).replace('_', '-');
    }
    QCOMPARE(test::runProgram(published + QStringList { "--out", "a" }, where).exitCode, 0);
    QCOMPARE(test::runProgram(dashed + QStringList { "--out", "b" }, where).exitCode, 0);
    QCOMPARE(test::runProgram(kQuick + QStringList { "--out", "c", "--eval-images", "100" }, where).exitCode, 0);
    const std::string bytes = readFile(folder.path("a/quantized.safetensors"));
    QVERIFY(bytes == readFile(folder.path("b/quantized.safetensors")));
    QVERIFY(bytes == readFile(folder.path("c/quantized.safetensors")));
    QCOMPARE(test::runProgram(kQuick + QStringList { "--out", "d", "--no-bias_corr", "--no-quant-basis" }, where).exitCode, 0);
    QVERIFY(bytes != readFile(folder.path("d/quantized.safetensors")));
}

void CommandLineTest::searchWritesBasisCoordinatesAndError()
{
    const test::TemporaryFolder folder;
    SafetensorsFile input;
    input.tensors.insert("weight", test::randomTensor({ 8, 6, 3, 3 }, 1));
    writeSafetensors(folder.path("in.safetensors"), input);
    const auto result = test::runProgram({ "search", "--input", "in.safetensors", "--output", "out.safetensors", "--bitsW", "4",
                                             "--steps", "20", "--quant_basis", "--json" },
        text(folder.path()));
    QVERIFY2(result.exitCode == 0, qPrintable(result.errors));
    const Json report = Json::parse(result.output.toStdString());
    for (const char* field : { "seconds", "candidates", "weights", "weights_per_second", "weights_per_second_computed" })
        QVERIFY2(report.contains(field), field);
    QCOMPARE(report["candidates"].get<int>(), 180);
    QCOMPARE(report["weights"].get<int>(), 432);
    const StateDict output = readSafetensors(folder.path("out.safetensors")).tensors;
    QCOMPARE(output["basis"].sizes(), at::IntArrayRef({ 8, 3, 3 }));
    QCOMPARE(output["coordinates"].sizes(), at::IntArrayRef({ 8, 18, 3 }));
    const at::Tensor vectors = (input.tensors["weight"] / input.tensors["weight"].abs().max()).reshape({ 8, 18, 3 });
    const at::Tensor errors = (vectors - at::matmul(output["coordinates"], output["basis"])).abs().pow(3).sum({ 1, 2 });
    QVERIFY(at::allclose(errors, output["cubic_error"], 1e-4));
}

void CommandLineTest::forwardAgreesWithPython()
{
    const test::TemporaryFolder folder;
    SafetensorsFile input;
    input.tensors.insert("images", test::randomTensor({ 120, 1, 28, 28 }, 1));
    writeSafetensors(folder.path("in.safetensors"), input);
    const QString where = text(folder.path());
    const auto result = test::runProgram(
        { "forward", "--model", "resnet20-fashion-mnist", "--input", "in.safetensors", "--output", "out.safetensors" }, where);
    QVERIFY2(result.exitCode == 0, qPrintable(result.errors));
    const auto python = test::runAny(LATTICEQ_PYTHON,
        { LATTICEQ_TESTS_DIR "/support/forward_demo.py", LATTICEQ_TESTS_DIR "/../resources/resnet20-fashion-mnist.pth",
            "in.safetensors", "out.safetensors" },
        where);
    QVERIFY2(python.exitCode == 0, qPrintable(python.errors + python.output));
    input.tensors["images"] = test::randomTensor({ 2, 3, 28, 28 }, 1);
    writeSafetensors(folder.path("in.safetensors"), input);
    verifyRefused(test::runProgram({ "forward", "--model", "resnet20-fashion-mnist", "--input", "in.safetensors", "--output", "no.safetensors" }, where),
        "expected N × 1 × height × width");
}

void CommandLineTest::listsAndInspectPrintJson()
{
    const Json models = Json::parse(test::runProgram({ "models", "--json" }).output.toStdString());
    QCOMPARE(models.size(), modelCatalog().size());
    const Json devices = Json::parse(test::runProgram({ "devices", "--json" }).output.toStdString());
    QVERIFY(devices["cpu"]["threads"].get<int>() >= 1);
    const Json contents = Json::parse(test::runProgram({ "inspect", "resnet20-fashion-mnist", "--json" }).output.toStdString());
    QCOMPARE(contents["tensors"].size(), size_t(128));
}

void CommandLineTest::preprocessWritesWhatTheNetworkSees()
{
    const test::TemporaryFolder folder;
    writeImageFolder(folder);
    const QString where = text(folder.path());
    const auto result = test::runProgram(
        { "preprocess", "--input", "images", "--output", "seen.safetensors", "--model", "resnet18", "--limit", "4" }, where);
    QVERIFY2(result.exitCode == 0, qPrintable(result.errors));
    QVERIFY2(result.errors.contains("1 image cannot be read and is left out: boots/3.png"), qPrintable(result.errors));
    const SafetensorsFile seen = readSafetensors(folder.path("seen.safetensors"));
    QCOMPARE(seen.tensors["images"].sizes(), at::IntArrayRef({ 3, 3, 224, 224 }));
    QVERIFY(at::equal(seen.tensors["labels"], at::tensor({ 0, 0, 1 }, at::kLong)));
    QCOMPARE(seen.metadata.at("classes"), std::string(R"(["boots","cups"])"));
    QCOMPARE(seen.metadata.at("files"), std::string(R"(["boots/1.png","boots/2.png","cups/1.png"])"));
}

void CommandLineTest::seedsAreRepeatedAndSummedUp()
{
    const test::TemporaryFolder folder;
    const QString where = text(folder.path());
    const auto first = test::runProgram(kQuick + QStringList { "--seeds", "2", "--out", "r" }, where);
    QVERIFY2(first.exitCode == 0, qPrintable(first.errors));
    QVERIFY(first.output.contains("mean"));
    const std::string one = readFile(folder.path("r/seed-1/quantized.safetensors"));
    QVERIFY(one != readFile(folder.path("r/seed-2/quantized.safetensors")));
    const auto more = test::runProgram(kQuick + QStringList { "--seeds", "3", "--out", "r", "--json" }, where);
    QVERIFY2(more.exitCode == 0, qPrintable(more.errors));
    QCOMPARE(more.errors.count("Searching bases"), 1); // the third; the others are there
    const Json json = Json::parse(more.output.toStdString());
    QCOMPARE(json["runs"].size(), size_t(3));
    const QStringList lines
        = QString::fromStdString(readFile(folder.path("r/seeds.csv"))).split('\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines[4].split(',')[1].toDouble(), json["figures"]["top1"]["mean"].get<double>());
    verifyRefused(test::runProgram(kQuick + QStringList { "--seeds", "3", "--out", "r", "--bitsW", "3" }, where),
        "holds another run");
}

void CommandLineTest::imageFoldersAreEvaluatedAndQuantized()
{
    const test::TemporaryFolder folder;
    writeImageFolder(folder);
    const QString where = text(folder.path());
    const auto evaluated
        = test::runProgram({ "evaluate", "--model", "resnet20-fashion-mnist", "--data", "images", "--json" }, where);
    QVERIFY2(evaluated.exitCode == 0, qPrintable(evaluated.errors));
    const Json accuracy = Json::parse(evaluated.output.toStdString());
    QCOMPARE(accuracy["total"].get<int>(), 5);
    QCOMPARE(accuracy["unreadable"].dump(), std::string(R"(["boots/3.png"])"));
    const auto run = test::runProgram({ "quantize", "--preset", "demo", "--steps", "3", "--nb_restarts", "1", "--data", "images",
                                          "--batch_size", "2", "--out", "run", "--json" },
        where);
    QVERIFY2(run.exitCode == 0, qPrintable(run.errors));
    const Json summary = Json::parse(run.output.toStdString());
    QCOMPARE(summary["unreadable"].size(), size_t(1));
    QVERIFY(summary["calibration"]["left_out"].get<bool>());
    QCOMPARE(summary["calibration"]["images"].get<int>() + summary["quantized"]["total"].get<int>(), 5);
    const auto seen = test::runProgram(
        { "preprocess", "--input", "images", "--output", "seen.safetensors", "--model", "run" }, where);
    QVERIFY2(seen.exitCode == 0, qPrintable(seen.errors));
    QCOMPARE(readSafetensors(folder.path("seen.safetensors")).tensors["images"].sizes(),
        at::IntArrayRef({ 5, 1, 28, 28 }));
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_command_line.moc"
