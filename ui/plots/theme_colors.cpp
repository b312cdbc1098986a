// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/theme_colors.h"

namespace latticeq::ui {

std::vector<std::pair<QString, QColor>> themeColors(const Theme& theme)
{
    std::vector<std::pair<QString, QColor>> colors {
        { QStringLiteral("base"), theme.base },
        { QStringLiteral("window"), theme.window },
        { QStringLiteral("text"), theme.text },
        { QStringLiteral("secondary"), theme.secondary },
        { QStringLiteral("axis"), theme.axis },
        { QStringLiteral("unused"), theme.unused },
        { QStringLiteral("grid"), theme.grid },
        { QStringLiteral("border"), theme.border },
        { QStringLiteral("accent"), theme.accent },
        { QStringLiteral("error"), theme.error },
        { QStringLiteral("warning"), theme.warning },
        { QStringLiteral("good"), theme.good },
    };
    for (const QColor& color : theme.ramp)
        colors.emplace_back(QStringLiteral("ramp%1").arg(&color - theme.ramp.data()), color);
    for (const QColor& color : theme.runs)
        colors.emplace_back(QStringLiteral("run%1").arg(&color - theme.runs.data()), color);
    return colors;
}

QColor inTheme(const QColor& color, const Theme& from, const Theme& to)
{
    const auto before = themeColors(from);
    const auto after = themeColors(to);
    for (size_t i = 0; i < before.size(); ++i) {
        if (before[i].second.rgb() == QColor(color.rgb()).rgb()) {
            QColor mapped = after[i].second;
            mapped.setAlphaF(color.alphaF());
            return mapped;
        }
    }
    return color;
}

} // namespace latticeq::ui
