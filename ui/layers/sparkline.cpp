// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/sparkline.h"

#include "ui/workspace/run_document.h"

#include <QPainter>
#include <QPixmapCache>

#include <algorithm>
#include <cmath>

namespace latticeq::ui {

namespace {

constexpr double kMargin = 2; // pixels above and below the curve
constexpr double kMostDecades = 1; // the useless first candidates are cut off above

/** Candidates and error of the layer's line, both as decimal logarithms. */
QPolygonF logarithms(const LayerState& layer)
{
    QPolygonF points;
    for (const ConvergencePoint& point : layer.convergence) {
        if (point.restart < 0 && point.candidates > 0 && point.bestError > 0)
            points.append({ std::log10(static_cast<double>(point.candidates)), std::log10(point.bestError) });
    }
    return points;
}

std::optional<double> scalarLevel(const LayerState& layer)
{
    const LayerReport& r = layer.report;
    if (layer.status != LayerState::Status::Finished || r.scalarMce <= 0 || r.group == 1)
        return std::nullopt;
    return std::log10(r.scalarMce * static_cast<double>(r.weights));
}

QString cacheKey(const RunDocument& run, const LayerState& layer, const SparklineStyle& s)
{
    const double last = layer.convergence.empty() ? 0 : layer.convergence.back().bestError;
    return QStringLiteral("sparkline|%1|%2|%3|%4|%5|%6|%7x%8@%9")
        .arg(run.id, layer.name())
        .arg(layer.convergence.size())
        .arg(last, 0, 'g', 17)
        .arg(static_cast<int>(layer.status))
        .arg(s.line.name() + s.scalar.name())
        .arg(s.size.width())
        .arg(s.size.height())
        .arg(s.devicePixelRatio);
}

void draw(QPainter& painter, const LayerState& layer, const SparklineStyle& style)
{
    const QPolygonF points = logarithms(layer);
    const std::optional<double> scalar = scalarLevel(layer);
    if (points.isEmpty())
        return;
    const double low = std::min(points.last().y(), scalar.value_or(points.last().y()));
    const double high = std::min(low + kMostDecades, std::max(points.first().y(), scalar.value_or(low)));
    const double span = std::max(0.1, high - low);
    const double right = std::max(1.0, points.last().x());
    const double height = style.size.height() - 2 * kMargin;
    const auto y = [&](double value) { return kMargin + height * (1 - (std::min(value, high) - low) / span); };
    if (scalar) {
        painter.setPen(QPen(style.scalar, 1, Qt::DashLine));
        painter.drawLine(QPointF(0, y(*scalar)), QPointF(style.size.width(), y(*scalar)));
    }
    QPolygonF curve;
    for (const QPointF& point : points)
        curve.append({ 1 + (style.size.width() - 3) * point.x() / right, y(point.y()) });
    painter.setPen(QPen(style.line, 1.5));
    painter.drawPolyline(curve);
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.line);
    painter.drawEllipse(curve.last(), 2, 2);
}

} // namespace

QPixmap sparkline(const RunDocument& run, const LayerState& layer, const SparklineStyle& style)
{
    const QString key = cacheKey(run, layer, style);
    QPixmap pixmap;
    if (style.size.isEmpty() || QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(style.size * style.devicePixelRatio);
    pixmap.setDevicePixelRatio(style.devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter, layer, style);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace latticeq::ui
