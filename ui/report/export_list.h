// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/export_item.h"

#include <QScrollArea>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;

namespace latticeq::ui {

class ExportRow;

/** What can be exported of a run, as a list in four parts: checkpoints, tables, plots, reports. */
class ExportList : public QScrollArea
{
    Q_OBJECT
public:
    ExportList(const RunDocumentPtr& run, const QList<NamedPlot>& plots, QWidget* parent);

    /** Offers tables of `count` runs together; none for fewer than two. */
    void setRunCount(int count);
    void setHasSource(bool hasSource);
    void setBusy(bool busy);

    const QList<ExportRow*>& rows() const { return m_rows; }
    QList<ExportRow*> chosen() const;
    /** Row of a kind, of the plot `plot` where it is a plot. */
    ExportRow* row(ExportKind kind, int plot = -1) const;
    PlotFormat plotFormat() const;
    bool tablesOfAllRuns() const;

    /** Shows everything where the screen has room for it. */
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    /** A heading with an option beside it, a choice for all, and the items. */
    void addPart(QGridLayout& grid, const char* objectName, const QList<ExportItem>& items, QWidget* option = nullptr,
        QWidget* choiceOfAll = nullptr);
    void retranslate();
    void fillOptions();
    void updateItems();
    void choosePlots(bool chosen);
    void showAllPlots();

    RunDocumentPtr m_run;
    QList<NamedPlot> m_plots;
    bool m_hasSource = false;
    int m_runCount = 1;
    bool m_updating = false;
    QList<ExportRow*> m_rows;
    QList<QLabel*> m_headings;
    QComboBox* m_tableRuns = nullptr;
    QCheckBox* m_allPlots = nullptr;
    QComboBox* m_plotFormat = nullptr;
};

} // namespace latticeq::ui
