// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace latticeq::ui {

/** Shows the program in "en" or "fr", or for an empty name in the system's language, live: every widget gets a
 * LanguageChange event. */
void applyLanguage(const QString& language);

} // namespace latticeq::ui
