// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/channel_row.h"

#include "ui/lattices/channel_strip.h"
#include "ui/lattices/switch_button.h"
#include "ui/support/number_format.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>

namespace latticeq::ui {

ChannelRow::ChannelRow(LatticePanels& panels, QWidget* parent)
    : QWidget(parent)
    , m_panels(panels)
    , m_label(new QLabel(this))
    , m_channel(new QSpinBox(this))
    , m_strip(new ChannelStrip(this))
    , m_modes(new QWidget(this))
    , m_modeGroup(new QButtonGroup(this))
    , m_channelOfB(new QSpinBox(this))
{
    m_channel->setObjectName(QStringLiteral("channelA"));
    m_channelOfB->setObjectName(QStringLiteral("channelB"));
    m_strip->setObjectName(QStringLiteral("channelStrip"));
    m_label->setBuddy(m_channel);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_label);
    row->addWidget(m_channel);
    row->addWidget(m_strip, 1);
    addModes(row);
    row->addWidget(m_channelOfB);
    connect(m_channel, &QSpinBox::valueChanged, this, [this](int value) { m_panels.chooseChannel(0, value - 1); });
    connect(m_strip, &QAbstractSlider::valueChanged, this, [this](int value) { m_panels.chooseChannel(0, value); });
    connect(m_channelOfB, &QSpinBox::valueChanged, this, [this](int value) { m_panels.chooseChannel(1, value - 1); });
    connect(&panels, &LatticePanels::sourcesChanged, this, &ChannelRow::update);
    connect(&panels, &LatticePanels::contentChanged, this, &ChannelRow::update);
    retranslate();
}

void ChannelRow::addModes(QLayout* layout)
{
    auto* row = new QHBoxLayout(m_modes);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    for (const char* name : { "turnMode", "planesMode", "sheetsMode" }) {
        auto* button = new SwitchButton(m_modes);
        button->setObjectName(QString::fromLatin1(name));
        m_modeGroup->addButton(button, static_cast<int>(m_modeGroup->buttons().size()));
        row->addWidget(button);
    }
    m_modeGroup->button(0)->setChecked(true);
    layout->addWidget(m_modes);
    connect(
        m_modeGroup, &QButtonGroup::idClicked, this, [this](int id) { emit modeChosen(static_cast<LatticeMode>(id)); });
}

void ChannelRow::setMode(LatticeMode mode)
{
    m_modeGroup->button(static_cast<int>(mode))->setChecked(true);
}

void ChannelRow::setDimensions(int n)
{
    m_modes->setVisible(n >= 3);
    QAbstractButton* sheets = m_modeGroup->button(static_cast<int>(LatticeMode::Sheets));
    sheets->setEnabled(n == 3);
    sheets->setToolTip(n > 3
            ? tr("Sheets exist for three dimensions only.")
            : tr("One plane of points with the same third coordinate (S); PgUp and PgDn step through."));
}

void ChannelRow::stepChannel(int steps)
{
    const int last = std::max(0, m_panels.channels(0) - 1);
    m_panels.chooseChannel(0, std::clamp(m_panels.channel(0) + steps, 0, last));
}

void ChannelRow::retranslate()
{
    m_label->setText(tr("Channel"));
    m_channel->setAccessibleName(tr("Output channel"));
    m_channel->setToolTip(tr("The output channel shown; every channel has a lattice of its own (Ctrl+wheel)."));
    m_strip->setAccessibleName(tr("Every channel’s cubic error"));
    m_channelOfB->setAccessibleName(tr("Output channel of panel B"));
    m_channelOfB->setToolTip(tr("Another channel for panel B to compare with; the lowest value follows panel A."));
    m_channelOfB->setSpecialValueText(tr("B: same channel"));
    m_channelOfB->setPrefix(tr("B: ", "before the channel of panel B"));
    const std::array<std::pair<QString, QString>, 3> modes { {
        { tr("Turn"), tr("All weights in space, turned with the mouse (T).") },
        { tr("Planes"), tr("Three views along the axes beside the turning one (P).") },
        { tr("Sheets"), QString() },
    } };
    for (int i = 0; i < 3; ++i) {
        m_modeGroup->button(i)->setText(modes[static_cast<size_t>(i)].first);
        m_modeGroup->button(i)->setToolTip(modes[static_cast<size_t>(i)].second);
        m_modeGroup->button(i)->setAccessibleName(modes[static_cast<size_t>(i)].first);
    }
    update();
}

void ChannelRow::update()
{
    const int channels = std::max(1, m_panels.channels(0));
    const bool several = m_panels.channels(0) > 1;
    // What is set here is what the panels hold already, so nothing comes back.
    const int channel = m_panels.channel(0);
    m_channel->setRange(1, std::max(channels, channel + 1));
    m_channel->setValue(channel + 1);
    m_channel->setRange(1, channels);
    m_channel->setSuffix(tr(" of %1", "channel … of").arg(formatCount(channels)));
    m_channel->setEnabled(several);
    const PanelContent& content = m_panels.content(0);
    m_strip->setErrors(content.picture ? content.picture->channelErrors : std::vector<double>(), content.color);
    m_strip->setValue(channel);
    m_strip->setEnabled(several);
    const int ofB = m_panels.source(1).channel;
    m_channelOfB->setRange(0, std::max({ 1, m_panels.channels(1), ofB + 1 }));
    m_channelOfB->setValue(ofB + 1);
    m_channelOfB->setEnabled(m_panels.channels(1) > 1);
}

} // namespace latticeq::ui
