// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace latticeq::ui {

/**
 * Deletes what a run wrote into its folder, and the folder if nothing else is in it: files that the user put there
 * stay. Returns one sentence where something could not be deleted, else nothing.
 */
QString deleteRunFiles(const QString& folder);

} // namespace latticeq::ui
