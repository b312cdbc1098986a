// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/engine_library.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibrary>

#include <stdexcept>

namespace latticeq::ui {

Engine& openEngineLibrary()
{
    static constexpr auto kName = "liblatticeq_engine.so";
    const QDir program(QCoreApplication::applicationDirPath());
    QStringList failures;
    for (const QString& path : { program.filePath(kName),
             program.filePath(QStringLiteral(LATTICEQ_ENGINE_INSTALL_DIR "/") + kName), QString::fromLatin1(kName) }) {
        QLibrary library(path);
        if (const auto engine = reinterpret_cast<Engine* (*)()>(library.resolve(kEngineFunction)))
            return *engine();
        failures.append(library.errorString());
    }
    throw std::runtime_error(QCoreApplication::translate("EngineLibrary", "The engine could not be opened: %1")
                                 .arg(failures.first())
                                 .toStdString());
}

} // namespace latticeq::ui
