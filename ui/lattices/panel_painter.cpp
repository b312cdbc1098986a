// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/panel_painter.h"

#include "ui/lattices/panel_captions.h"
#include "ui/support/number_format.h"

namespace latticeq::ui {

namespace {

constexpr double kLeastArrow = 28; // pixels
constexpr double kLeastShare = 0.2; // of a small canvas
constexpr double kArrowHead = 9; // pixels

QString arrowLabel(int factor, int row)
{
    static const QString digits = QStringLiteral("₁₂₃₄₅₆₇₈₉");
    const QString vector = u'b' + digits.mid(row, 1);
    return factor == 1 ? vector : QStringLiteral("%1·%2").arg(formatCount(factor), vector);
}

} // namespace

PanelPainter::PanelPainter(
    QCPPainter& painter, const PanelScene& scene, const PanelCanvas& canvas, std::vector<WeightMark>& marks)
    : m_painter(painter)
    , m_scene(scene)
    , m_canvas(canvas)
    , m_marks(marks)
{
}

void PanelPainter::keepClear(const std::vector<QRectF>& words)
{
    for (const QRectF& rect : words)
        m_placer.keepClear(rect);
}

bool PanelPainter::hasGhost() const
{
    return shows(Mark::Ghost) && m_scene.other.picture && m_scene.other.picture->n == picture().n;
}

QColor PanelPainter::errorColor(int weight) const
{
    return theme().rampColor(m_scene.errors.classOf(picture().errors[static_cast<size_t>(weight)]));
}

bool PanelPainter::isCross(int weight) const
{
    return shows(Mark::Overload) && picture().overloaded[static_cast<size_t>(weight)] != 0;
}

void PanelPainter::drawDot(QPointF at, double diameter, const QColor& color)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    m_painter.drawEllipse(at, diameter / 2, diameter / 2);
}

void PanelPainter::drawRing(QPointF at, double diameter, const QPen& pen)
{
    m_painter.setPen(pen);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawEllipse(at, diameter / 2, diameter / 2);
}

void PanelPainter::drawCross(QPointF at, double size, const QPen& pen)
{
    const double half = size / 2;
    m_painter.setPen(pen);
    m_painter.drawLine(QLineF(at.x() - half, at.y() - half, at.x() + half, at.y() + half));
    m_painter.drawLine(QLineF(at.x() - half, at.y() + half, at.x() + half, at.y() - half));
}

void PanelPainter::drawWeight(const WeightMark& mark, double diameter, double fade)
{
    constexpr double kCross = 7; // pixels
    if (isCross(mark.weight))
        drawCross(mark.pixel, kCross, QPen(theme().error, 1.75));
    else
        drawDot(mark.pixel, diameter, faded(errorColor(mark.weight), fade));
}

void PanelPainter::drawResidual(const WeightMark& mark, double fade)
{
    m_painter.setPen(QPen(faded(isCross(mark.weight) ? theme().error : errorColor(mark.weight), fade), 1.25));
    m_painter.drawLine(QLineF(mark.pixel, mark.point));
}

void PanelPainter::drawBasisArrow(QPointF origin, QPointF tip, double length, int row)
{
    constexpr double kFlat = kArrowHead; // pixels: a vector that points at the viewer
    QLineF line(origin, tip);
    if (line.length() == 0)
        return;
    const double side = std::min(m_canvas.rect.width(), m_canvas.rect.height());
    const int factor = arrowFactor(length, std::min(kLeastArrow, kLeastShare * side));
    line.setLength(line.length() * factor);
    if (line.length() < kFlat)
        return;
    const QPointF along = (line.p2() - line.p1()) / line.length();
    const QPointF across(-along.y(), along.x());
    const QPointF neck = line.p2() - along * kArrowHead;
    m_painter.setPen(QPen(theme().base, 5, Qt::SolidLine, Qt::FlatCap));
    m_painter.drawLine(QLineF(line.p1(), neck));
    m_painter.setPen(QPen(m_scene.content.color, 2.5, Qt::SolidLine, Qt::FlatCap));
    m_painter.drawLine(QLineF(line.p1(), neck + along));
    m_painter.setPen(QPen(theme().base, 1));
    m_painter.setBrush(m_scene.content.color);
    m_painter.drawPolygon(QPolygonF({ line.p2(), neck + across * 4.5, neck + along * 2, neck - across * 4.5 }));
    m_placer.keepClear(line);
    m_labels.push_back({ line, arrowLabel(factor, row) });
}

void PanelPainter::drawArrowLabels()
{
    constexpr double kDescent = 3; // pixels that an index reaches below the line
    QFont font = smallFont(m_scene.font);
    font.setBold(true);
    const QFontMetricsF metrics(font);
    m_placer.setArea(m_canvas.rect);
    for (auto label = m_labels.rbegin(); label != m_labels.rend(); ++label) { // the nearest arrow's first
        const QSizeF size(metrics.horizontalAdvance(label->text), metrics.capHeight() + kDescent);
        if (const std::optional<QRectF> place = m_placer.place(label->arrow, size)) {
            QPainterPath path;
            path.addText(place->left(), place->bottom() - kDescent, font, label->text);
            drawOutlined(path);
        }
    }
    m_labels.clear();
}

void PanelPainter::drawOutlined(const QPainterPath& text)
{
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(theme().base, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.drawPath(text);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_scene.content.color);
    m_painter.drawPath(text);
}

void PanelPainter::drawEmpty()
{
    const QRectF rect = m_canvas.rect.adjusted(24, 24, -24, -24);
    m_painter.setFont(m_scene.font);
    m_painter.setPen(theme().secondary);
    m_painter.drawText(rect, Qt::AlignCenter | Qt::TextWordWrap, m_scene.content.emptyText);
}

} // namespace latticeq::ui
