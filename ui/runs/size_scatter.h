// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QCustomPlot;
class QLabel;

namespace latticeq::ui {

struct Theme;

/** A finished run between the two things that matter. */
struct SizePoint
{
    QString id;
    QString name;
    QString label; // beside the mark, for the runs that are compared
    double megabytes = 0; // packed, in 10⁶ bytes
    double top1 = 0; // percent, with its 95 % interval
    double top1Low = 0;
    double top1High = 0;
    int colorSlot = -1; // -1: not compared, small and grey
};

/** The network before quantization. */
struct FullPrecisionPoint
{
    double megabytes = 0;
    double top1 = 0; // percent
};

/** Accuracy against packed size: what a smaller file costs. */
class SizeScatter : public QWidget
{
    Q_OBJECT
public:
    explicit SizeScatter(QWidget* parent = nullptr);

    void setPoints(std::vector<SizePoint> points, const std::optional<FullPrecisionPoint>& fullPrecision);
    const std::vector<SizePoint>& points() const { return m_points; }
    QCustomPlot& plot() { return *m_plot; }
    /** The run whose mark is within reach of a place in the plot; null where there is none. */
    const SizePoint* pointAt(const QPointF& position) const;

public slots:
    /** Shows all points; from then on the ranges follow new ones again. */
    void fit();

signals:
    void openAsked(const QString& id); // a double click on a mark

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void markDirty();
    void redraw();
    void retranslate();
    void drawOthers(const Theme& theme);
    void drawCompared(const Theme& theme);
    void drawLabel(const SizePoint& point, const Theme& theme);
    void drawFullPrecision(const Theme& theme);
    void fitRanges();
    void showToolTip(const QPoint& position);
    bool handleKey(int key);

    QLabel* m_title;
    QCustomPlot* m_plot;
    QTimer m_redraw;
    std::vector<SizePoint> m_points;
    std::optional<FullPrecisionPoint> m_fullPrecision;
    bool m_dirty = true;
    bool m_fitted = true; // no one has zoomed or dragged since fit()
};

} // namespace latticeq::ui
