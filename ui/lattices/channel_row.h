// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/lattice_panels.h"

#include <QWidget>

class QButtonGroup;
class QLabel;
class QSpinBox;
class QToolButton;

namespace latticeq::ui {

class ChannelStrip;

/** The second row: channels of both panels, the strip of every channel's error, and how three dimensions are shown. */
class ChannelRow : public QWidget
{
    Q_OBJECT
public:
    explicit ChannelRow(LatticePanels& panels, QWidget* parent = nullptr);

    void setMode(LatticeMode mode);
    /** The modes make sense for three dimensions; above three there are no sheets. */
    void setDimensions(int n);
    void stepChannel(int steps);
    void retranslate();

signals:
    void modeChosen(LatticeMode mode);

private:
    void addModes(QLayout* layout);
    void update();

    LatticePanels& m_panels;
    QLabel* m_label;
    QSpinBox* m_channel;
    ChannelStrip* m_strip;
    QWidget* m_modes;
    QButtonGroup* m_modeGroup;
    QSpinBox* m_channelOfB;
};

} // namespace latticeq::ui
