// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preset_store.h"

#include "core/io/run_json.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

#include <algorithm>
#include <stdexcept>

namespace latticeq::ui {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("PresetStore", text);
}

[[noreturn]] void fail(const QString& sentence)
{
    throw std::runtime_error(sentence.toStdString());
}

} // namespace

PresetStore::PresetStore(QString folder)
    : m_folder(std::move(folder))
{
}

QString PresetStore::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QLatin1String("/presets");
}

QStringList PresetStore::names() const
{
    QStringList names;
    for (const QFileInfo& file : QDir(m_folder).entryInfoList({ QStringLiteral("*.json") }, QDir::Files))
        names << QUrl::fromPercentEncoding(file.completeBaseName().toUtf8());
    std::sort(names.begin(), names.end(), QCollator());
    return names;
}

bool PresetStore::contains(const QString& name) const
{
    return QFileInfo::exists(pathOf(name));
}

RunSettings PresetStore::load(const QString& name) const
{
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly))
        fail(translated(QT_TRANSLATE_NOOP("PresetStore", "Cannot read %1: %2"))
                 .arg(file.fileName(), file.errorString()));
    try {
        return settingsFromJson(nlohmann::ordered_json::parse(file.readAll().toStdString()), "the preset");
    } catch (const std::exception& error) {
        fail(translated(QT_TRANSLATE_NOOP("PresetStore", "The preset %1 is damaged: %2"))
                 .arg(name, QString::fromUtf8(error.what())));
    }
}

void PresetStore::save(const QString& name, const RunSettings& settings) const
{
    QDir().mkpath(m_folder);
    QSaveFile file(pathOf(name));
    const std::string text = settingsToJson(settings).dump(2) + "\n";
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), static_cast<qint64>(text.size())) < 0
        || !file.commit()) {
        fail(translated(QT_TRANSLATE_NOOP("PresetStore", "Cannot write %1: %2")).arg(pathOf(name), file.errorString()));
    }
}

void PresetStore::rename(const QString& name, const QString& newName) const
{
    if (name == newName)
        return;
    if (contains(newName))
        fail(translated(QT_TRANSLATE_NOOP("PresetStore", "There is already a preset called %1.")).arg(newName));
    QFile file(pathOf(name));
    if (!file.rename(pathOf(newName)))
        fail(translated(QT_TRANSLATE_NOOP("PresetStore", "Cannot rename %1: %2")).arg(name, file.errorString()));
}

void PresetStore::remove(const QString& name) const
{
    QFile file(pathOf(name));
    if (!file.remove())
        fail(translated(QT_TRANSLATE_NOOP("PresetStore", "Cannot delete %1: %2")).arg(name, file.errorString()));
}

QString PresetStore::pathOf(const QString& name) const
{
    return QDir(m_folder).filePath(
        QString::fromLatin1(QUrl::toPercentEncoding(name, {}, ".")) + QLatin1String(".json"));
}

} // namespace latticeq::ui
