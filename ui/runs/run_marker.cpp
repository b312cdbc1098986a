// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_marker.h"

#include "ui/support/theme.h"

#include <qcustomplot.h>

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>

#include <array>

namespace latticeq::ui {

namespace {

/** Paints the mark of a plot, so that tables and plots show the same form. */
class RunMarkerEngine : public QIconEngine
{
public:
    explicit RunMarkerEngine(int colorSlot)
        : m_colorSlot(colorSlot)
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override
    {
        const Theme& theme = Theme::of(QGuiApplication::palette());
        const QCPScatterStyle style = runScatterStyle(theme.runStyle(m_colorSlot), theme, 0.6 * rect.height());
        QPixmap mark(rect.size() * painter->device()->devicePixelRatioF());
        mark.setDevicePixelRatio(painter->device()->devicePixelRatioF());
        mark.fill(Qt::transparent);
        QCPPainter marking(&mark);
        marking.setRenderHint(QPainter::Antialiasing);
        style.applyTo(&marking, style.pen());
        style.drawShape(&marking, QPointF(rect.width(), rect.height()) / 2);
        marking.end();
        painter->drawPixmap(rect.topLeft(), mark);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        pixmap.setDevicePixelRatio(scale);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), (QSizeF(size) / scale).toSize()), mode, state);
        return pixmap;
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QIconEngine* clone() const override { return new RunMarkerEngine(m_colorSlot); }

private:
    int m_colorSlot;
};

} // namespace

QIcon runMarker(int colorSlot)
{
    return QIcon(new RunMarkerEngine(colorSlot));
}

QCPScatterStyle runScatterStyle(const RunStyle& style, const Theme& theme, double size)
{
    constexpr std::array kShapes = { QCPScatterStyle::ssCircle, QCPScatterStyle::ssTriangle, QCPScatterStyle::ssSquare,
        QCPScatterStyle::ssDiamond };
    const QCPScatterStyle::ScatterShape shape = kShapes[static_cast<size_t>(style.marker) % kShapes.size()];
    return QCPScatterStyle(shape, QPen(style.color, 1.5), style.hollow ? theme.base : style.color, size);
}

} // namespace latticeq::ui
