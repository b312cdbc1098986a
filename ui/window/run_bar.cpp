// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/run_bar.h"

#include "ui/support/icon.h"
#include "ui/support/number_format.h"
#include "ui/support/theme.h"
#include "ui/window/run_results.h"
#include "ui/workspace/phase_text.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

namespace latticeq::ui {

namespace {

constexpr int kBarHeight = 56;

QAction* makeAction(QObject* parent, const char* name, const QList<QKeySequence>& keys)
{
    auto* action = new QAction(icon(QString::fromLatin1(name)), QString(), parent);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcuts(keys);
    return action;
}

QString settingsText(const RunDocument& run)
{
    return QString::fromStdString(settingsTitle(run.settings()));
}

} // namespace

QString phaseText(const RunDocument& run)
{
    QString text = phaseText(run.phase());
    const int layer = run.searchedLayer();
    if (run.phase() == Phase::ChoosingBits && run.bitsChoice()) {
        const auto measured = static_cast<int>(run.bitsChoice()->sensitivities.size());
        text = RunBar::tr("%1 · %n layer(s) measured", "phase", measured).arg(text);
    } else if (run.phase() == Phase::SearchingBases && layer >= 0) {
        text = RunBar::tr("%1 · layer %2 of %3 · %4")
                   .arg(text)
                   .arg(layer + 1)
                   .arg(run.layers().size())
                   .arg(run.layers()[static_cast<size_t>(layer)].name());
    }
    return run.place.isEmpty() ? text : RunBar::tr("%1 · %2", "seed, phase").arg(run.place, text);
}

RunBar::RunBar(QWidget* parent)
    : QToolBar(parent)
    , m_run(makeAction(this, "run", { QKeySequence(Qt::CTRL | Qt::Key_R), QKeySequence(Qt::Key_F5) }))
    , m_pause(makeAction(this, "pause", { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R) }))
    , m_stop(makeAction(this, "stop", { QKeySequence(Qt::SHIFT | Qt::Key_F5) }))
    , m_export(makeAction(this, "export", { QKeySequence(Qt::CTRL | Qt::Key_E) }))
{
    setObjectName(QStringLiteral("runBar"));
    setMovable(false);
    setFloatable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    toggleViewAction()->setEnabled(false);
    setMinimumHeight(kBarHeight);
    addControls();
    addStatus();
    addResults();
    restyle();
    retranslate();
}

void RunBar::addControls()
{
    m_runButton = new QPushButton(this);
    m_runButton->setObjectName(QStringLiteral("runButton"));
    connect(m_runButton, &QPushButton::clicked, m_run, &QAction::trigger);
    addWidget(m_runButton);
    addAction(m_pause);
    addAction(m_stop);
    addSeparator();
}

void RunBar::addStatus()
{
    auto* middle = new QWidget(this);
    middle->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_phase = new QLabel(middle);
    m_phase->setObjectName(QStringLiteral("phase"));
    m_phase->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_times = new QLabel(middle);
    m_times->setObjectName(QStringLiteral("times"));
    m_progress = new QProgressBar(middle);
    m_progress->setObjectName(QStringLiteral("progress"));
    m_progress->setTextVisible(false);
    m_progress->setRange(0, 1000);
    m_progress->setMaximumHeight(8);
    auto* lines = new QGridLayout(middle);
    lines->setContentsMargins(8, 4, 8, 4);
    lines->setVerticalSpacing(4);
    lines->setHorizontalSpacing(12);
    lines->addWidget(m_phase, 0, 0, 1, 2);
    lines->addWidget(m_progress, 1, 0);
    lines->addWidget(m_times, 1, 1);
    lines->setColumnStretch(0, 1);
    addWidget(middle);
    addSeparator();
}

void RunBar::addResults()
{
    addWidget(m_results = new RunResults(this));
    auto* exporting = new QToolButton(this);
    exporting->setDefaultAction(m_export);
    exporting->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    exporting->setObjectName(QStringLiteral("exportButton"));
    addWidget(exporting);
}

void RunBar::restyle()
{
    const Theme& theme = Theme::of(palette());
    QPalette filled = m_runButton->palette();
    for (const QPalette::ColorGroup group : { QPalette::Active, QPalette::Inactive }) {
        filled.setColor(group, QPalette::Button, theme.accent);
        filled.setColor(group, QPalette::ButtonText, theme.accentText);
    }
    filled.setColor(QPalette::Disabled, QPalette::Button, blend(theme.window, theme.border, 0.5));
    filled.setColor(QPalette::Disabled, QPalette::ButtonText, theme.secondary);
    m_runButton->setPalette(filled);
    m_runButton->setIcon(icon(QStringLiteral("run"), theme.accentText));
    QPalette bar = m_progress->palette();
    bar.setColor(QPalette::Highlight, theme.accent);
    m_progress->setPalette(bar);
    QPalette secondary = palette();
    secondary.setColor(QPalette::WindowText, theme.secondary);
    m_times->setPalette(secondary);
}

void RunBar::retranslate()
{
    setWindowTitle(tr("Run bar"));
    m_run->setText(tr("Run"));
    m_run->setToolTip(tr("Quantize the network with these settings (Ctrl+R). The earlier result stays in Runs."));
    m_pause->setText(tr("Pause"));
    m_pause->setToolTip(tr("Hold the run; Resume goes on where it was (Ctrl+Shift+R)"));
    m_stop->setText(tr("Stop"));
    m_stop->setToolTip(tr("End the run; finished layers are kept and it can be resumed (Shift+F5)"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Write checkpoints, tables, plots and a report of this run (Ctrl+E)"));
    m_progress->setAccessibleName(tr("Progress of the run"));
}

void RunBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_runButton)
        restyle();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolBar::changeEvent(event);
}

void RunBar::showRun(
    const RunDocument& run, const std::optional<RunEstimate>& estimate, const RunDocument* active)
{
    const RunDocument& steered = active && active->isActive() ? *active : run;
    if (steered.id != m_shownRun) {
        m_shownRun = steered.id;
        m_remaining.reset();
    }
    showControls(steered, run);
    showStatus(steered, estimate);
    m_results->showRun(run, estimate);
}

void RunBar::showControls(const RunDocument& run, const RunDocument& shown)
{
    using State = RunDocument::State;
    const bool paused = run.state() == State::Paused;
    const bool active = run.isActive();
    m_run->setText(paused ? tr("Resume") : tr("Run"));
    m_run->setEnabled(paused || !active);
    m_runButton->setText(m_run->text());
    m_runButton->setToolTip(m_run->toolTip());
    m_runButton->setEnabled(m_run->isEnabled());
    m_pause->setEnabled(run.state() == State::Running);
    m_stop->setEnabled(active);
    m_export->setEnabled(shown.state() == State::Finished);
}

void RunBar::showStatus(const RunDocument& run, const std::optional<RunEstimate>& estimate)
{
    using State = RunDocument::State;
    const bool active = run.isActive();
    m_progress->setVisible(active);
    m_times->setVisible(active);
    QString text;
    if (active) {
        const ProgressMade& progress = run.progress();
        const bool measured = run.phase() != Phase::Loading && run.phase() != Phase::Writing;
        m_progress->setRange(0, measured ? 1000 : 0);
        m_progress->setValue(qRound(1000 * progress.fraction));
        text = run.state() == State::Paused ? tr("Paused · %1").arg(phaseText(run)) : phaseText(run);
        m_times->setText(tr("%1, %2").arg(formatDuration(progress.elapsedSeconds),
            m_remaining.text(progress.elapsedSeconds, progress.remainingSeconds)));
    } else if (run.state() == State::Planned) {
        const QString time = estimate ? formatRoughDuration(estimate->totalSeconds()) : tr("estimating");
        text = tr("Ready: %1 · %2 · %3").arg(run.modelTitle(), settingsText(run), time);
    } else {
        const QString ended = run.state() == State::Finished ? tr("Finished")
            : run.state() == State::Stopped                  ? tr("Stopped")
                                                             : tr("Failed");
        const QString what = run.name == settingsText(run) ? run.modelTitle() : run.name;
        text = tr("%1 · %2 · %3", "state, run, settings").arg(ended, what, settingsText(run));
    }
    m_phase->setText(text);
    m_phase->setToolTip(text);
}

QString RunBar::statusText() const
{
    return m_phase->text();
}

QString RunBar::titleText(const RunDocument& run) const
{
    if (!run.isActive())
        return {};
    const QString share = formatPercent(100 * run.progress().fraction, 0);
    const int layer = run.searchedLayer();
    const QString what = layer >= 0 ? run.layers()[static_cast<size_t>(layer)].name() : phaseText(run.phase());
    const QString title = tr("%1 · %2", "progress, layer or phase").arg(share, what);
    return run.state() == RunDocument::State::Paused ? tr("Paused at %1").arg(title) : title;
}

} // namespace latticeq::ui
