// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export_sheet.h"

#include "tests/ui/report/sample_plot.h"
#include "tests/ui/bits/sample_choice.h"
#include "ui/report/export_list.h"
#include "ui/report/export_row.h"
#include "ui/report/save_file.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest>

#include <stdexcept>

using namespace latticeq::ui;

namespace {

std::string writeModel(const std::string& source, const std::string& format, const std::string& target)
{
    saveFile(QString::fromStdString(target), QByteArray::fromStdString(source + ' ' + format));
    return target;
}

std::string refuseModel(const std::string&, const std::string&, const std::string&)
{
    throw std::runtime_error("The checkpoint is damaged.");
}

} // namespace

class TestExportSheet : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QCustomPlot> m_plot;
    std::unique_ptr<ExportSheet> m_sheet;

    void open(const ModelExporter& exporter)
    {
        m_sheet = std::make_unique<ExportSheet>(
            test::choosingRun("a"), QList<NamedPlot> { { "Errors", m_plot.get() } }, exporter);
        m_sheet->setSource("/runs/a");
        m_sheet->setFolder(m_folder->filePath("new"));
        for (ExportRow* row : m_sheet->list().rows())
            row->setChosen(false);
    }

    ExportRow* row(ExportKind kind) { return m_sheet->list().row(kind); }
    QPushButton* exportButton() { return m_sheet->findChild<QPushButton*>("export"); }
    QString message() { return m_sheet->findChild<QLabel*>("message")->text(); }
    QStringList files() { return QDir(m_folder->filePath("new")).entryList(QDir::Files | QDir::Hidden); }

    int exportAll()
    {
        QSignalSpy exported(m_sheet.get(), &ExportSheet::exported);
        exportButton()->click();
        return exported.wait() ? exported[0][1].toInt() : -1;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_plot = test::samplePlot();
        open(writeModel);
    }

    void cleanup() { m_sheet.reset(); }

    void everythingIsWrittenIntoANewFolder()
    {
        for (ExportRow* row : m_sheet->list().rows())
            row->setChosen(true);
        QCOMPARE(exportAll(), 12);
        QCOMPARE(files().size(), 12);
        for (ExportRow* row : m_sheet->list().rows()) {
            QVERIFY(files().contains(row->fileName()));
            QCOMPARE(row->state(), ExportRow::State::Written);
        }
        QVERIFY(!m_sheet->findChild<QPushButton*>("openFolder")->isHidden());
    }

    void withoutAChoiceThereIsNothingToExport()
    {
        QVERIFY(!exportButton()->isEnabled());
        QVERIFY(!message().isEmpty());
        row(ExportKind::LayersCsv)->setChosen(true);
        QVERIFY(exportButton()->isEnabled());
        m_sheet->setFolder(" ");
        QVERIFY(!exportButton()->isEnabled());
    }

    void existingFilesAreNamedAndKeptUntilReplaceIsChosen()
    {
        row(ExportKind::Packed)->setChosen(true);
        const QString path = m_folder->filePath("new/" + row(ExportKind::Packed)->fileName());
        makeFolder(m_folder->filePath("new"));
        saveFile(path, "precious");
        m_sheet->setFolder(m_folder->path());
        m_sheet->setFolder(m_folder->filePath("new"));
        QVERIFY(!exportButton()->isEnabled());
        QVERIFY(message().contains(row(ExportKind::Packed)->fileName()));
        m_sheet->exportChosen();
        QCOMPARE(QFileInfo(path).size(), 8);
        m_sheet->findChild<QCheckBox*>("replace")->click();
        QVERIFY(exportButton()->isEnabled());
        QCOMPARE(exportAll(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("/runs/a packed"));
        QVERIFY(!m_sheet->findChild<QCheckBox*>("replace")->isChecked());
    }

    void aFailureStandsAtItsFileAndTheOthersAreWritten()
    {
        open(refuseModel);
        row(ExportKind::Pth)->setChosen(true);
        row(ExportKind::LayersCsv)->setChosen(true);
        QCOMPARE(exportAll(), 1);
        QCOMPARE(row(ExportKind::Pth)->state(), ExportRow::State::Failed);
        QCOMPARE(row(ExportKind::Pth)->stateText(), QString("The checkpoint is damaged."));
        QCOMPARE(files(), QStringList { row(ExportKind::LayersCsv)->fileName() });
    }

    void aFolderThatCannotBeMadeLeavesNothing()
    {
        saveFile(m_folder->filePath("file"), "text");
        m_sheet->setFolder(m_folder->filePath("file/sub"));
        for (ExportRow* row : m_sheet->list().rows())
            row->setChosen(true);
        QCOMPARE(exportAll(), 0);
        for (const ExportRow* row : m_sheet->list().rows())
            QCOMPARE(row->state(), ExportRow::State::Failed);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList { "file" });
    }

    void twoFilesOfOneNameAreRefused()
    {
        row(ExportKind::LayersCsv)->setChosen(true);
        row(ExportKind::ConvergenceCsv)->setChosen(true);
        auto* name = m_sheet->findChild<QLineEdit*>("convergenceCsvName");
        name->selectAll();
        QTest::keyClicks(name, row(ExportKind::LayersCsv)->fileName());
        QVERIFY(!exportButton()->isEnabled());
        QCOMPARE(row(ExportKind::ConvergenceCsv)->state(), ExportRow::State::Failed);
    }

    void closingWhileWritingWaitsForTheFile()
    {
        row(ExportKind::Packed)->setChosen(true);
        row(ExportKind::LayersCsv)->setChosen(true);
        m_sheet->show();
        QSignalSpy exported(m_sheet.get(), &ExportSheet::exported);
        exportButton()->click();
        m_sheet->reject();
        QVERIFY(m_sheet->isVisible());
        QVERIFY(exported.wait());
        QVERIFY(!m_sheet->isVisible());
        QCOMPARE(files(), QStringList { row(ExportKind::Packed)->fileName() });
    }

    void everyButtonHasAnAccessibleNameAndATip()
    {
        for (const QPushButton* button : m_sheet->findChildren<QPushButton*>()) {
            QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
            QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->objectName()));
        }
    }
};

QTEST_MAIN(TestExportSheet)
#include "tst_export_sheet.moc"
