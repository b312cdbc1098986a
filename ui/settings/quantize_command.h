// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_settings.h"

#include <QString>

#include <vector>

namespace latticeq::ui {

/** "0.485,0.456,0.406", as the command line takes numbers in every language. */
QString commaSeparated(const std::vector<double>& numbers);

/**
 * The shortest `latticeq quantize …` line, quoted for a POSIX shell, that does a run with exactly these settings,
 * into `outputFolder` or else the settings' own folder. Resuming is left out: the line starts the run anew.
 */
QString quantizeCommand(const RunSettings& settings, const QString& outputFolder = {});

/** A word as a POSIX shell reads it back. */
QString shellQuoted(const QString& word);

} // namespace latticeq::ui
