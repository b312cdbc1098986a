// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export_task.h"

#include "tests/ui/report/sample_plot.h"
#include "tests/ui/bits/sample_choice.h"
#include "ui/report/run_csv.h"
#include "ui/report/save_file.h"

#include <QtTest>

#include <stdexcept>

using namespace latticeq::ui;

class TestExportTask : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QCustomPlot> m_plot;

    ExportRequest request()
    {
        m_plot = test::samplePlot();
        ExportRequest request;
        request.run = test::choosingRun("a");
        request.plots = { { "Errors", m_plot.get() } };
        request.source = "/runs/a";
        request.command = "latticeq quantize";
        request.exporter = [](const std::string& source, const std::string& format, const std::string& target) {
            saveFile(QString::fromStdString(target), QByteArray::fromStdString(source + ' ' + format));
            return target;
        };
        return request;
    }

    static QByteArray contents(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private slots:
    void theEngineIsAskedOnAWorkerInTheFormatOfTheFile_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("packed") << static_cast<int>(ExportKind::Packed) << QByteArray("/runs/a packed");
        QTest::newRow("PyTorch") << static_cast<int>(ExportKind::Pth) << QByteArray("/runs/a pth");
        QTest::newRow("safetensors") << static_cast<int>(ExportKind::Safetensors) << QByteArray("/runs/a safetensors");
        QTest::newRow("TorchScript") << static_cast<int>(ExportKind::TorchScript) << QByteArray("/runs/a torchscript");
        QTest::newRow("ONNX") << static_cast<int>(ExportKind::Onnx) << QByteArray("/runs/a onnx");
    }

    void theEngineIsAskedOnAWorkerInTheFormatOfTheFile()
    {
        QFETCH(int, kind);
        QFETCH(QByteArray, expected);
        const QTemporaryDir folder;
        ExportItem item;
        item.kind = static_cast<ExportKind>(kind);
        const QString path = folder.filePath("new/model");
        const ExportTask task = exportTask(item, path, request());
        QVERIFY(task.onWorker);
        QCOMPARE(task.write(), path);
        QCOMPARE(contents(path), expected);
    }

    void everyOtherFileReadsBack()
    {
        const QTemporaryDir folder;
        const ExportRequest all = request();
        for (const ExportItem& item : exportItems(*all.run, all.plots, { "svg", 1 }, true).mid(5))
            QCOMPARE(exportTask(item, folder.filePath(item.fileName), all).write(), folder.filePath(item.fileName));
        const QStringList names = QDir(folder.path()).entryList(QDir::Files);
        QCOMPARE(names.size(), 7);
        QCOMPARE(contents(folder.filePath(names.filter("layers").first())), layersCsvOf(*all.run));
        QCOMPARE(contents(folder.filePath(names.filter("convergence").first())), convergenceCsvOf(*all.run));
        QCOMPARE(contents(folder.filePath(names.filter("sensitivity").first())), sensitivityCsvOf(*all.run));
        QCOMPARE(contents(folder.filePath(names.filter("tradeoff").first())), tradeOffCsvOf(*all.run));
        QVERIFY(contents(folder.filePath(names.filter(".html").first())).contains("<svg"));
        QVERIFY(contents(folder.filePath(names.filter(".pdf").first())).startsWith("%PDF"));
        QVERIFY(contents(folder.filePath(names.filter(".svg").first())).contains("<svg"));
    }

    void tablesTakeAllRunsWhenAsked()
    {
        const QTemporaryDir folder;
        ExportRequest all = request();
        all.tableRuns = { all.run, test::sampleRun("b") };
        ExportItem item;
        item.kind = ExportKind::LayersCsv;
        exportTask(item, folder.filePath("layers.csv"), all).write();
        QCOMPARE(contents(folder.filePath("layers.csv")), layersCsvOf(all.tableRuns));
    }

    void anExistingFileIsKeptUnlessAsked()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("layers.csv");
        saveFile(path, "precious");
        ExportRequest request = this->request();
        ExportItem item;
        item.kind = ExportKind::LayersCsv;
        QVERIFY_EXCEPTION_THROWN(exportTask(item, path, request).write(), std::runtime_error);
        QCOMPARE(contents(path), QByteArray("precious"));
        request.replace = true;
        exportTask(item, path, request).write();
        QCOMPARE(contents(path), layersCsvOf(*request.run));
    }

    void aFolderThatCannotBeMadeLeavesNothing()
    {
        const QTemporaryDir folder;
        saveFile(folder.filePath("file"), "text");
        const ExportRequest all = request();
        for (const ExportItem& item : exportItems(*all.run, all.plots, {}, true)) {
            const ExportTask task = exportTask(item, folder.filePath("file/sub/" + item.fileName), all);
            QVERIFY_EXCEPTION_THROWN(task.write(), std::runtime_error);
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList { "file" });
    }
};

QTEST_MAIN(TestExportTask)
#include "tst_export_task.moc"
