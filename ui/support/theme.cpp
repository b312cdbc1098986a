// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/theme.h"

#include <QApplication>

#include <algorithm>

namespace latticeq::ui {

namespace {

Theme makeLight()
{
    Theme t;
    t.window = QColor(0xF3F4F6);
    t.base = QColor(0xFFFFFF);
    t.text = QColor(0x1B1F24);
    t.secondary = QColor(0x5B6470);
    t.axis = QColor(0x7D8590);
    t.unused = QColor(0x8C95A0);
    t.grid = QColor(0xE3E6EA);
    t.border = QColor(0xCBD1D8);
    t.accent = QColor(0x0B63A5);
    t.accentText = QColor(0xFFFFFF);
    t.rowSelection = QColor(0xD3E6F6);
    t.error = QColor(0xB3261E);
    t.warning = QColor(0x8A5A00);
    t.good = QColor(0x1B7A4B);
    t.ramp = { QColor(0x8296AA), QColor(0x7C8FB8), QColor(0x7A66A8), QColor(0x7A3A86), QColor(0x5C0A4F) };
    t.runs = { QColor(0x0072B2), QColor(0xD55E00), QColor(0x009E73), QColor(0xCC79A7) };
    return t;
}

Theme makeDark()
{
    Theme t;
    t.dark = true;
    t.window = QColor(0x1E2126);
    t.base = QColor(0x16181C);
    t.text = QColor(0xE6E9ED);
    t.secondary = QColor(0xA3ACB8);
    t.axis = QColor(0x8C95A1);
    t.unused = QColor(0x6B7480);
    t.grid = QColor(0x2A2E35);
    t.border = QColor(0x3A3F48);
    t.accent = QColor(0x4FA3E3);
    t.accentText = QColor(0x0E1116);
    t.rowSelection = QColor(0x1F4464);
    t.error = QColor(0xFF8A80);
    t.warning = QColor(0xF2B84B);
    t.good = QColor(0x5CC98F);
    t.ramp = { QColor(0x5F7389), QColor(0x7D8DB5), QColor(0xA592CC), QColor(0xD9A6CE), QColor(0xFFD9E6) };
    t.runs = { QColor(0x56B4E9), QColor(0xD55E00), QColor(0x009E73), QColor(0xCC79A7) };
    return t;
}

} // namespace

const Theme& Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme& Theme::darkTheme()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme& Theme::of(const QPalette& palette)
{
    return palette.color(QPalette::Base).lightness() < 128 ? darkTheme() : light();
}

QPalette Theme::palette() const
{
    QPalette p(window);
    p.setColor(QPalette::Window, window);
    p.setColor(QPalette::Base, base);
    p.setColor(QPalette::AlternateBase, blend(base, grid, 0.4));
    p.setColor(QPalette::Button, dark ? blend(window, border, 0.5) : base);
    p.setColor(QPalette::ToolTipBase, dark ? border : base);
    for (const QPalette::ColorRole role :
        { QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText, QPalette::BrightText })
        p.setColor(role, text);
    for (const QPalette::ColorRole role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        p.setColor(QPalette::Disabled, role, blend(window, secondary, 0.75));
    p.setColor(QPalette::PlaceholderText, secondary);
    p.setColor(QPalette::Highlight, rowSelection);
    p.setColor(QPalette::HighlightedText, text);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::LinkVisited, accent);
    p.setColor(QPalette::Light, blend(window, QColor(Qt::white), dark ? 0.12 : 0.6));
    p.setColor(QPalette::Midlight, blend(window, border, 0.4));
    p.setColor(QPalette::Mid, border);
    p.setColor(QPalette::Dark, blend(border, text, 0.25));
    p.setColor(QPalette::Shadow, blend(border, text, 0.5));
    return p;
}

RunStyle Theme::runStyle(int slot) const
{
    const int s = std::clamp(slot, 0, 7);
    return { runs[static_cast<size_t>(s % 4)], s < 4 ? Qt::SolidLine : Qt::DashLine, s % 4, s >= 4 };
}

const QColor& Theme::rampColor(int errorClass) const
{
    return ramp[static_cast<size_t>(std::clamp(errorClass, 0, 4))];
}

QColor blend(const QColor& from, const QColor& to, double share)
{
    const auto s = static_cast<float>(share);
    return QColor::fromRgbF(from.redF() + (to.redF() - from.redF()) * s,
        from.greenF() + (to.greenF() - from.greenF()) * s, from.blueF() + (to.blueF() - from.blueF()) * s);
}

void applyTheme(ThemeChoice choice)
{
    static const bool platformIsDark = QApplication::palette().color(QPalette::Base).lightness() < 128;
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && platformIsDark);
    QApplication::setPalette((dark ? Theme::darkTheme() : Theme::light()).palette());
}

QString markerText(const RunStyle& style)
{
    static const QString filled = QStringLiteral("●▲■◆");
    static const QString hollow = QStringLiteral("○△□◇");
    return (style.hollow ? hollow : filled).mid(style.marker, 1);
}

} // namespace latticeq::ui
