// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/preferences.h"

#include <QSettings>

#include <algorithm>

namespace latticeq::ui::preferences {

namespace {

constexpr int kMostRecentFiles = 10;
constexpr auto kTheme = "theme";
constexpr auto kLanguage = "language";
constexpr auto kRecentFiles = "recentFiles";

} // namespace

ThemeChoice theme()
{
    const int stored = QSettings().value(kTheme, 0).toInt();
    return static_cast<ThemeChoice>(std::clamp(stored, 0, 2));
}

void setTheme(ThemeChoice choice)
{
    QSettings().setValue(kTheme, static_cast<int>(choice));
}

QString language()
{
    return QSettings().value(kLanguage).toString();
}

void setLanguage(const QString& language)
{
    QSettings().setValue(kLanguage, language);
}

QStringList recentFiles()
{
    return QSettings().value(kRecentFiles).toStringList();
}

void addRecentFile(const QString& path)
{
    QStringList files = recentFiles();
    files.removeAll(path);
    files.prepend(path);
    QSettings().setValue(kRecentFiles, files.mid(0, kMostRecentFiles));
}

void clearRecentFiles()
{
    QSettings().remove(kRecentFiles);
}

bool contains(const QString& key)
{
    return QSettings().contains(key);
}

QByteArray value(const QString& key)
{
    return QSettings().value(key).toByteArray();
}

void setValue(const QString& key, const QByteArray& value)
{
    QSettings().setValue(key, value);
}

} // namespace latticeq::ui::preferences
