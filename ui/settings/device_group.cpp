// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/device_group.h"

#include "ui/settings/number_box.h"

#include <QThread>

namespace latticeq::ui {

namespace {

constexpr double kMostThreads = 1024;

QString deviceName(const QString& device)
{
    if (device == u"auto")
        return DeviceGroup::tr("Automatic");
    return device.toUpper();
}

} // namespace

DeviceGroup::DeviceGroup(SettingsState& state, QWidget* parent)
    : SettingsGroup(state, QStringLiteral("device"), parent)
{
    addChoice(
        "device", [this](const RunSettings&) { return choices(); }, bindText(&RunSettings::device),
        [](const RunSettings& s) {
            return FieldTexts { tr("Device"),
                tr("What computes. The searched bases are the same bytes on every device; only the time differs."),
                QStringLiteral("--device %1").arg(QString::fromStdString(s.device)), {}, {} };
        });
    addNumber("threads", 0, kMostThreads, bindMember<double>(&RunSettings::threads), [](const RunSettings& s) {
        return FieldTexts { tr("Threads"),
            tr("Processors to use; 0 takes all. Fewer: slower, but the machine stays free for other work. The result "
               "is the same."),
            QStringLiteral("--threads %1").arg(s.threads), {}, tr("All (%1)").arg(QThread::idealThreadCount()) };
    });
    refresh();
}

void DeviceGroup::setDevices(const QStringList& devices)
{
    m_devices = devices;
    refresh();
}

QList<Choice> DeviceGroup::choices() const
{
    QList<Choice> choices;
    for (const QString& device : m_devices)
        choices << Choice { device, deviceName(device), {} };
    return choices;
}

QString DeviceGroup::title() const
{
    return tr("Device");
}

QString DeviceGroup::summary(const RunSettings& settings) const
{
    const QString device = deviceName(QString::fromStdString(settings.device));
    if (settings.threads == 0)
        return tr("%1, all threads", "device").arg(device);
    return tr("%1, %n thread(s)", "device", settings.threads).arg(device);
}

} // namespace latticeq::ui
