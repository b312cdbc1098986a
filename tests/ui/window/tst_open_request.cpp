// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/open_request.h"

#include "core/graph/model_catalog.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace latticeq;
using namespace latticeq::ui;
using Kind = OpenRequest::Kind;

namespace {

/** A .safetensors file of no tensors with a `format` in its metadata, none where it is empty. */
QByteArray safetensors(const QByteArray& format)
{
    const QByteArray header = format.isEmpty() ? "{}" : "{\"__metadata__\":{\"format\":\"" + format + "\"}}";
    QByteArray bytes(8, '\0');
    qToLittleEndian(static_cast<quint64>(header.size()), bytes.data());
    return bytes + header;
}

/** A header that claims to be longer than the file. */
QByteArray cutOff()
{
    QByteArray bytes(8, '\0');
    qToLittleEndian(static_cast<quint64>(1) << 60, bytes.data());
    return bytes + "{";
}

} // namespace

class TestOpenRequest : public QObject
{
    Q_OBJECT
private slots:
    void everyBuiltInNetworkIsKnownByItsName();
    void filesAndFolders_data();
    void filesAndFolders();
    void aRunsSummaryStandsForItsFolder();
    void aFileComesBeforeANetworkOfItsName();
    void whatCannotBeUsedIsExplained_data();
    void whatCannotBeUsedIsExplained();
};

void TestOpenRequest::everyBuiltInNetworkIsKnownByItsName()
{
    for (const ModelInfo& info : modelCatalog()) {
        const OpenRequest request = classifyOpenRequest(QString::fromStdString(info.name));
        QCOMPARE(request.kind, Kind::Network);
        QCOMPARE(request.target, QString::fromStdString(info.name));
    }
}

void TestOpenRequest::filesAndFolders_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("opened"); // relative to the test's folder
    QTest::addColumn<Kind>("kind");
    const QByteArray some("x");
    QTest::newRow("a finished run") << "run/summary.json" << some << "run" << Kind::RunFolder;
    QTest::newRow("a stopped run") << "run/latticeq-journal/settings.json" << some << "run" << Kind::StoppedRun;
    QTest::newRow("packed images") << "data/t10k-images-idx3-ubyte.gz" << some << "data" << Kind::DataFolder;
    QTest::newRow("plain images") << "data/train-images-idx3-ubyte" << some << "data" << Kind::DataFolder;
    QTest::newRow("one folder per class") << "photos/cat/1.JPG" << some << "photos" << Kind::DataFolder;
    QTest::newRow("images alone, whose labels are asked for later")
        << "photos/1.png" << some << "photos" << Kind::DataFolder;
    QTest::newRow("CIFAR") << "cifar/test_batch.bin" << some << "cifar" << Kind::DataFolder;
    QTest::newRow("PyTorch's weights") << "net.pth" << some << "net.pth" << Kind::Weights;
    QTest::newRow("TorchScript") << "net.pt" << some << "net.pt" << Kind::Weights;
    QTest::newRow("a suffix in capitals") << "NET.PTH" << some << "NET.PTH" << Kind::Weights;
    QTest::newRow("plain safetensors") << "a.safetensors" << safetensors({}) << "a.safetensors" << Kind::Weights;
    QTest::newRow("safetensors of PyTorch") << "a.safetensors" << safetensors("pt") << "a.safetensors" << Kind::Weights;
    QTest::newRow("a packed checkpoint") << "a.safetensors" << safetensors("latticeq-packed-1") << "a.safetensors"
                                         << Kind::PackedCheckpoint;
    QTest::newRow("a safetensors file that is cut off")
        << "a.safetensors" << cutOff() << "a.safetensors" << Kind::Weights;
    QTest::newRow("an empty safetensors file") << "a.safetensors" << QByteArray() << "a.safetensors" << Kind::Weights;
    QTest::newRow("a name with spaces and letters of many scripts")
        << "Модель é 模型.pth" << some << "Модель é 模型.pth" << Kind::Weights;
}

void TestOpenRequest::filesAndFolders()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, opened);
    QFETCH(Kind, kind);
    const QTemporaryDir folder;
    QVERIFY(QFileInfo(folder.filePath(file)).absoluteDir().mkpath("."));
    QFile written(folder.filePath(file));
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write(bytes) == bytes.size());
    written.close();
    const OpenRequest request = classifyOpenRequest(folder.filePath(opened));
    QCOMPARE(request.kind, kind);
    QCOMPARE(request.target, folder.filePath(opened));
    QCOMPARE(request.problem, QString());
}

void TestOpenRequest::aRunsSummaryStandsForItsFolder()
{
    const QTemporaryDir folder;
    QFile summary(folder.filePath("summary.json"));
    QVERIFY(summary.open(QIODevice::WriteOnly));
    const OpenRequest request = classifyOpenRequest(summary.fileName());
    QCOMPARE(request.kind, Kind::RunFolder);
    QCOMPARE(request.target, folder.path());
}

void TestOpenRequest::aFileComesBeforeANetworkOfItsName()
{
    const QTemporaryDir folder;
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(folder.path()) && QDir().mkdir("resnet18"));
    const OpenRequest request = classifyOpenRequest("resnet18");
    QVERIFY(QDir::setCurrent(before));
    QCOMPARE(request.kind, Kind::Unusable);
    QVERIFY2(request.problem.contains(folder.filePath("resnet18")), qPrintable(request.problem));
}

void TestOpenRequest::whatCannotBeUsedIsExplained_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing there") << "missing.pth"
                                   << "does not exist";
    QTest::newRow("another file") << "notes.txt"
                                  << ".pth, .pt or .safetensors";
    QTest::newRow("an empty folder") << "empty"
                                     << "summary.json";
}

void TestOpenRequest::whatCannotBeUsedIsExplained()
{
    QFETCH(QString, name);
    QFETCH(QString, expected);
    const QTemporaryDir folder;
    QVERIFY(QDir(folder.path()).mkdir("empty"));
    QVERIFY(QFile(folder.filePath("notes.txt")).open(QIODevice::WriteOnly));
    const OpenRequest request = classifyOpenRequest(folder.filePath(name));
    QCOMPARE(request.kind, Kind::Unusable);
    QVERIFY2(request.problem.contains(name) && request.problem.contains(expected), qPrintable(request.problem));
}

QTEST_GUILESS_MAIN(TestOpenRequest)
#include "tst_open_request.moc"
