// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/planned_run.h"

#include "core/graph/model_catalog.h"

namespace latticeq::ui {

namespace {

/** Typing a path or turning through models asks once. */
constexpr int kDescribeDelayMs = 150;

bool sameNetwork(const RunSettings& a, const RunSettings& b)
{
    return a.model == b.model && a.weights == b.weights && a.images == b.images
        && (!isModelFile(a.model) || a.data == b.data); // data can fix the size of a file's images
}

} // namespace

PlannedRun::PlannedRun(SettingsState& settings, EngineTasks& tasks, Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_tasks(tasks)
    , m_workspace(workspace)
{
    m_describeLater.setSingleShot(true);
    m_describeLater.setInterval(kDescribeDelayMs);
    connect(&m_describeLater, &QTimer::timeout, this, &PlannedRun::describe);
    connect(&settings, &SettingsState::changed, this, &PlannedRun::settingsChanged);
}

void PlannedRun::setEngineReady()
{
    m_engineReady = true;
    describe();
}

void PlannedRun::settingsChanged()
{
    if (!sameNetwork(m_settings.settings(), m_described)) {
        m_model.reset();
        m_problem.clear();
        if (m_engineReady)
            m_describeLater.start();
        emit modelChanged();
    }
    if (m_workspace.current()->state() == RunDocument::State::Planned)
        show();
}

void PlannedRun::describe()
{
    m_described = m_settings.settings();
    const RunSettings asked = m_described;
    m_tasks.ask([asked](Engine& engine) { return engine.describe(asked); })
        .then(this,
            [this, asked](const ModelDescription& model) {
                if (!sameNetwork(asked, m_described))
                    return;
                m_model = model;
                m_problem.clear();
                replan();
            })
        .onFailed(this, [this, asked](const std::exception& error) {
            if (!sameNetwork(asked, m_described))
                return;
            m_problem = QString::fromUtf8(error.what());
            emit modelChanged();
        });
}

void PlannedRun::replan()
{
    if (m_workspace.current()->state() == RunDocument::State::Planned)
        show();
    emit modelChanged();
}

void PlannedRun::show()
{
    auto run = std::make_shared<RunDocument>(m_settings.settings());
    run->colorSlot = m_workspace.current()->colorSlot;
    if (m_model) {
        m_problem.clear();
        try {
            run->plan(*m_model);
        } catch (const std::invalid_argument&) {
            // Bits of single layers that do not fit: the estimate of the same settings says so.
        }
    }
    m_workspace.setCurrent(std::move(run));
    LayerSelection& selection = m_workspace.selection();
    const auto& layers = m_workspace.current()->layers();
    if (!layers.empty() && m_workspace.current()->indexOf(selection.current()) < 0)
        selection.set(layers.front().name());
}

} // namespace latticeq::ui
