// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <array>

namespace latticeq::ui {

Workspace::Workspace(QObject* parent)
    : QObject(parent)
    , m_current(std::make_shared<RunDocument>(RunSettings {}))
{
    follow(m_current);
}

void Workspace::setCurrent(RunDocumentPtr run)
{
    if (run == m_current)
        return;
    const QList<RunDocumentPtr> before = m_pinned + QList<RunDocumentPtr> { m_current };
    const QList<RunDocumentPtr> shownBefore = shown();
    m_current = std::move(run);
    follow(m_current);
    unfollowHidden(before);
    assignSlots(shownBefore);
    emit currentChanged();
    emit shownChanged();
}

void Workspace::setPinned(const QList<RunDocumentPtr>& pinned)
{
    if (pinned == m_pinned)
        return;
    const QList<RunDocumentPtr> before = m_pinned + QList<RunDocumentPtr> { m_current };
    const QList<RunDocumentPtr> shownBefore = shown();
    m_pinned = pinned.mid(0, kMostPinned);
    for (const RunDocumentPtr& run : m_pinned)
        follow(run);
    unfollowHidden(before);
    assignSlots(shownBefore);
    emit shownChanged();
}

QList<RunDocumentPtr> Workspace::shown() const
{
    QList<RunDocumentPtr> runs = m_pinned;
    const bool hasResult = m_current->isActive() || m_current->finishedLayers() > 0;
    if (!runs.contains(m_current) && (runs.isEmpty() || hasResult))
        runs.prepend(m_current);
    return runs;
}

RunDocumentPtr Workspace::find(const QString& id) const
{
    for (const RunDocumentPtr& run : m_pinned + QList<RunDocumentPtr> { m_current }) {
        if (run->id == id)
            return run;
    }
    return nullptr;
}

void Workspace::follow(const RunDocumentPtr& run)
{
    RunDocument* document = run.get();
    disconnect(document, nullptr, this, nullptr);
    connect(document, &RunDocument::layersChanged, this,
        [this, document](int first, int last) { emit layersChanged(document, first, last); });
    connect(document, &RunDocument::layersReset, this, [this, document] { emit layersReset(document); });
    connect(document, &RunDocument::convergenceChanged, this,
        [this, document](int layer) { emit convergenceChanged(document, layer); });
    connect(document, &RunDocument::accuracyChanged, this, [this, document] { emit accuracyChanged(document); });
    connect(document, &RunDocument::bitsChanged, this, [this, document] { emit bitsChanged(document); });
    connect(document, &RunDocument::latticesChanged, this, [this, document] { emit latticesChanged(document); });
    connect(document, &RunDocument::stateChanged, this, [this, document] {
        emit stateChanged(document);
        emit shownChanged();
    });
}

void Workspace::unfollowHidden(const QList<RunDocumentPtr>& before)
{
    for (const RunDocumentPtr& run : before) {
        if (run != m_current && !m_pinned.contains(run))
            disconnect(run.get(), nullptr, this, nullptr);
    }
}

void Workspace::assignSlots(const QList<RunDocumentPtr>& before)
{
    QList<RunDocumentPtr> runs = shown();
    // What was shown keeps its slot, whatever slot a newcomer brings.
    std::stable_partition(runs.begin(), runs.end(), [&](const RunDocumentPtr& run) { return before.contains(run); });
    std::array<bool, 8> taken {};
    QList<RunDocumentPtr> homeless;
    for (const RunDocumentPtr& run : runs) {
        bool& slot = taken[static_cast<size_t>(run->colorSlot % 8)];
        if (slot)
            homeless.append(run);
        slot = true;
    }
    for (const RunDocumentPtr& run : homeless) {
        const auto free = std::find(taken.begin(), taken.end(), false);
        run->colorSlot = free == taken.end() ? 7 : static_cast<int>(free - taken.begin());
        taken[static_cast<size_t>(run->colorSlot)] = true;
    }
}

} // namespace latticeq::ui
