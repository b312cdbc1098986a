// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace latticeq::ui {

/** Writes a file whole or not at all. Throws std::runtime_error with one sentence that names it. */
void saveFile(const QString& path, const QByteArray& bytes);

/** Makes a folder and those above it. Throws std::runtime_error with one sentence that names it. */
void makeFolder(const QString& path);

} // namespace latticeq::ui
