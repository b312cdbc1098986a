// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/devices.h"
#include "ui/settings/estimate_panel.h"
#include "ui/settings/preset_store.h"

class QLabel;
class QScrollArea;

namespace latticeq::ui {

class DeviceGroup;
class PresetBar;
class SettingsGroup;
class SettingsState;

/** The settings of the next run, for the dock: presets, groups of controls, and pinned below what to expect. */
class SettingsForm : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsForm(SettingsState& state, QWidget* parent = nullptr, const PresetStore& presets = PresetStore());

    /** What a run can be computed on here, besides the automatic choice. */
    void setDevices(const std::vector<DeviceDescription>& devices);
    /** Says that edits are for the next run while one goes on. */
    void setRunActive(bool active);
    /** Keys of the groups that are open, in their order, such as "weights". */
    QStringList openGroups() const;
    /** Opens these groups and closes the others; keys that no group has are left out. */
    void setOpenGroups(const QStringList& keys);
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
    QList<SettingsGroup*> m_groups;
    EstimatePanel* m_estimate;
};

} // namespace latticeq::ui
