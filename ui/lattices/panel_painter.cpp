// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/panel_painter.h"

#include "ui/lattices/lattice_texts.h"

namespace latticeq::ui {

namespace {

constexpr double kLeastArrow = 28; // pixels
constexpr double kArrowHead = 9; // pixels
constexpr double kCaptionMargin = 6; // pixels

QString arrowLabel(int factor, int row)
{
    static const QString digits = QStringLiteral("₁₂₃₄₅₆₇₈₉");
    const QString vector = u'b' + digits.mid(row, 1);
    return factor == 1 ? vector : QStringLiteral("%1·%2").arg(factor).arg(vector);
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

QFont PanelPainter::smallFont() const
{
    QFont font = m_scene.font;
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(11, qRound(font.pixelSize() * 0.85)));
    else
        font.setPointSizeF(font.pointSizeF() * 0.85);
    return font;
}

bool PanelPainter::hasGhost() const
{
    return shows(Mark::Ghost) && m_scene.other.picture && m_scene.other.picture->n == picture().n;
}

QColor PanelPainter::errorColor(int weight) const
{
    return theme().rampColor(m_scene.errors.classOf(picture().errors[static_cast<size_t>(weight)]));
}

bool PanelPainter::isOverloaded(int weight) const
{
    return picture().overloaded[static_cast<size_t>(weight)] != 0;
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
    if (shows(Mark::Overload) && isOverloaded(mark.weight))
        drawCross(mark.pixel, kCross, QPen(theme().error, 1.75));
    else
        drawDot(mark.pixel, diameter, faded(errorColor(mark.weight), fade));
}

void PanelPainter::drawResidual(const WeightMark& mark, double fade)
{
    const bool overloaded = shows(Mark::Overload) && isOverloaded(mark.weight);
    m_painter.setPen(QPen(faded(overloaded ? theme().error : errorColor(mark.weight), fade), 1.25));
    m_painter.drawLine(QLineF(mark.pixel, mark.point));
}

void PanelPainter::drawBasisArrow(QPointF origin, QPointF tip, double length, int row)
{
    constexpr double kFlat = kArrowHead; // pixels: a vector that points at the viewer
    QLineF line(origin, tip);
    if (line.length() == 0)
        return;
    const int factor = arrowFactor(length, kLeastArrow);
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
    drawLabel(line.p2() + along * 12, arrowLabel(factor, row), m_scene.content.color);
}

void PanelPainter::drawLabel(QPointF at, const QString& text, const QColor& color)
{
    QFont font = smallFont();
    font.setBold(true);
    const QFontMetricsF metrics(font);
    QPainterPath path;
    path.addText(at.x() - metrics.horizontalAdvance(text) / 2, at.y() + metrics.capHeight() / 2, font, text);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(theme().base, 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.drawPath(path);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color);
    m_painter.drawPath(path);
}

void PanelPainter::drawNote(Qt::Alignment alignment, const QString& text)
{
    const QRectF rect = m_canvas.rect.adjusted(kCaptionMargin, kCaptionMargin, -kCaptionMargin, -kCaptionMargin);
    m_painter.setFont(smallFont());
    m_painter.setPen(theme().secondary);
    drawWords(rect, static_cast<int>(alignment) | Qt::TextWordWrap, text);
}

void PanelPainter::drawWords(const QRectF& rect, int flags, const QString& text)
{
    const PanelKind kind = m_scene.kind();
    const bool tinted = shows(Mark::Overload)
        && (kind == PanelKind::Plane || kind == PanelKind::Sheet || kind == PanelKind::Histogram);
    QColor plate = tinted ? theme().window : theme().base;
    plate.setAlphaF(0.8F);
    m_painter.fillRect(m_painter.boundingRect(rect, flags, text).adjusted(-3, -1, 3, 1), plate);
    m_painter.drawText(rect, flags, text);
}

void PanelPainter::drawCaptions()
{
    const PanelContent& content = m_scene.content;
    QFont bold = smallFont();
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    const QRectF rect = m_canvas.rect.adjusted(kCaptionMargin, kCaptionMargin, -kCaptionMargin, -kCaptionMargin);
    m_painter.setFont(bold);
    m_painter.setPen(content.color);
    drawWords(rect, Qt::AlignLeft | Qt::AlignTop, content.marker);
    const double indent = metrics.horizontalAdvance(content.marker) + kCaptionMargin;
    m_painter.setPen(theme().secondary);
    m_painter.setFont(smallFont());
    const QString title = QFontMetricsF(smallFont()).elidedText(content.title, Qt::ElideMiddle, rect.width() - indent);
    drawWords(rect.adjusted(indent, 0, 0, 0), Qt::AlignLeft | Qt::AlignTop, title);
    if (!content.notice.isEmpty()) {
        drawWords(rect.adjusted(0, metrics.lineSpacing(), 0, 0), Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap,
            content.notice);
    }
    const PanelKind kind = m_scene.kind();
    if (kind == PanelKind::Plane || kind == PanelKind::Turn || kind == PanelKind::Planes)
        drawNote(Qt::AlignRight | Qt::AlignBottom, unitText(picture()));
}

void PanelPainter::drawEmpty()
{
    const QRectF rect = m_canvas.rect.adjusted(24, 24, -24, -24);
    m_painter.setFont(m_scene.font);
    m_painter.setPen(theme().secondary);
    m_painter.drawText(rect, Qt::AlignCenter | Qt::TextWordWrap, m_scene.content.emptyText);
}

} // namespace latticeq::ui
