// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_settings.h"

#include <QString>

namespace latticeq::ui {

/**
 * Why a run cannot take the folders that the settings name for images, in one sentence; empty where it can. Looks at
 * the names of files only, so damaged ones are found by the run.
 */
QString dataProblem(const RunSettings& settings);

} // namespace latticeq::ui
