// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/engine.h"

#include <QLibrary>

#include <stdexcept>

namespace latticeq::ui::test {

/** Its runs neither see nor keep what the user's measured. */
inline const bool kNoCache = qputenv("LATTICEQ_NO_CACHE", "1");

/** Opens the engine that was built beside the tests; openEngineLibrary() looks beside the running program only. */
inline Engine& openBuiltEngine()
{
    QLibrary library(QStringLiteral(LATTICEQ_BIN_DIR "/liblatticeq_engine.so"));
    const auto engine = reinterpret_cast<Engine* (*)()>(library.resolve(kEngineFunction));
    if (!engine)
        throw std::runtime_error(library.errorString().toStdString());
    return *engine();
}

} // namespace latticeq::ui::test
