// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_view.h"

namespace latticeq::ui {

class WordsArea;

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
    /** The names of the curves, each with its value so far; none of a list. */
    QStringList legend();

protected:
    void redraw() override;
    void retranslate() override;

private:
    struct Row
    {
        QString name;
        AccuracyReport report;
        QColor color;
        QCPScatterStyle marker;
    };

    void drawCurves(const RunDocument& run);
    void addCurve(const char* name, const AccuracyCurve& curve, const QPen& pen, const QString& text);
    void addBand(const AccuracyCurve& curve, const QColor& color);
    void showCurveRanges(const RunDocument& run);
    QList<const RunDocument*> measuredRuns() const;
    void drawList(const QList<const RunDocument*>& runs);
    std::vector<Row> rowsOf(const QList<const RunDocument*>& runs) const;
    void drawRow(const Row& row, double y);
    void setAxes(bool list);

    WordsArea* m_words;
    bool m_list = false;
};

} // namespace latticeq::ui
