// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/devices.h"
#include "core/run/run_event.h"

#include <QLabel>

namespace latticeq::ui {

/** Shows what runs are computed on, and while one goes on on a card, how much of the card's memory it uses. */
class DeviceLabel : public QLabel
{
    Q_OBJECT
public:
    explicit DeviceLabel(QWidget* parent = nullptr);

    /** All devices as the engine lists them; nothing is shown before. */
    void setDevices(const std::vector<DeviceDescription>& devices);
    /** Shows the device that these settings' --device takes. */
    void showWanted(const std::string& wanted);
    /** Shows a run's card with its memory until showWanted() is called. */
    void showMemory(const DeviceMemory& memory);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    QString deviceTitle() const;

    std::vector<DeviceDescription> m_devices;
    std::string m_wanted = "auto";
    std::optional<DeviceMemory> m_memory;
};

} // namespace latticeq::ui
