// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/device_group.h"

#include "ui/settings/number_box.h"
#include "ui/support/number_format.h"

#include <QThread>

#include <algorithm>

namespace latticeq::ui {

namespace {

constexpr double kMostThreads = 1024;

/** "cuda:0 NVIDIA H100 · 84.2 of 85.0 GB free" */
QString textOf(const DeviceDescription& device)
{
    const QString title = QString::fromStdString(device.title);
    if (device.totalBytes == 0)
        return title.isEmpty() ? DeviceGroup::tr("Graphics card") : title;
    const QString total = formatGigabytes(device.totalBytes);
    if (!device.whyUnusable.empty())
        return QStringLiteral("%1 · %2").arg(title, total);
    return DeviceGroup::tr("%1 · %2 of %3 free", "a card, its memory")
        .arg(title, formatFixed(static_cast<double>(device.freeBytes) / 1e9, 1), total);
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

void DeviceGroup::setDevices(const std::vector<DeviceDescription>& devices)
{
    m_devices = devices;
    refresh();
}

QList<Choice> DeviceGroup::choices() const
{
    QList<Choice> choices;
    for (const char* always : { "auto", "cpu" })
        choices << Choice { QLatin1String(always), nameOf(always), {} };
    for (const DeviceDescription& device : m_devices) {
        if (device.name == "cpu")
            continue;
        const QString obstacle = device.whyUnusable.empty()
            ? QString()
            : tr("It cannot be used: %1.").arg(QString::fromStdString(device.whyUnusable));
        choices << Choice { QString::fromStdString(device.name), textOf(device), obstacle };
    }
    return choices;
}

QString DeviceGroup::nameOf(const std::string& device) const
{
    if (device == "auto")
        return tr("Automatic");
    if (device == "cpu")
        return QStringLiteral("CPU");
    const auto found = std::find_if(
        m_devices.begin(), m_devices.end(), [&](const DeviceDescription& listed) { return listed.name == device; });
    return QString::fromStdString(found == m_devices.end() ? device : found->title);
}

QString DeviceGroup::title() const
{
    return tr("Device");
}

QString DeviceGroup::summary(const RunSettings& settings) const
{
    const QString device = nameOf(settings.device);
    if (settings.threads == 0)
        return tr("%1, all threads", "device").arg(device);
    return tr("%1, %n thread(s)", "device", settings.threads).arg(device);
}

} // namespace latticeq::ui
