// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/device_label.h"

#include "ui/support/number_format.h"

#include <QEvent>

#include <algorithm>

namespace latticeq::ui {

DeviceLabel::DeviceLabel(QWidget* parent)
    : QLabel(parent)
{
    setObjectName(QStringLiteral("device"));
    setTextFormat(Qt::PlainText);
    refresh();
}

void DeviceLabel::setDevices(const std::vector<DeviceDescription>& devices)
{
    m_devices = devices;
    refresh();
}

void DeviceLabel::showWanted(const std::string& wanted)
{
    m_wanted = wanted;
    m_memory.reset();
    refresh();
}

void DeviceLabel::showMemory(const DeviceMemory& memory)
{
    m_memory = memory;
    refresh();
}

QString DeviceLabel::deviceTitle() const
{
    const bool anyCard = m_wanted == "auto" || m_wanted == "cuda";
    const auto wanted = std::find_if(m_devices.begin(), m_devices.end(), [&](const DeviceDescription& device) {
        return device.whyUnusable.empty() && (anyCard ? device.name != "cpu" : device.name == m_wanted);
    });
    if (wanted != m_devices.end())
        return QString::fromStdString(wanted->title);
    return m_devices.empty() ? QString() : QString::fromStdString(m_devices.front().title);
}

void DeviceLabel::refresh()
{
    setText(!m_memory ? deviceTitle()
                      : tr("%1 · %2 of %3", "a card, its memory in use and in all")
                            .arg(QString::fromStdString(m_memory->device),
                                formatFixed(static_cast<double>(m_memory->usedBytes) / 1e9, 1),
                                formatGigabytes(m_memory->totalBytes)));
    setToolTip(tr("What runs are computed on; on a card with the memory that the run uses"));
}

void DeviceLabel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QLabel::changeEvent(event);
}

} // namespace latticeq::ui
