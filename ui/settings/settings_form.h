// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/estimate_panel.h"
#include "ui/settings/preset_store.h"

class QLabel;
class QScrollArea;

namespace latticeq::ui {

class DeviceGroup;
class PresetBar;
class SettingsState;

/** The settings of the next run, for the dock: presets, groups of controls, and pinned below what to expect. */
class SettingsForm : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsForm(SettingsState& state, QWidget* parent = nullptr, const PresetStore& presets = PresetStore());

    /** The devices that --device accepts here, "auto" first. */
    void setDevices(const QStringList& devices);
    /** Says that edits are for the next run while one goes on. */
    void setRunActive(bool active);
    EstimatePanel& estimatePanel() { return *m_estimate; }
    PresetBar& presetBar() { return *m_presets; }

    QSize minimumSizeHint() const override;

public slots:
    void copyCommand() { m_estimate->copyCommand(); }

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeGroups(SettingsState& state);
    void retranslate();

    PresetBar* m_presets;
    QLabel* m_strip;
    QScrollArea* m_area;
    DeviceGroup* m_device;
    EstimatePanel* m_estimate;
};

} // namespace latticeq::ui
