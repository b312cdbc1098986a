// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/theme.h"
#include "ui/workspace/workspace.h"

#include <QTimer>
#include <QWidget>

#include <qcustomplot.h>

class QHBoxLayout;
class QLabel;

namespace latticeq::ui {

class ElidedLabel;

/**
 * What all plots of the window share: a row of tools that ends in the ⋯ menu, the plot with a text in place of
 * missing data, a line of words under it, keys, live theme, font and language, and redraws at most every 40 ms while
 * visible.
 */
class PlotView : public QWidget
{
    Q_OBJECT
public:
    PlotView(Workspace& workspace, const QString& exportName, QWidget* parent);

    QCustomPlot& plot() { return *m_plot; }
    /** Draws what is new now, also while hidden: for exports and reports. */
    virtual void refresh();
    /** The text that stands in place of missing data; empty where there is something to see. */
    QString emptyText() const;
    /** The line under the plot. */
    QString info() const;

public slots:
    /** Shows all data again and follows it from now on (Home). */
    virtual void fit();

protected:
    Workspace& workspace() const { return m_workspace; }
    const Theme& theme() const { return Theme::of(palette()); }
    QHBoxLayout& tools() { return *m_tools; }
    QFont secondaryFont() const;

    /** Redraws soon, if visible; else when it becomes visible. */
    void setDirty();
    void setEmptyText(const QString& text);
    void setInfo(const QString& text);

    /** An axis that keys, wheel and drag move; once they did, isManual() holds until fit(). */
    void addFreeAxis(QCPAxis* axis);
    /** A legend in a row above the axes. */
    void makeLegend();
    /** Sets a range on the program's behalf. */
    void showRange(QCPAxis* axis, const QCPRange& range);
    bool isManual() const { return m_manual; }
    void setManual(bool manual) { m_manual = manual; }

    /** Fills the plot from the workspace in the theme's colours; the base replots afterwards. */
    virtual void redraw() = 0;
    /** Sets all texts that redraw() does not; constructors call their own. */
    virtual void retranslate() = 0;
    /** A click without a drag. */
    virtual void clicked(const QPoint&, Qt::KeyboardModifiers) { }
    virtual void hovered(const QPoint&) { }
    virtual void left() { }

    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void restyle();
    void placeEmptyText();
    void listenToMouse();
    void zoom(double factor);
    void pan(Qt::Orientation orientation, double share);

    Workspace& m_workspace;
    QCustomPlot* m_plot;
    QHBoxLayout* m_tools;
    QLabel* m_emptyText;
    ElidedLabel* m_info;
    QTimer m_timer;
    QList<QCPAxis*> m_freeAxes;
    QPoint m_pressed { -1, -1 };
    bool m_dirty = true;
    bool m_manual = false;
    bool m_settingRange = false;
};

} // namespace latticeq::ui
