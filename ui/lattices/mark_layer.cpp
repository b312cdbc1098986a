// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/mark_layer.h"

#include <QPaintEngine>

#include <algorithm>
#include <cmath>

namespace latticeq::ui {

namespace {

constexpr size_t kFewMarks = 250; // up to here shapes are as fast
constexpr double kMostPixels = 16e6; // of an image that is worth its memory
constexpr double kReach = 8; // pixels that a mark may stand out of the area

void paintMark(QPainter& painter, QPointF at, double diameter, double width, const QColor& color)
{
    painter.setPen(width > 0 ? QPen(color, width) : QPen(Qt::NoPen));
    painter.setBrush(width > 0 ? QBrush(Qt::NoBrush) : QBrush(color));
    painter.drawEllipse(at, diameter / 2, diameter / 2);
}

/** Device pixels per pixel; nothing where the painter does more than scale alike both ways, or paints no pixels. */
std::optional<double> rasterScale(const QPainter& painter)
{
    const QTransform& t = painter.deviceTransform();
    const bool raster = painter.paintEngine() && painter.paintEngine()->type() == QPaintEngine::Raster;
    if (!raster || t.type() > QTransform::TxScale || t.m11() <= 0 || t.m11() != t.m22())
        return std::nullopt;
    return t.m11();
}

} // namespace

MarkLayer::MarkLayer(QPainter& painter, const QRectF& area, size_t count)
    : m_painter(painter)
    , m_area(area.adjusted(-kReach, -kReach, kReach, kReach))
{
    const std::optional<double> scale = rasterScale(painter);
    if (count <= kFewMarks || !scale)
        return;
    const QRect pixels = painter.deviceTransform().mapRect(area).toAlignedRect();
    if (pixels.isEmpty() || 1.0 * pixels.width() * pixels.height() > kMostPixels)
        return;
    m_scale = *scale;
    m_origin = pixels.topLeft();
    m_image = QImage(pixels.size(), QImage::Format_ARGB32_Premultiplied);
    m_image.fill(Qt::transparent);
    m_copier.emplace(&m_image);
}

void MarkLayer::drawDisc(QPointF at, double diameter, const QColor& color)
{
    draw(at, diameter, 0, color);
}

void MarkLayer::drawRing(QPointF at, double diameter, double width, const QColor& color)
{
    draw(at, diameter, width, color);
}

void MarkLayer::draw(QPointF at, double diameter, double width, const QColor& color)
{
    if (!m_area.contains(at))
        return;
    if (m_copier)
        copy(m_painter.deviceTransform().map(at) - m_origin, symbol(diameter, width, color));
    else
        paintMark(m_painter, at, diameter, width, color);
}

void MarkLayer::copy(QPointF at, Symbol& symbol)
{
    const auto quarterX = static_cast<int>(std::floor(at.x() * kPhases + 0.5));
    const auto quarterY = static_cast<int>(std::floor(at.y() * kPhases + 0.5));
    const int x = quarterX >> 2;
    const int y = quarterY >> 2;
    static_assert(kPhases == 1 << 2);
    const int right = quarterX - x * kPhases;
    const int down = quarterY - y * kPhases;
    QImage& image = symbol.copies[static_cast<size_t>(down * kPhases + right)];
    if (image.isNull())
        image = paintedSymbol(symbol, right, down);
    m_copier->drawImage(x - symbol.reach, y - symbol.reach, image);
}

MarkLayer::Symbol& MarkLayer::symbol(double diameter, double width, const QColor& color)
{
    const auto found = std::find_if(m_symbols.begin(), m_symbols.end(),
        [&](const Symbol& s) { return s.diameter == diameter && s.width == width && s.color == color; });
    if (found != m_symbols.end())
        return *found;
    const auto reach = static_cast<int>(std::ceil((diameter + width) / 2 * m_scale)) + 1;
    return m_symbols.emplace_back(Symbol { diameter, width, color, reach, {} });
}

QImage MarkLayer::paintedSymbol(const Symbol& symbol, int right, int down) const
{
    const int side = 2 * symbol.reach + 1;
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(symbol.reach + right / double(kPhases), symbol.reach + down / double(kPhases));
    painter.scale(m_scale, m_scale);
    paintMark(painter, {}, symbol.diameter, symbol.width, symbol.color);
    return image;
}

void MarkLayer::finish()
{
    if (!m_copier)
        return;
    m_copier.reset();
    m_image.setDevicePixelRatio(m_scale);
    m_painter.drawImage(m_painter.deviceTransform().inverted().map(m_origin), m_image);
}

} // namespace latticeq::ui
