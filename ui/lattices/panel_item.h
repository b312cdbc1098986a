// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/panel_painter.h"

namespace latticeq::ui {

class PanelCaptions;

/** Paints one panel's whole scene into its axis rect and remembers where the weights came to lie. */
class PanelItem : public QCPAbstractItem
{
    Q_OBJECT
public:
    /** Pixels that a lattice of space leaves free on either side when it is fitted. */
    static constexpr QSizeF kSpaceMargin { 8, 14 };

    PanelItem(QCustomPlot* plot, QCPAxisRect* axisRect);

    void setScene(const PanelScene& scene) { m_scene = scene; }
    const PanelScene& scene() const { return m_scene; }
    /** What full height means where n = 1. */
    void setLargestCount(double count) { m_largestCount = count; }

    /** The panel as painted now. */
    PanelCanvas canvas() const;
    /** The canvas under a pixel: the whole panel, or one of its quarters where there are planes. */
    PanelCanvas canvasAt(QPointF pixel) const;
    /** Whether dragging at a pixel turns what is seen there. */
    bool turnsAt(QPointF pixel) const;
    /** Where the last painting put the weights; a weight may come several times. */
    const std::vector<WeightMark>& marks() const { return m_marks; }
    /** The topmost weight within reach of a pixel, -1 where there is none. */
    int weightAt(QPointF pixel) const;

    double selectTest(const QPointF& pos, bool onlySelectable, QVariant* details = nullptr) const override;

protected:
    void draw(QCPPainter* painter) override;

private:
    void drawPlane(QCPPainter& painter, const PanelCanvas& whole);
    void drawTurn(QCPPainter& painter, const PanelCanvas& whole);
    void drawQuarters(QCPPainter& painter, const PanelCaptions& captions);
    int quarterAt(QPointF pixel) const;
    PanelCanvas quarter(int index) const;

    QCPAxisRect* m_rect;
    PanelScene m_scene;
    double m_largestCount = 1;
    std::vector<WeightMark> m_marks;
};

/** Lights up one weight of a panel with its residual; on a layer of its own so that hovering repaints little. */
class HoverItem : public QCPAbstractItem
{
    Q_OBJECT
public:
    HoverItem(QCustomPlot* plot, QCPAxisRect* axisRect, const PanelItem& panel);

    void setWeight(int weight) { m_weight = weight; } // -1: none
    int weight() const { return m_weight; }
    double selectTest(const QPointF& pos, bool onlySelectable, QVariant* details = nullptr) const override;

protected:
    void draw(QCPPainter* painter) override;

private:
    const PanelItem& m_panel;
    int m_weight = -1;
};

} // namespace latticeq::ui
