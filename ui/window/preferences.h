// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_estimate.h"
#include "ui/support/theme.h"

#include <QByteArray>
#include <QStringList>

namespace latticeq::ui {

/** What the program remembers between its starts beside runs and presets, in QSettings. */
namespace preferences {

ThemeChoice theme();
void setTheme(ThemeChoice choice);

/** "en", "fr", or empty for the system's. */
QString language();
void setLanguage(const QString& language);

/** Models, checkpoints and run folders opened lately, the latest first, at most ten. */
QStringList recentFiles();
void addRecentFile(const QString& path);
void clearRecentFiles();

bool contains(const QString& key);
QByteArray value(const QString& key);
void setValue(const QString& key, const QByteArray& value);

} // namespace preferences

} // namespace latticeq::ui
