// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export_list.h"

#include "tests/ui/report/sample_plot.h"
#include "tests/ui/sample_runs.h"
#include "ui/report/export_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSignalSpy>
#include <QtTest>

using namespace latticeq::ui;

class TestExportList : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QCustomPlot> m_plot;
    std::unique_ptr<ExportList> m_list;

private slots:
    void init()
    {
        m_plot = test::samplePlot();
        m_list = std::make_unique<ExportList>(test::sampleRun("a"),
            QList<NamedPlot> { { "Errors", m_plot.get() }, { "Accuracy", m_plot.get() } }, nullptr);
        m_list->setHasSource(true);
    }

    void nothingIsChosenAtFirst() { QVERIFY(m_list->chosen().isEmpty()); }

    void allPlotsChoosesEveryPlotAndShowsPartialChoices()
    {
        auto* all = m_list->findChild<QCheckBox*>("allPlots");
        QSignalSpy changed(m_list.get(), &ExportList::changed);
        all->click();
        QCOMPARE(m_list->chosen().size(), 2);
        QCOMPARE(changed.size(), 1);
        m_list->row(ExportKind::Plot, 1)->setChosen(false);
        QCOMPARE(all->checkState(), Qt::PartiallyChecked);
        m_list->row(ExportKind::Plot, 0)->setChosen(false);
        QCOMPARE(all->checkState(), Qt::Unchecked);
    }

    void theFormatChangesTheNamesOfPlotsOnly()
    {
        auto* format = m_list->findChild<QComboBox*>("plotFormat");
        QCOMPARE(m_list->plotFormat().suffix, QString("png"));
        QCOMPARE(m_list->plotFormat().scale, 2);
        format->setCurrentIndex(format->findData("svg"));
        QVERIFY(m_list->row(ExportKind::Plot, 0)->fileName().endsWith("-errors.svg"));
        QVERIFY(m_list->row(ExportKind::LayersCsv)->fileName().endsWith(".csv"));
        format->setCurrentIndex(3);
        QCOMPARE(m_list->plotFormat().scale, 4);
    }

    void tablesOfAllRunsAreOfferedForSeveralRuns()
    {
        auto* runs = m_list->findChild<QComboBox*>("tableRuns");
        QVERIFY(runs->isHidden());
        m_list->setRunCount(3);
        QVERIFY(!runs->isHidden());
        QVERIFY(!m_list->tablesOfAllRuns());
        runs->setCurrentIndex(1);
        QVERIFY(m_list->tablesOfAllRuns());
        QVERIFY(runs->currentText().contains("3"));
    }

    void withoutASourceThereIsNoCheckpoint()
    {
        m_list->row(ExportKind::Pth)->setChosen(true);
        QCOMPARE(m_list->chosen().size(), 1);
        m_list->setHasSource(false);
        QVERIFY(m_list->chosen().isEmpty());
    }

    void everyControlHasAnAccessibleNameAndATip()
    {
        for (const QWidget* widget : m_list->widget()->findChildren<QWidget*>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith("qt_"))
                continue;
            if (qobject_cast<const QLabel*>(widget))
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(TestExportList)
#include "tst_export_list.moc"
