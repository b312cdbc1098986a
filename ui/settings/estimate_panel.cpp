// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/estimate_panel.h"

#include "ui/settings/image_counts.h"
#include "ui/settings/machine_speed.h"
#include "ui/settings/quantize_command.h"
#include "ui/settings/settings_state.h"
#include "ui/support/icon.h"
#include "ui/support/number_format.h"
#include "ui/support/theme.h"
#include "ui/workspace/phase_text.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QThread>
#include <QToolButton>
#include <QToolTip>

#include <stdexcept>

namespace latticeq::ui {

EstimatePanel::EstimatePanel(SettingsState& state, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
{
    makeWidgets();
    connect(&m_state, &SettingsState::changed, this, &EstimatePanel::estimateAgain);
    connect(m_copy, &QToolButton::clicked, this, &EstimatePanel::copyCommand);
    colorProblem();
    estimateAgain();
}

void EstimatePanel::makeWidgets()
{
    m_title = new QLabel(this);
    m_size = new QLabel(this);
    m_size->setObjectName(QStringLiteral("estimate.size"));
    m_time = new QLabel(this);
    m_time->setObjectName(QStringLiteral("estimate.time"));
    m_problemLabel = new QLabel(this);
    m_problemLabel->setObjectName(QStringLiteral("estimate.problem"));
    m_copy = new QToolButton(this);
    m_copy->setObjectName(QStringLiteral("estimate.copy"));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setIcon(icon(QStringLiteral("copy")));
    m_copy->setFocusPolicy(Qt::StrongFocus);
    QFont demibold = font();
    demibold.setWeight(QFont::DemiBold);
    m_title->setFont(demibold);
    for (QLabel* label : { m_size, m_time, m_problemLabel })
        label->setWordWrap(true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(8, 8, 8, 8);
    grid->setSpacing(4);
    grid->setColumnStretch(0, 1);
    grid->addWidget(m_title, 0, 0, 1, 2);
    grid->addWidget(m_size, 1, 0, 1, 2);
    grid->addWidget(m_time, 2, 0);
    grid->addWidget(m_copy, 2, 1);
    grid->addWidget(m_problemLabel, 3, 0, 1, 2);
}

void EstimatePanel::setModel(const std::optional<ModelDescription>& model)
{
    m_model = model;
    estimateAgain();
}

void EstimatePanel::estimateAgain()
{
    QString problem = m_state.problem();
    m_estimate = problem.isEmpty() ? calculate(problem) : std::nullopt;
    showEstimate();
    setProblem(problem);
    if (m_estimate)
        emit estimateChanged(*m_estimate);
    else
        emit estimateLost();
}

void EstimatePanel::copyCommand()
{
    QGuiApplication::clipboard()->setText(quantizeCommand(m_state.settings()));
    QToolTip::showText(m_copy->mapToGlobal(QPoint(0, m_copy->height())), tr("Copied"), m_copy);
}

std::optional<RunEstimate> EstimatePanel::calculate(QString& problem) const
{
    const RunSettings& settings = m_state.settings();
    if (!m_model || m_model->name != settings.model)
        return std::nullopt;
    try {
        const ImageCounts images = expectedImages(settings);
        const int threads = settings.threads > 0 ? settings.threads : QThread::idealThreadCount();
        return estimateRun(*m_model, settings, images.evaluated, images.calibrated, threads, rememberedSpeed());
    } catch (const std::invalid_argument& error) {
        problem = QString::fromUtf8(error.what());
        return std::nullopt;
    }
}

void EstimatePanel::setProblem(const QString& problem)
{
    m_problemLabel->setText(problem);
    m_problemLabel->setVisible(!problem.isEmpty());
    if (problem == m_problem)
        return;
    m_problem = problem;
    emit problemChanged(problem);
}

void EstimatePanel::showEstimate()
{
    const QString unknown(QChar { kNotYet });
    m_title->setText(tr("Expected"));
    m_size->setText(m_estimate ? tr("%1 · %2 bits/w", "packed size, bits per weight")
                                     .arg(formatSize(m_estimate->packedBytes), formatBits(m_estimate->effectiveBits))
                               : unknown);
    m_time->setText(m_estimate ? formatRoughDuration(m_estimate->totalSeconds()) : unknown);
    m_size->setAccessibleName(tr("Expected packed size and bits per weight"));
    m_time->setAccessibleName(tr("Expected time"));
    m_copy->setText(tr("Copy as command"));
    m_copy->setAccessibleName(m_copy->text());
    m_copy->setToolTip(tr("Copies the latticeq quantize line that does exactly this run, the layers' own bits "
                          "included (Ctrl+Shift+C)."));
    for (QLabel* label : { m_size, m_time })
        label->setToolTip(details());
}

QString EstimatePanel::details() const
{
    if (!m_estimate)
        return tr("Known once the network has been read and the settings are possible.");
    QStringList lines {
        tr("%1 bytes packed, %2 bytes at full precision")
            .arg(formatCount(m_estimate->packedBytes), formatCount(m_model->parameterBytes)),
        tr("Bits per weight include bases and scales."),
    };
    for (const auto& [phase, seconds] : m_estimate->seconds)
        lines << tr("%1: %2", "phase, time").arg(phaseText(phase), formatRoughDuration(seconds));
    return lines.join(u'\n');
}

void EstimatePanel::colorProblem()
{
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, Theme::of(palette()).error);
    m_problemLabel->setPalette(colors);
}

void EstimatePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        estimateAgain();
    else if (event->type() == QEvent::PaletteChange)
        colorProblem();
    QWidget::changeEvent(event);
}

} // namespace latticeq::ui
