// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/window_driver.h"
#include "ui/report/export_list.h"
#include "ui/report/export_row.h"
#include "ui/report/export_sheet.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"
#include "ui/window/run_session.h"
#include "ui/window/stage.h"

#include <QComboBox>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QPushButton>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTest>

using namespace latticeq::ui;

/** Everything that a run can be exported as, written from the window and opened again. */
class TestMainWindowExport : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase() { m_driver.reset(); }

    void everythingChosenIsWritten();
    void theEngineOpensThePackedCheckpoint();
    void checkpointsGiveTheRunsAccuracy_data();
    void checkpointsGiveTheRunsAccuracy();
    void tablesHoldEveryLayer();
    void plotsAreReadableInEveryFormat_data();
    void plotsAreReadableInEveryFormat();
    void reportsNameTheResultAndEveryLayer();
    void filesThatExistAreNotReplacedUnasked();

private:
    ExportSheet* openSheet();
    QStringList exportTo(ExportSheet& sheet, const QString& folder);
    QString fileOf(ExportKind kind) { return m_files.value(static_cast<int>(kind)); }
    static QByteArray contents(const QString& path);
    const latticeq::RunResult& result() { return *m_driver->current().result(); }

    std::unique_ptr<test::WindowDriver> m_driver;
    QMap<int, QString> m_files; // by kind, plots left out
};

void TestMainWindowExport::initTestCase()
{
    test::useOwnPreferences();
    m_driver = std::make_unique<test::WindowDriver>();
    QVERIFY(m_driver->show());
    m_driver->typeTinyBudget();
    QVERIFY(m_driver->runToEnd());
}

ExportSheet* TestMainWindowExport::openSheet()
{
    delete m_driver->window().findChild<ExportSheet*>();
    if (!m_driver->activate())
        return nullptr;
    m_driver->press("Ctrl+E");
    auto* sheet = m_driver->window().findChild<ExportSheet*>("exportSheet");
    if (sheet)
        sheet->setFolder(m_driver->folder().filePath("out"));
    return sheet;
}

/** Chooses all rows and writes them; their paths, empty where one failed. */
QStringList TestMainWindowExport::exportTo(ExportSheet& sheet, const QString& folder)
{
    sheet.setFolder(folder);
    for (ExportRow* row : sheet.list().rows())
        row->setChosen(true);
    QSignalSpy exported(&sheet, &ExportSheet::exported);
    QTest::mouseClick(sheet.findChild<QPushButton*>("export"), Qt::LeftButton);
    if (!exported.wait(60'000))
        return {};
    QStringList paths;
    for (const ExportRow* row : sheet.list().rows()) {
        if (row->state() != ExportRow::State::Written && row->item().unavailable.isEmpty())
            qWarning("%s: %s", qPrintable(row->fileName()), qPrintable(row->stateText()));
        paths.append(row->state() == ExportRow::State::Written ? folder + '/' + row->fileName() : QString());
    }
    return paths;
}

QByteArray TestMainWindowExport::contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestMainWindowExport::everythingChosenIsWritten()
{
    ExportSheet* sheet = openSheet();
    QVERIFY(sheet);
    const QStringList paths = exportTo(*sheet, m_driver->folder().filePath("all"));
    QCOMPARE(paths.size(), 16); // 5 checkpoints, 4 tables, 5 plots, 2 reports
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const ExportItem& item = sheet->list().rows()[i]->item();
        const bool ofAChoice = item.kind == ExportKind::SensitivityCsv || item.kind == ExportKind::TradeOffCsv;
        QCOMPARE(!item.unavailable.isEmpty(), ofAChoice); // this run's bits are the same in all layers
        if (ofAChoice)
            continue;
        QVERIFY2(QFileInfo(paths[i]).size() > 0, qPrintable(item.title));
        const double ratio = double(QFileInfo(paths[i]).size()) / double(item.expectedBytes);
        QVERIFY2(ratio > 0.1 && ratio < 10, qPrintable(QString("%1: %2 expected").arg(item.title).arg(ratio)));
        if (item.plot < 0)
            m_files[static_cast<int>(item.kind)] = paths[i];
    }
    QCOMPARE(QDir(m_driver->folder().filePath("all")).entryList(QDir::Files | QDir::Hidden).size(), 14);
}

void TestMainWindowExport::theEngineOpensThePackedCheckpoint()
{
    const QString packed = fileOf(ExportKind::Packed);
    QCOMPARE(contents(packed), contents(QString::fromStdString(result().folder) + "/quantized.safetensors"));
    latticeq::Engine& engine = *m_driver->window().session().engine().get();
    const latticeq::RunResult opened = engine.openPacked(packed.toStdString());
    QCOMPARE(opened.packedBytes, result().packedBytes);
    QCOMPARE(opened.layers.size(), result().layers.size());
    for (size_t i = 0; i < opened.layers.size(); ++i) {
        QCOMPARE(opened.layers[i].name, result().layers[i].name);
        QCOMPARE(opened.layers[i].effectiveBits, result().layers[i].effectiveBits);
    }
}

void TestMainWindowExport::checkpointsGiveTheRunsAccuracy_data()
{
    QTest::addColumn<ExportKind>("kind");
    QTest::newRow("packed") << ExportKind::Packed;
    QTest::newRow("pth") << ExportKind::Pth;
    QTest::newRow("safetensors") << ExportKind::Safetensors;
    QTest::newRow("torchscript") << ExportKind::TorchScript;
}

void TestMainWindowExport::checkpointsGiveTheRunsAccuracy()
{
    QFETCH(ExportKind, kind);
    const QString path = fileOf(kind);
    QStringList arguments { "evaluate", "--eval-images", "100", "--json" };
    const bool withActivations = kind == ExportKind::Packed || kind == ExportKind::TorchScript;
    if (withActivations)
        arguments << "--model" << path << "--data" << "fashion-mnist";
    else
        arguments << "--model" << QString::fromStdString(result().settings.model) << "--weights" << path;
    QProcess program;
    program.start(LATTICEQ_BIN_DIR "/latticeq", arguments);
    QVERIFY(program.waitForFinished(60'000));
    QVERIFY2(program.exitCode() == 0, program.readAllStandardError().constData());
    const QJsonObject json = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
    QCOMPARE(json["total"].toInt(), 100);
    const int correct = json["correct"].toInt();
    if (withActivations)
        QCOMPARE(correct, result().quantized->correct);
    else // without the quantized activations a few images may change sides
        QVERIFY2(std::abs(correct - int(result().quantized->correct)) <= 5, qPrintable(QString::number(correct)));
    const QByteArray start = contents(path).left(2);
    const bool isZip = kind == ExportKind::Pth || kind == ExportKind::TorchScript;
    QCOMPARE(start == "PK", isZip);
}

void TestMainWindowExport::tablesHoldEveryLayer()
{
    const QList<QByteArray> layers = contents(fileOf(ExportKind::LayersCsv)).trimmed().split('\n');
    QCOMPARE(layers.size(), 1 + 22);
    QVERIFY(layers[0].startsWith("layer,type,shape,bits_w,bits_a,group"));
    for (size_t i = 0; i < result().layers.size(); ++i)
        QVERIFY(
            layers[static_cast<qsizetype>(i) + 1].startsWith(QByteArray::fromStdString(result().layers[i].name) + ','));
    QCOMPARE(
        contents(fileOf(ExportKind::LayersCsv)), contents(QString::fromStdString(result().folder) + "/layers.csv"));
    const QByteArray convergence = contents(fileOf(ExportKind::ConvergenceCsv));
    QVERIFY(convergence.startsWith("layer,restart,candidates,best_"));
    QCOMPARE(convergence, contents(QString::fromStdString(result().folder) + "/convergence.csv"));
}

void TestMainWindowExport::plotsAreReadableInEveryFormat_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QString>("suffix");
    QTest::newRow("PNG, once") << 0 << "png";
    QTest::newRow("PNG, four times") << 3 << "png";
    QTest::newRow("SVG") << 4 << "svg";
    QTest::newRow("PDF") << 5 << "pdf";
}

void TestMainWindowExport::plotsAreReadableInEveryFormat()
{
    QFETCH(int, format);
    QFETCH(QString, suffix);
    ExportSheet* sheet = openSheet();
    QVERIFY(sheet);
    sheet->findChild<QComboBox*>("plotFormat")->setCurrentIndex(format);
    const QStringList paths
        = exportTo(*sheet, m_driver->folder().filePath(QString::fromLatin1(QTest::currentDataTag())));
    int plots = 0;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        if (sheet->list().rows()[i]->item().kind != ExportKind::Plot)
            continue;
        ++plots;
        QVERIFY2(paths[i].endsWith('.' + suffix), qPrintable(paths[i]));
        if (suffix == "png") {
            const QSize size = m_driver->window().plots()[sheet->list().rows()[i]->item().plot].plot->size() * (format + 1);
            QCOMPARE(QImage(paths[i]).size(), size);
        } else if (suffix == "svg") {
            QSvgRenderer svg(paths[i]);
            QVERIFY2(svg.isValid() && !svg.defaultSize().isEmpty(), qPrintable(paths[i]));
        } else {
            QVERIFY2(contents(paths[i]).startsWith("%PDF-"), qPrintable(paths[i]));
            QVERIFY2(contents(paths[i]).trimmed().endsWith("%%EOF"), qPrintable(paths[i]));
        }
    }
    QCOMPARE(plots, 5); // there is nothing to compare
}

void TestMainWindowExport::reportsNameTheResultAndEveryLayer()
{
    const QString html = QString::fromUtf8(contents(fileOf(ExportKind::ReportHtml)));
    QVERIFY(html.startsWith("<!DOCTYPE html>", Qt::CaseInsensitive));
    QVERIFY(html.trimmed().endsWith("</html>"));
    QCOMPARE(html.count("<svg"), 5);
    for (const latticeq::LayerReport& layer : result().layers)
        QVERIFY2(html.contains(QString::fromStdString(layer.name)), layer.name.c_str());
    QVERIFY(html.contains("latticeq quantize"));
    QVERIFY(html.contains(QLocale().toString(result().quantized->top1, 'f', 2)));
    QVERIFY2(!html.contains("http://") || html.contains("http://www.w3.org"), "nothing is loaded from elsewhere");
    QVERIFY(contents(fileOf(ExportKind::ReportPdf)).startsWith("%PDF-"));
}

void TestMainWindowExport::filesThatExistAreNotReplacedUnasked()
{
    ExportSheet* sheet = openSheet();
    QVERIFY(sheet);
    const QByteArray before = contents(fileOf(ExportKind::Pth));
    sheet->setFolder(m_driver->folder().filePath("all"));
    QVERIFY(!sheet->findChild<QPushButton*>("export")->isEnabled());
    sheet->setFolder("/proc/nowhere");
    QSignalSpy exported(sheet, &ExportSheet::exported);
    QVERIFY(sheet->findChild<QPushButton*>("export")->isEnabled());
    sheet->exportChosen();
    QTRY_COMPARE(exported.size(), 1);
    QCOMPARE(exported[0][1].toInt(), 0);
    QCOMPARE(sheet->list().row(ExportKind::Packed)->state(), ExportRow::State::Failed);
    QVERIFY(sheet->list().row(ExportKind::Packed)->stateText().contains("/proc/nowhere"));
    QCOMPARE(contents(fileOf(ExportKind::Pth)), before);
}

QTEST_MAIN(TestMainWindowExport)
#include "tst_main_window_export.moc"
