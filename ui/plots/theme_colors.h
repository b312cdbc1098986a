// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/theme.h"

#include <QString>

#include <utility>
#include <vector>

namespace latticeq::ui {

/** Every colour of a theme under a name that style sheets can use, in the same order for every theme. */
std::vector<std::pair<QString, QColor>> themeColors(const Theme& theme);

/** What a colour of one theme is in another; colours that are not the theme's stay as they are. Keeps the opacity. */
QColor inTheme(const QColor& color, const Theme& from, const Theme& to);

} // namespace latticeq::ui
