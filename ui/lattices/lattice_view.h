// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/lattice_choices.h"
#include "ui/workspace/workspace.h"

#include <QWidget>

class QCustomPlot;
class QTableView;

namespace latticeq::ui {

class ChannelRow;
class ElidedLabel;
class FiguresModel;
class LatticeNavigator;
class LatticePanels;
class LatticePlot;
class LatticeSwitches;
class SourceRow;

/**
 * Two lattices side by side: what each panel shows, the panels, the switches that are their legend, and the figures of
 * both with the difference. Asks the runs for pictures only while it is visible.
 */
class LatticeView : public QWidget
{
    Q_OBJECT
public:
    explicit LatticeView(Workspace& workspace, QWidget* parent = nullptr);
    ~LatticeView() override;

    QCustomPlot& plot();
    /** Gets and draws the present pictures also while hidden, for exports; they arrive a moment later. */
    void refresh();
    LatticePlot& latticePlot() { return *m_plot; }
    LatticePanels& panels() { return *m_panels; }

    /** Mode, switches and linking, which a start takes over from the one before. */
    void restoreChoices(const LatticeChoices& choices);
    LatticeChoices choices() const;

public slots:
    /** To another channel of the layer, by as many as `steps` says. */
    void stepChannel(int steps);
    /** Shows both coordinate boxes whole, as at first. */
    void fit();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void connectParts();
    void addShortcuts();
    void addPlotShortcuts();
    void showContents();
    void updateReasons();
    void setMode(LatticeMode mode);
    void setLinked(bool linked);
    void showLit(int panel, int weight);
    void copyFigures();
    void restyle();

    LatticePanels* m_panels;
    LatticePlot* m_plot;
    LatticeNavigator* m_navigator;
    SourceRow* m_sources;
    ChannelRow* m_channels;
    LatticeSwitches* m_switches;
    ElidedLabel* m_hoverLine;
    FiguresModel* m_figures;
    QTableView* m_table = nullptr;
    bool m_residualsChosen = false; // until a person chooses, residuals are shown where there are few weights
};

} // namespace latticeq::ui
