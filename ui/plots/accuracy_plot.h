// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/end_labels.h"
#include "ui/plots/plot_view.h"

class QScrollArea;

namespace latticeq::ui {

/**
 * Top-1: while it is measured the running value with its 95 % band against images seen, afterwards a dot with its
 * interval for each run and full precision, and the paired differences in words.
 */
class AccuracyPlot : public PlotView
{
    Q_OBJECT
public:
    explicit AccuracyPlot(Workspace& workspace, QWidget* parent = nullptr);

    /** The paired differences under the plot. */
    QString words() const;
    /** The names at the curves' ends, from the last drawing; none of a list. */
    QStringList endLabels() const;

protected:
    void redraw() override;
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Row
    {
        QString name;
        AccuracyReport report;
        QColor color;
        QCPScatterStyle marker;
    };

    void drawCurves(const RunDocument& run);
    QCPGraph* addCurve(const char* name, const AccuracyCurve& curve, const QPen& pen);
    void addBand(const AccuracyCurve& curve, const QColor& color);
    void showCurveRanges(const RunDocument& run);
    QList<const RunDocument*> measuredRuns() const;
    void drawList(const QList<const RunDocument*>& runs);
    std::vector<Row> rowsOf(const QList<const RunDocument*>& runs) const;
    void drawRow(const Row& row, double y);
    void setAxes(bool list);
    void fitWords();

    QScrollArea* m_wordsArea;
    QLabel* m_words;
    std::vector<EndLabel> m_labels;
    bool m_list = false;
};

} // namespace latticeq::ui
