// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_state.h"
#include "ui/window/engine_tasks.h"
#include "ui/workspace/workspace.h"

#include <QTimer>

namespace latticeq::ui {

/**
 * The run that the settings describe: asks the engine for the network's layers when model or weights change, and
 * keeps the workspace's current run in step while it is a planned one.
 */
class PlannedRun : public QObject
{
    Q_OBJECT
public:
    PlannedRun(SettingsState& settings, EngineTasks& tasks, Workspace& workspace, QObject* parent = nullptr);

    /** From now on the engine can be asked. */
    void setEngineReady();
    const std::optional<ModelDescription>& model() const { return m_model; }
    /** Why the network cannot be described; empty where it can or is not known yet. */
    const QString& problem() const { return m_problem; }

    /** Makes a planned run of the settings the workspace's current one. */
    void show();

signals:
    /** Another network is known, or none. */
    void modelChanged();

private:
    void settingsChanged();
    void describe();
    void replan();

    SettingsState& m_settings;
    EngineTasks& m_tasks;
    Workspace& m_workspace;
    bool m_engineReady = false;
    QTimer m_describeLater;
    RunSettings m_described; // what m_model was described for, or is being asked for
    std::optional<ModelDescription> m_model;
    QString m_problem;
};

} // namespace latticeq::ui
