// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/panel_axes.h"
#include "ui/lattices/panel_item.h"

#include <QTimer>

namespace latticeq::ui {

/**
 * Two panels of lattices side by side in one plot, so that both have the same pixels and export as one picture. The
 * cameras are the truth: axis ranges are set from them, with the same units per pixel on both axes of both panels.
 */
class LatticePlot : public QCustomPlot
{
    Q_OBJECT
public:
    explicit LatticePlot(QWidget* parent = nullptr);

    void setContent(int panel, const PanelContent& content);
    const PanelContent& content(int panel) const { return m_contents[index(panel)]; }
    void setMarks(const LatticeMarks& marks);
    void setMode(LatticeMode mode);
    LatticeMode mode() const { return m_mode; }
    /** Camera, error colours and the lit weight are shared while linked and of one dimension. */
    void setLinked(bool linked);
    bool isLinked() const { return m_linked; }
    bool dimensionsAgree() const;
    void setSheet(int sheet);
    int sheet() const { return m_sheet; }

    const LatticeCamera& camera(int panel) const { return m_cameras[sharesCamera() ? 0 : index(panel)]; }
    /** A person's camera: ends fitting by itself until fit(). Zoom is kept within reason. */
    void setCamera(int panel, LatticeCamera camera);
    /** Shows both coordinate boxes and all weights, turned back to the start. */
    void fit();

    /** Lights up a weight of a panel, and the same weight beside it where both show the same weights; -1 none. */
    void light(int panel, int weight);
    void pin(int panel, int weight);
    bool hasPin() const { return m_pinned.weight >= 0; }

    PanelItem& panel(int panel) const { return *m_panels[index(panel)]; }
    QCPAxisRect& panelRect(int panel) const { return m_axes[index(panel)].rect(); }
    int panelAt(QPointF pixel) const; // -1 outside both
    const ErrorRamp& errorRamp(int panel) const { return m_panels[index(panel)]->scene().errors; }

    QSize minimumSizeHint() const override { return { 560, 240 }; }
    QSize sizeHint() const override { return { 808, 340 }; }

signals:
    /** The lit weight of a panel, -1 for none: the one under the cursor, else the pinned one. */
    void lit(int panel, int weight);
    void errorRampChanged();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Lit
    {
        int panel = 0;
        int weight = -1;
    };
    static size_t index(int panel) { return panel == 0 ? 0 : 1; }
    bool sharesCamera() const { return m_linked && dimensionsAgree(); }
    void addPanels();
    void restyle();
    void updateScenes();
    PanelScene makeScene(int panel) const;
    void scheduleReplot();
    void fitCameras();
    QRectF boundsOf(int panel) const;
    void applyCameras();
    void applyCamera(int panel);
    double largestCount() const; // that a panel's height stands for where n = 1
    void followLayout();
    void showLit();
    bool showsWeight(int panel, const Lit& lit) const;

    std::array<PanelContent, 2> m_contents;
    std::array<LatticeCamera, 2> m_cameras;
    std::array<PanelAxes, 2> m_axes;
    std::array<PanelItem*, 2> m_panels {};
    std::array<HoverItem*, 2> m_hovers {};
    std::array<QSize, 2> m_sizes; // of the panels, when the ranges were last set
    LatticeMarks m_marks;
    LatticeMode m_mode = LatticeMode::Turn;
    int m_sheet = 0;
    bool m_linked = true;
    bool m_fitting = true;
    double m_fittedUnits = 0;
    Lit m_hovered;
    Lit m_pinned;
    QTimer m_replotTimer;
    bool m_dirty = true;
};

} // namespace latticeq::ui
