// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QPainter>

#include <array>
#include <optional>
#include <vector>

namespace latticeq::ui {

/**
 * Draws discs and rings. Where there are many on a raster device they are copied from ready-made symbols, placed to a
 * quarter of a pixel, which is many times cheaper; every other device gets shapes, so that vector formats stay vector.
 */
class MarkLayer
{
public:
    /** `count` marks are expected in `area`; marks outside it are left out. */
    MarkLayer(QPainter& painter, const QRectF& area, size_t count);

    void drawDisc(QPointF at, double diameter, const QColor& color);
    void drawRing(QPointF at, double diameter, double width, const QColor& color);
    /** Puts the copies onto the device; nothing may be drawn afterwards. */
    void finish();

private:
    static constexpr int kPhases = 4; // places inside a pixel, each way

    struct Symbol
    {
        double diameter;
        double width; // of a ring's line, 0 for a disc
        QColor color;
        int reach; // device pixels from the middle to each side
        std::array<QImage, kPhases * kPhases> copies;
    };
    void draw(QPointF at, double diameter, double width, const QColor& color);
    void copy(QPointF at, Symbol& symbol);
    Symbol& symbol(double diameter, double width, const QColor& color);
    QImage paintedSymbol(const Symbol& symbol, int right, int down) const;

    QPainter& m_painter;
    QRectF m_area;
    double m_scale = 1; // device pixels per pixel
    QPointF m_origin; // of the image on the device
    QImage m_image; // null: shapes are drawn
    std::optional<QPainter> m_copier;
    std::vector<Symbol> m_symbols;
};

} // namespace latticeq::ui
