// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/run_bar.h"

#include "ui/support/icon.h"
#include "ui/support/number_format.h"
#include "ui/support/theme.h"
#include "ui/workspace/phase_text.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace latticeq::ui {

namespace {

constexpr int kBarHeight = 56;
constexpr double kResultFactor = 1.25;

QAction* makeAction(QObject* parent, const char* name, const QList<QKeySequence>& keys)
{
    auto* action = new QAction(icon(QString::fromLatin1(name)), QString(), parent);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcuts(keys);
    return action;
}

/** A label that keeps the width of the longest text it is expected to hold. */
QLabel* resultLabel(QWidget* parent, const char* name)
{
    auto* label = new QLabel(QString(QChar(kNotYet)), parent);
    label->setObjectName(QString::fromLatin1(name));
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    QFont font = label->font();
    if (font.pixelSize() > 0)
        font.setPixelSize(qRound(font.pixelSize() * kResultFactor));
    else
        font.setPointSizeF(font.pointSizeF() * kResultFactor);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setMinimumWidth(label->fontMetrics().horizontalAdvance(QStringLiteral("≈ 0.155 MB ")));
    return label;
}

QString settingsText(const RunDocument& run)
{
    return QString::fromStdString(settingsTitle(run.settings()));
}

QString expected(const QString& number)
{
    return QStringLiteral("≈ ") + number;
}

} // namespace

QString phaseText(const RunDocument& run)
{
    const int layer = run.searchedLayer();
    if (run.phase() != Phase::SearchingBases || layer < 0)
        return phaseText(run.phase());
    return RunBar::tr("%1 · layer %2 of %3 · %4")
        .arg(phaseText(run.phase()))
        .arg(layer + 1)
        .arg(run.layers().size())
        .arg(run.layers()[static_cast<size_t>(layer)].name());
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
    auto* results = new QWidget(this);
    auto* row = new QHBoxLayout(results);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(4);
    QLabel** labels[] = { &m_top1, &m_size, &m_bits };
    const char* names[] = { "top1", "size", "bits" };
    for (int i = 0; i < 3; ++i) {
        m_captions[i] = new QLabel(results);
        *labels[i] = resultLabel(results, names[i]);
        row->addSpacing(i == 0 ? 0 : 12);
        row->addWidget(m_captions[i]);
        row->addWidget(*labels[i]);
    }
    addWidget(results);
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
    for (QLabel* caption : m_captions)
        caption->setPalette(secondary);
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
    const QString captions[] = { tr("Top-1"), tr("Size"), tr("Bits") };
    // Until there is a result the first place is full precision's; it keeps its width.
    m_captions[0]->setText(tr("FP32"));
    const int fullPrecisionWidth = m_captions[0]->sizeHint().width();
    for (int i = 0; i < 3; ++i)
        m_captions[i]->setText(captions[i]);
    m_captions[0]->setMinimumWidth(std::max(fullPrecisionWidth, m_captions[0]->sizeHint().width()));
    m_top1->setAccessibleName(tr("Top-1 accuracy"));
    m_size->setAccessibleName(tr("Packed size"));
    m_bits->setAccessibleName(tr("Effective bits per weight, bases and scales included"));
    m_progress->setAccessibleName(tr("Progress of the run"));
    for (QLabel* label : { m_top1, m_size, m_bits })
        label->setToolTip(label->accessibleName());
}

void RunBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && m_runButton)
        restyle();
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolBar::changeEvent(event);
}

void RunBar::showRun(const RunDocument& run, const std::optional<RunEstimate>& estimate)
{
    if (run.id != m_shownRun) {
        m_shownRun = run.id;
        m_remaining.reset();
    }
    showControls(run);
    showStatus(run, estimate);
    showResults(run, estimate);
}

void RunBar::showControls(const RunDocument& run)
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
    m_export->setEnabled(run.state() == State::Finished);
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

void RunBar::showResults(const RunDocument& run, const std::optional<RunEstimate>& estimate)
{
    const QString notYet(QChar { kNotYet });
    const auto& quantized = run.quantized().report;
    const auto& fp32 = run.fullPrecision().report;
    const auto& running = run.fullPrecision().points;
    if (quantized)
        m_top1->setText(formatPercent(quantized->top1));
    else
        m_top1->setText(notYet);
    m_captions[0]->setText(tr("Top-1"));
    const bool fullPrecisionMeasured = !running.empty() && running.back().seen == running.back().total;
    if (!quantized && (fp32 || (run.isActive() && fullPrecisionMeasured))) {
        const double top1 = fp32
            ? fp32->top1
            : 100.0 * static_cast<double>(running.back().correct) / static_cast<double>(running.back().total);
        m_captions[0]->setText(tr("FP32"));
        m_top1->setText(formatPercent(top1));
    }
    const auto& result = run.result();
    if (result && result->packedBytes > 0) {
        m_size->setText(formatSize(result->packedBytes));
        m_size->setToolTip(tr("Packed checkpoint: %1 bytes; at full precision %2")
                               .arg(formatCount(result->packedBytes), formatSize(result->fp32Bytes)));
        m_bits->setText(formatBits(result->effectiveBits));
    } else {
        m_size->setText(estimate ? expected(formatSize(estimate->packedBytes)) : notYet);
        m_size->setToolTip(m_size->accessibleName());
        m_bits->setText(estimate ? expected(formatBits(estimate->effectiveBits)) : notYet);
    }
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
