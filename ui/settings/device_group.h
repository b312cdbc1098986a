// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_group.h"

#include <QStringList>

namespace latticeq::ui {

/** What the run is computed on. */
class DeviceGroup : public SettingsGroup
{
    Q_OBJECT
public:
    explicit DeviceGroup(SettingsState& state, QWidget* parent = nullptr);

    /** The devices that --device accepts on this machine, "auto" first. */
    void setDevices(const QStringList& devices);

protected:
    QString title() const override;
    QString summary(const RunSettings& settings) const override;

private:
    QList<Choice> choices() const;

    QStringList m_devices { QStringLiteral("auto"), QStringLiteral("cpu") };
};

} // namespace latticeq::ui
