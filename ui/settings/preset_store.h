// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_settings.h"

#include <QString>
#include <QStringList>

namespace latticeq::ui {

/** The user's own presets: one JSON file each in a folder. Failures are thrown as std::runtime_error, one sentence. */
class PresetStore
{
public:
    explicit PresetStore(QString folder = defaultFolder());

    /** "presets" in the application's configuration folder. */
    static QString defaultFolder();

    /** Names of all presets, in the order of the user's language. */
    QStringList names() const;
    bool contains(const QString& name) const;
    RunSettings load(const QString& name) const;
    /** Writes a preset whole or not at all; one of the same name is replaced. */
    void save(const QString& name, const RunSettings& settings) const;
    /** Refuses a name that is taken. */
    void rename(const QString& name, const QString& newName) const;
    void remove(const QString& name) const;

private:
    QString pathOf(const QString& name) const;

    QString m_folder;
};

} // namespace latticeq::ui
