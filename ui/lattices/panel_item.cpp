// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/panel_item.h"

#include "ui/lattices/histogram_painter.h"
#include "ui/lattices/lattice_texts.h"
#include "ui/lattices/panel_captions.h"
#include "ui/lattices/plane_painter.h"
#include "ui/lattices/sheet_strip.h"
#include "ui/lattices/turn_painter.h"

#include <cmath>

namespace latticeq::ui {

namespace {

constexpr double kReach = 12; // pixels between cursor and weight
struct Quarter
{
    int right;
    int up;
};
constexpr Quarter kQuarters[] = { { 0, 1 }, { 0, 2 }, { 1, 2 } };

/** A quarter of what lies between the panel's words. */
QRectF quarterRect(const QRectF& between, int index)
{
    const QSizeF size(between.width() / 2, between.height() / 2);
    return { between.topLeft() + QPointF(index % 2 * size.width(), index / 2 * size.height()), size };
}

/** What is drawn in a quarter, beside its axes' names and as large as there is room for. */
PanelCanvas quarterCanvas(const PanelCanvas& whole, const QRectF& quarter, double names)
{
    const QRectF rect = quarter.adjusted(names, 2, -2, -names);
    const QSizeF fitted = whole.rect.size() - 2 * PanelItem::kSpaceMargin;
    const double scale
        = std::min(fitted.width(), fitted.height()) / std::max(20.0, std::min(rect.width(), rect.height()));
    return { rect, whole.centre, whole.unitsPerPixel * scale };
}

void drawQuarterNames(QCPPainter& painter, const PanelScene& scene, const QRectF& quarter, const Quarter& axes)
{
    const QFont font = smallFont(scene.font);
    const QFontMetricsF metrics(font);
    const double names = metrics.lineSpacing();
    const auto name = [&](int axis, double room) {
        const QString full = QStringLiteral("%1 →").arg(axisName(*scene.content.picture, axis));
        return metrics.horizontalAdvance(full) <= room ? full : QStringLiteral("%1 →").arg(axisSymbol(axis));
    };
    painter.setFont(font);
    painter.setPen(scene.theme.secondary);
    painter.drawText(QRectF(quarter.left() + names, quarter.bottom() - names, quarter.width() - names, names),
        Qt::AlignCenter, name(axes.right, quarter.width() - names));
    painter.save();
    painter.translate(quarter.left() + 2, quarter.bottom());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, quarter.height(), names), Qt::AlignCenter, name(axes.up, quarter.height()));
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
    const QPointF middle = PanelCaptions(m_scene, m_rect->rect()).between().center();
    return (pixel.x() >= middle.x() ? 1 : 0) + (pixel.y() >= middle.y() ? 2 : 0);
}

PanelCanvas PanelItem::quarter(int index) const
{
    const QRectF between = PanelCaptions(m_scene, m_rect->rect()).between();
    const double names = QFontMetricsF(smallFont(m_scene.font)).lineSpacing();
    return quarterCanvas(canvas(), quarterRect(between, index), names);
}

PanelCanvas PanelItem::canvasAt(QPointF pixel) const
{
    return m_scene.kind() == PanelKind::Planes ? quarter(quarterAt(pixel)) : canvas();
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
    switch (m_scene.kind()) {
    case PanelKind::Empty: PanelPainter(*painter, m_scene, whole, m_marks).drawEmpty(); break;
    case PanelKind::Histogram:
        HistogramPainter(*painter, m_scene, whole, m_marks).paint(m_largestCount);
        PanelCaptions(m_scene, whole.rect).draw(*painter);
        break;
    case PanelKind::Planes: drawQuarters(*painter, PanelCaptions(m_scene, whole.rect)); break;
    case PanelKind::Turn: drawTurn(*painter, whole); break;
    case PanelKind::Plane:
    case PanelKind::Sheet: drawPlane(*painter, whole); break;
    }
}

void PanelItem::drawPlane(QCPPainter& painter, const PanelCanvas& whole)
{
    PlanePainter plane(painter, m_scene, whole, m_marks);
    const PanelCaptions captions(m_scene, whole.rect, plane.note());
    plane.keepClear(captions.areas());
    const bool sheet = m_scene.kind() == PanelKind::Sheet;
    if (sheet)
        plane.keepClear({ SheetStrip::area(whole.rect) });
    plane.paint();
    if (sheet)
        SheetStrip(painter, m_scene, whole, m_marks).paint();
    captions.draw(painter);
}

void PanelItem::drawTurn(QCPPainter& painter, const PanelCanvas& whole)
{
    const PanelCaptions captions(m_scene, whole.rect);
    const Rotation rotation = turned(m_scene.camera.yaw, m_scene.camera.pitch);
    TurnPainter turning(painter, m_scene, whole, rotation, m_marks);
    turning.keepClear(captions.areas());
    turning.keepClear({ TurnPainter::gizmoArea(whole.rect) });
    turning.paint();
    turning.drawGizmo();
    captions.draw(painter);
}

void PanelItem::drawQuarters(QCPPainter& painter, const PanelCaptions& captions)
{
    const QRectF between = captions.between();
    for (int i = 0; i < 4; ++i) {
        const PanelCanvas canvas = quarter(i);
        painter.save();
        painter.setClipRect(canvas.rect, Qt::IntersectClip);
        const Rotation rotation
            = i < 3 ? facing(kQuarters[i].right, kQuarters[i].up) : turned(m_scene.camera.yaw, m_scene.camera.pitch);
        TurnPainter(painter, m_scene, canvas, rotation, m_marks).paint();
        painter.restore();
        if (i < 3)
            drawQuarterNames(painter, m_scene, quarterRect(between, i), kQuarters[i]);
    }
    painter.setPen(QPen(m_scene.theme.border, 1));
    const QPointF middle = between.center();
    painter.drawLine(QLineF(between.left(), middle.y(), between.right(), middle.y()));
    painter.drawLine(QLineF(middle.x(), between.top(), middle.x(), between.bottom()));
    captions.draw(painter);
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
