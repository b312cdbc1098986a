// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/lattice_scene.h"

#include <QPainter>

#include <vector>

namespace latticeq::ui {

/** The font of secondary words in a panel: 0.85 of the application's, never under 11 pixels. */
QFont smallFont(const QFont& font);

/**
 * The words at a panel's edges, line by line so that they never meet: title and notices above, below them the note;
 * at the lower right the unit where no axis says it. A line that does not fit is elided.
 */
class PanelCaptions
{
public:
    PanelCaptions(const PanelScene& scene, const QRectF& panel, const QString& note = {});

    /** Where the words stand. */
    const std::vector<QRectF>& areas() const { return m_areas; }
    /** The panel between the words above and below. */
    QRectF between() const;
    /** On plates in the background's colour, so that the words are read over anything. */
    void draw(QPainter& painter) const;

private:
    struct Words
    {
        QRectF rect;
        QString text;
        QFont font;
        QColor color;
    };
    void addTitle(const PanelContent& content);
    void addLine(const QString& text, double top, bool right);
    void add(const QRectF& rect, const QString& text, const QFont& font, const QColor& color);

    QRectF m_panel;
    QRectF m_inner; // without the margin
    QFont m_font;
    QColor m_secondary;
    QColor m_plate;
    std::vector<Words> m_words;
    std::vector<QRectF> m_areas;
};

} // namespace latticeq::ui
