// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/export_job.h"

#include <QDialog>
#include <QSet>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace latticeq::ui {

class ExportList;
class ExportRow;

/**
 * Export (Ctrl+E): a folder and a list of what can be written of a run. Existing files are named before anything
 * replaces them, failures stand at their file, and nothing half-written remains.
 */
class ExportSheet : public QDialog
{
    Q_OBJECT
public:
    ExportSheet(const RunDocumentPtr& run, QList<NamedPlot> plots, ModelExporter exporter, QWidget* parent = nullptr);

    /** Runs that tables can hold together, with a leading column "run". */
    void setAllRuns(QList<RunDocumentPtr> runs);
    /** Where the engine reads the run, if it is not the run's own folder: a packed checkpoint that was opened. */
    void setSource(const QString& source);
    /** The command line that gives the same run, for reports. */
    void setCommand(const QString& command);

    QString folder() const;
    void setFolder(const QString& folder);
    ExportList& list() { return *m_list; }

public slots:
    /** Writes all chosen files; does nothing where something stands against it. */
    void exportChosen();
    /** Closes; a running export leaves out what has not begun and closes after the file being written. */
    void reject() override;

signals:
    /** All files were tried; `written` of them exist now. */
    void exported(const QString& folder, int written);

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void buildFooter(QLayout& layout);
    void connectAll();
    void retranslate();
    void check();
    QString obstacle(const QList<ExportRow*>& rows);
    bool markRow(ExportRow& row, QSet<QString>& taken);
    QString pathOf(const ExportRow& row) const;
    void chooseFolder();
    void setBusy(bool busy);
    void showEnd();

    ExportRequest m_request;
    QList<RunDocumentPtr> m_allRuns;
    ExportJob m_job;
    QList<ExportRow*> m_writing; // rows of the running export, in its order
    int m_writtenCount = 0;
    bool m_closing = false;

    QLabel* m_folderLabel = nullptr;
    QLineEdit* m_folder = nullptr;
    QPushButton* m_browse = nullptr;
    ExportList* m_list = nullptr;
    QCheckBox* m_replace = nullptr;
    QLabel* m_message = nullptr;
    QPushButton* m_openFolder = nullptr;
    QPushButton* m_close = nullptr;
    QPushButton* m_export = nullptr;
};

} // namespace latticeq::ui
