// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/devices.h"
#include "ui/settings/settings_group.h"

namespace latticeq::ui {

/** What the run is computed on. */
class DeviceGroup : public SettingsGroup
{
    Q_OBJECT
public:
    explicit DeviceGroup(SettingsState& state, QWidget* parent = nullptr);

    /** What can be chosen besides the automatic choice; those that cannot be used are listed with the reason. */
    void setDevices(const std::vector<DeviceDescription>& devices);

protected:
    QString title() const override;
    QString summary(const RunSettings& settings) const override;

private:
    QList<Choice> choices() const;
    QString nameOf(const std::string& device) const;

    std::vector<DeviceDescription> m_devices;
};

} // namespace latticeq::ui
