// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_form.h"

#include "ui/settings/activations_group.h"
#include "ui/settings/data_group.h"
#include "ui/settings/device_group.h"
#include "ui/settings/model_group.h"
#include "ui/settings/preparation_group.h"
#include "ui/settings/preset_bar.h"
#include "ui/settings/search_group.h"
#include "ui/settings/weights_group.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace latticeq::ui {

namespace {

constexpr int kMinimumWidth = 264;
constexpr int kMinimumHeight = 200;

QFrame* makeLine(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

} // namespace

SettingsForm::SettingsForm(SettingsState& state, QWidget* parent, const PresetStore& presets)
    : QWidget(parent)
    , m_presets(new PresetBar(state, presets, this))
    , m_strip(new QLabel(this))
    , m_area(new QScrollArea(this))
    , m_estimate(new EstimatePanel(state, this))
{
    m_strip->setObjectName(QStringLiteral("settings.nextRun"));
    m_strip->setContentsMargins(8, 4, 8, 4);
    m_strip->setWordWrap(true);
    m_strip->setAutoFillBackground(true);
    m_strip->setBackgroundRole(QPalette::Highlight);
    m_strip->setForegroundRole(QPalette::HighlightedText);
    m_strip->hide();
    m_area->setWidget(makeGroups(state));
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(m_presets);
    column->addWidget(m_area, 1);
    column->addWidget(makeLine(this));
    column->addWidget(m_estimate);
    retranslate();
}

QWidget* SettingsForm::makeGroups(SettingsState& state)
{
    auto* groups = new QWidget;
    auto* column = new QVBoxLayout(groups);
    column->setContentsMargins(8, 0, 8, 8);
    column->setSpacing(0);
    m_device = new DeviceGroup(state);
    m_groups = { new ModelGroup(state), new DataGroup(state), new PreparationGroup(state), new WeightsGroup(state),
        new ActivationsGroup(state), new SearchGroup(state), m_device };
    for (SettingsGroup* group : std::as_const(m_groups))
        column->addWidget(group);
    column->addStretch(1);
    setOpenGroups({ QStringLiteral("weights"), QStringLiteral("search") });
    return groups;
}

QStringList SettingsForm::openGroups() const
{
    QStringList keys;
    for (const SettingsGroup* group : m_groups) {
        if (group->isOpen())
            keys << group->key();
    }
    return keys;
}

void SettingsForm::setOpenGroups(const QStringList& keys)
{
    for (SettingsGroup* group : std::as_const(m_groups))
        group->setOpen(keys.contains(group->key()));
}

void SettingsForm::setDevices(const std::vector<DeviceDescription>& devices)
{
    m_device->setDevices(devices);
}

void SettingsForm::setRunActive(bool active)
{
    m_strip->setVisible(active);
}

QSize SettingsForm::minimumSizeHint() const
{
    return { std::max(kMinimumWidth, QWidget::minimumSizeHint().width()), kMinimumHeight };
}

void SettingsForm::retranslate()
{
    m_strip->setText(tr("Editing the next run"));
    m_strip->setToolTip(tr("The run that goes on keeps the settings that it started with."));
    m_area->setAccessibleName(tr("Settings of the next run"));
}

void SettingsForm::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace latticeq::ui
