// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/icon.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <algorithm>
#include <optional>

namespace latticeq::ui {

namespace {

/** Draws a one-coloured SVG in the colour that the palette has at that moment, so that a theme change shows at once. */
class IconEngine : public QIconEngine
{
public:
    IconEngine(const QString& name, const QByteArray& svg, std::optional<QColor> color)
        : m_name(name)
        , m_svg(svg)
        , m_color(color)
    {
    }

    QIconEngine* clone() const override { return new IconEngine(*this); }
    QString key() const override { return QStringLiteral("latticeq"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        QByteArray svg = m_svg;
        svg.replace("currentColor", color(mode).name().toLatin1());
        const int side = std::min(rect.width(), rect.height());
        QRectF square(0, 0, side, side);
        square.moveCenter(QRectF(rect).center());
        QSvgRenderer(svg).render(painter, square);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override
    {
        const QString key = QStringLiteral("latticeq/%1/%2/%3x%4@%5")
                                .arg(m_name, color(mode).name())
                                .arg(size.width())
                                .arg(size.height())
                                .arg(scale);
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        painter.end();
        pixmap.setDevicePixelRatio(scale);
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

private:
    QColor color(QIcon::Mode mode) const
    {
        if (mode == QIcon::Disabled)
            return QApplication::palette().color(QPalette::Disabled, QPalette::ButtonText);
        if (m_color)
            return *m_color;
        const auto role = mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::ButtonText;
        return QApplication::palette().color(QPalette::Active, role);
    }

    QString m_name;
    QByteArray m_svg;
    std::optional<QColor> m_color; // otherwise the palette's
};

QIcon makeIcon(const QString& name, std::optional<QColor> color)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    return file.open(QIODevice::ReadOnly) ? QIcon(new IconEngine(name, file.readAll(), color)) : QIcon();
}

} // namespace

QIcon icon(const QString& name)
{
    return makeIcon(name, std::nullopt);
}

QIcon icon(const QString& name, const QColor& color)
{
    return makeIcon(name, color);
}

QIcon applicationIcon()
{
    QIcon icon;
    for (const int size : { 48, 128, 256 }) {
        const QString path = QStringLiteral(":/icons/hicolor/%1x%1/apps/io.github.latticeq.Explorer.png").arg(size);
        icon.addFile(path, QSize(size, size));
    }
    return icon;
}

} // namespace latticeq::ui
