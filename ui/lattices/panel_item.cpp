// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/panel_item.h"

#include "ui/lattices/histogram_painter.h"
#include "ui/lattices/lattice_texts.h"
#include "ui/lattices/plane_painter.h"
#include "ui/lattices/sheet_strip.h"
#include "ui/lattices/turn_painter.h"

#include <cmath>

namespace latticeq::ui {

namespace {

constexpr double kReach = 12; // pixels between cursor and weight
constexpr double kQuarterScale = 2.3; // half the size, with room for words

struct Quarter
{
    int right;
    int up;
};
constexpr Quarter kQuarters[] = { { 0, 1 }, { 0, 2 }, { 1, 2 } };

PanelCanvas quarterOf(const PanelCanvas& whole, int index)
{
    const QSizeF size(whole.rect.width() / 2, whole.rect.height() / 2);
    const QPointF corner(whole.rect.left() + index % 2 * size.width(), whole.rect.top() + index / 2 * size.height());
    return { QRectF(corner, size), whole.centre, whole.unitsPerPixel * kQuarterScale };
}

void drawQuarterNames(QCPPainter& painter, const PanelScene& scene, const PanelCanvas& canvas, const Quarter& quarter)
{
    QFont font = scene.font;
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(11, qRound(font.pixelSize() * 0.85)));
    painter.setFont(font);
    painter.setPen(scene.theme.secondary);
    const QRectF rect = canvas.rect.adjusted(4, 20, -4, -4);
    painter.drawText(rect, Qt::AlignHCenter | Qt::AlignBottom,
        QStringLiteral("%1 →").arg(axisName(*scene.content.picture, quarter.right)));
    painter.save();
    painter.translate(rect.bottomLeft());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, rect.height(), 16), Qt::AlignHCenter | Qt::AlignTop,
        QStringLiteral("%1 →").arg(axisName(*scene.content.picture, quarter.up)));
    painter.restore();
}

} // namespace

PanelItem::PanelItem(QCustomPlot* plot, QCPAxisRect* axisRect)
    : QCPAbstractItem(plot)
    , m_rect(axisRect)
{
    setSelectable(false);
    setClipToAxisRect(true);
    setClipAxisRect(axisRect);
    setLayer(QStringLiteral("main"));
}

PanelCanvas PanelItem::canvas() const
{
    const double units = m_scene.camera.unitsPerPixel;
    return { QRectF(m_rect->rect()), m_scene.camera.centre, units > 0 ? units : 1 };
}

int PanelItem::quarterAt(QPointF pixel) const
{
    const QPointF middle = QRectF(m_rect->rect()).center();
    return (pixel.x() >= middle.x() ? 1 : 0) + (pixel.y() >= middle.y() ? 2 : 0);
}

PanelCanvas PanelItem::canvasAt(QPointF pixel) const
{
    return m_scene.kind() == PanelKind::Planes ? quarterOf(canvas(), quarterAt(pixel)) : canvas();
}

bool PanelItem::turnsAt(QPointF pixel) const
{
    return m_scene.kind() == PanelKind::Turn || (m_scene.kind() == PanelKind::Planes && quarterAt(pixel) == 3);
}

int PanelItem::weightAt(QPointF pixel) const
{
    int nearest = -1;
    double least = kReach * kReach;
    for (const WeightMark& mark : m_marks) {
        QPointF away = mark.pixel - pixel;
        if (m_scene.kind() == PanelKind::Histogram)
            away.setY(0);
        const double distance = QPointF::dotProduct(away, away);
        if (distance <= least) {
            least = distance;
            nearest = mark.weight;
        }
    }
    return nearest;
}

double PanelItem::selectTest(const QPointF&, bool, QVariant*) const
{
    return -1;
}

void PanelItem::draw(QCPPainter* painter)
{
    m_marks.clear();
    const PanelCanvas whole = canvas();
    painter->setAntialiasing(true);
    painter->fillRect(whole.rect, m_scene.theme.base);
    PanelPainter words(*painter, m_scene, whole, m_marks);
    const Rotation turn = turned(m_scene.camera.yaw, m_scene.camera.pitch);
    switch (m_scene.kind()) {
    case PanelKind::Empty: words.drawEmpty(); return;
    case PanelKind::Histogram: HistogramPainter(*painter, m_scene, whole, m_marks).paint(m_largestCount); break;
    case PanelKind::Plane: PlanePainter(*painter, m_scene, whole, m_marks).paint(); break;
    case PanelKind::Planes: drawQuarters(*painter, whole); break;
    case PanelKind::Turn: {
        TurnPainter turning(*painter, m_scene, whole, turn, m_marks);
        turning.paint();
        turning.drawGizmo();
        break;
    }
    case PanelKind::Sheet:
        PlanePainter(*painter, m_scene, whole, m_marks).paint();
        SheetStrip(*painter, m_scene, whole, m_marks).paint();
        break;
    }
    words.drawCaptions();
}

void PanelItem::drawQuarters(QCPPainter& painter, const PanelCanvas& whole)
{
    for (int i = 0; i < 4; ++i) {
        const PanelCanvas canvas = quarterOf(whole, i);
        painter.save();
        painter.setClipRect(canvas.rect, Qt::IntersectClip);
        const Rotation rotation
            = i < 3 ? facing(kQuarters[i].right, kQuarters[i].up) : turned(m_scene.camera.yaw, m_scene.camera.pitch);
        TurnPainter(painter, m_scene, canvas, rotation, m_marks).paint();
        if (i < 3)
            drawQuarterNames(painter, m_scene, canvas, kQuarters[i]);
        painter.restore();
    }
    painter.setPen(QPen(m_scene.theme.border, 1));
    const QPointF middle = whole.rect.center();
    painter.drawLine(QLineF(whole.rect.left(), middle.y(), whole.rect.right(), middle.y()));
    painter.drawLine(QLineF(middle.x(), whole.rect.top(), middle.x(), whole.rect.bottom()));
}

HoverItem::HoverItem(QCustomPlot* plot, QCPAxisRect* axisRect, const PanelItem& panel)
    : QCPAbstractItem(plot)
    , m_panel(panel)
{
    setSelectable(false);
    setClipToAxisRect(true);
    setClipAxisRect(axisRect);
    setLayer(QStringLiteral("hover"));
}

double HoverItem::selectTest(const QPointF&, bool, QVariant*) const
{
    return -1;
}

void HoverItem::draw(QCPPainter* painter)
{
    if (m_weight < 0)
        return;
    const Theme& theme = m_panel.scene().theme;
    painter->setAntialiasing(true);
    painter->setBrush(Qt::NoBrush);
    for (const WeightMark& mark : m_panel.marks()) {
        if (mark.weight != m_weight)
            continue;
        for (const QPen& pen : { QPen(theme.base, 3.5), QPen(theme.text, 1.5) }) {
            painter->setPen(pen);
            painter->drawLine(QLineF(mark.pixel, mark.point));
            painter->drawEllipse(mark.pixel, 7, 7);
            painter->drawEllipse(mark.point, 3.5, 3.5);
        }
    }
}

} // namespace latticeq::ui
