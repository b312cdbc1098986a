// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <array>

namespace latticeq::ui {

/** How a run looks in every view: a hue and, where forms are drawn, a marker and a dash pattern. */
struct RunStyle
{
    QColor color;
    Qt::PenStyle line = Qt::SolidLine;
    int marker = 0; // 0 circle, 1 triangle, 2 square, 3 diamond
    bool hollow = false; // slots 4 to 7 repeat the hues, hollow and dashed
};

/** The colours of the window and its plots, light or dark. Hue stands for a run and for nothing else. */
struct Theme
{
    bool dark = false;
    QColor window;
    QColor base; // of plots and lists
    QColor text; // also full precision
    QColor secondary;
    QColor axis; // and everything scalar
    QColor unused; // lattice points that no weight uses
    QColor grid;
    QColor border;
    QColor accent; // focus, Run, links
    QColor accentText; // on accent
    QColor rowSelection;
    QColor error;
    QColor warning;
    QColor good;
    std::array<QColor, 5> ramp; // size of an error, from small to large
    std::array<QColor, 4> runs;

    static const Theme& light();
    static const Theme& darkTheme();
    /** The theme that a palette was made from; for a foreign palette the one of its lightness. */
    static const Theme& of(const QPalette& palette);

    QPalette palette() const;
    /** The style of a colour slot, 0 to 7. */
    RunStyle runStyle(int slot) const;
    /** Colour of an error class, 0 (small) to 4 (large). */
    const QColor& rampColor(int errorClass) const;
};

/** A colour between two, `share` 0 gives the first. */
QColor blend(const QColor& from, const QColor& to, double share);

/** What the user chose under View > Theme. */
enum class ThemeChoice { System, Light, Dark };

/** Gives the application the chosen palette, live. The first call remembers the platform's own palette. */
void applyTheme(ThemeChoice choice);

/** Text of one colour slot's marker: ● ▲ ■ ◆ and their hollow forms. */
QString markerText(const RunStyle& style);

} // namespace latticeq::ui
