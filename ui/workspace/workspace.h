// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/layer_selection.h"
#include "ui/workspace/run_document.h"

#include <QList>

namespace latticeq::ui {

using RunDocumentPtr = std::shared_ptr<RunDocument>;

/**
 * What the window shows: the current run, the pinned runs beside it, and the selected layers. Every view follows this
 * one object. A run's colour slot is unique among the runs shown and stays its own while it is shown.
 */
class Workspace : public QObject
{
    Q_OBJECT
public:
    explicit Workspace(QObject* parent = nullptr);

    /** The run that is planned, goes on, or was opened last; never null. */
    const RunDocumentPtr& current() const { return m_current; }
    void setCurrent(RunDocumentPtr run);

    /** Runs to compare, the reference first. At most 8. */
    const QList<RunDocumentPtr>& pinned() const { return m_pinned; }
    void setPinned(const QList<RunDocumentPtr>& pinned);

    /** The runs that views overlay: all pinned ones, and the current one first if it is not among them and has a
     * layer with a result or no run is pinned. */
    QList<RunDocumentPtr> shown() const;
    /** The shown run of that id; null where there is none. */
    RunDocumentPtr find(const QString& id) const;

    LayerSelection& selection() { return m_selection; }

    static constexpr int kMostPinned = 8;

signals:
    void currentChanged();
    void shownChanged(); // another list of runs to overlay
    /** The same as of the documents, for any shown run. */
    void layersChanged(RunDocument* run, int first, int last);
    void layersReset(RunDocument* run);
    void convergenceChanged(RunDocument* run, int layer);
    void accuracyChanged(RunDocument* run);
    void bitsChanged(RunDocument* run);
    void stateChanged(RunDocument* run);
    void latticesChanged(RunDocument* run);

private:
    void follow(const RunDocumentPtr& run);
    void unfollowHidden(const QList<RunDocumentPtr>& before);
    void assignSlots(const QList<RunDocumentPtr>& before);

    RunDocumentPtr m_current;
    QList<RunDocumentPtr> m_pinned;
    LayerSelection m_selection;
};

} // namespace latticeq::ui
