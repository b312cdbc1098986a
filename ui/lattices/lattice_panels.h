// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/lattice_scene.h"
#include "ui/lattices/lattice_source.h"
#include "ui/lattices/picture_loader.h"
#include "ui/workspace/workspace.h"

#include <QTimer>

namespace latticeq::ui {

/**
 * What the two panels show: follows the workspace's runs and selected layer, asks for pictures while active, and gives
 * complete contents. Panel A always shows the selected layer; panel B the same unless a person chose another.
 */
class LatticePanels : public QObject
{
    Q_OBJECT
public:
    struct RunChoice
    {
        LatticeSource::Kind kind;
        QString runId;
        QString text;
        bool operator==(const RunChoice&) const = default;
    };

    explicit LatticePanels(Workspace& workspace, QObject* parent = nullptr);

    QList<RunChoice> runChoices() const;
    /** Names of the layers of a panel's run, in the network's order. */
    QStringList layerNames(int panel) const;
    const LatticeSource& source(int panel) const { return m_sources[static_cast<size_t>(panel)]; }
    QString layer(int panel) const;
    int channel(int panel) const; // from 0
    int channels(int panel) const; // 0 where the layer is not known
    const PanelContent& content(int panel) const { return m_contents[static_cast<size_t>(panel)]; }
    bool isLinked() const { return m_linked; }

    void chooseRun(int panel, LatticeSource::Kind kind, const QString& runId);
    /** For panel A the workspace's selection; empty for panel B: the same as A. */
    void chooseLayer(int panel, const QString& layer);
    /** -1 for panel B: the same as A. */
    void chooseChannel(int panel, int channel);
    void swap();
    /** Unlinked, panel B keeps layer and channel for itself. */
    void setLinked(bool linked);
    /** Pictures are asked for only while active; what was missed is caught up with. */
    void setActive(bool active);
    /** Colours and words of the contents. */
    void restyle(const Theme& theme);

signals:
    void sourcesChanged();
    void contentChanged(int panel);

private:
    RunDocumentPtr run(int panel) const;
    void followDefaults();
    void refetch(int panel);
    void refetchAll();
    void refetchSoon(RunDocument* run, int first, int last);
    void take(int panel, const LatticePicturePtr& picture, const QString& failure);
    void describe(int panel);
    QString title(int panel) const;
    QString emptyText(int panel) const;
    bool isScalar(int panel) const { return source(panel).kind == LatticeSource::Kind::ScalarGrid; }

    Workspace& m_workspace;
    PictureLoader m_loader;
    std::array<LatticeSource, 2> m_sources;
    std::array<PanelContent, 2> m_contents;
    std::array<QString, 2> m_failures;
    std::array<bool, 2> m_stale { true, true };
    Theme m_theme;
    QTimer m_refreshTimer; // at most two pictures a second of an unfinished layer
    bool m_chosen = false; // a person chose the runs
    bool m_linked = true;
    bool m_active = false;
};

} // namespace latticeq::ui
