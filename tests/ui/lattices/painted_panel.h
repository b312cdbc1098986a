// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/lattices/sample_lattices.h"
#include "ui/lattices/lattice_scene.h"

#include <qcustomplot.h>

#include <QImage>

namespace latticeq::ui::test {

inline const QRectF kPanel { 20, 10, 300, 240 }; // pixels, inside a larger picture

/** A scene with one lattice in the light theme's accent and no mark but those given. */
inline PanelScene sceneOf(const LatticePicture& picture, std::initializer_list<Mark> marks)
{
    PanelScene scene;
    scene.content.picture = std::make_shared<LatticePicture>(picture);
    scene.theme = Theme::light();
    scene.content.color = scene.theme.accent;
    scene.font.setPixelSize(13);
    scene.marks.shown.fill(false);
    for (const Mark mark : marks)
        scene.marks.shown[static_cast<size_t>(mark)] = true;
    scene.errors = ErrorRamp::of({ scene.content.picture.get() });
    return scene;
}

inline PanelCanvas canvasOf(double unitsPerPixel)
{
    return { kPanel, {}, unitsPerPixel };
}

/** What `paint` draws, on the theme's base, clipped as a panel is. */
template <typename Paint> QImage painted(const PanelScene& scene, Paint paint, int ratio = 1)
{
    QImage image(QSize(340, 260) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(scene.theme.base);
    QCPPainter painter(&image);
    painter.setAntialiasing(true);
    paint(painter);
    painter.end();
    return image;
}

/** How many pixels of `area` have a colour, but for rounding. */
inline int count(const QImage& image, const QColor& color, const QRectF& area)
{
    int found = 0;
    const QRect pixels = area.toAlignedRect().intersected(image.rect());
    for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
        for (int x = pixels.left(); x <= pixels.right(); ++x) {
            const QColor c = image.pixelColor(x, y);
            found += std::abs(c.red() - color.red()) + std::abs(c.green() - color.green())
                    + std::abs(c.blue() - color.blue())
                < 12;
        }
    }
    return found;
}

inline QRectF around(QPointF middle, double reach)
{
    return { middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach };
}

} // namespace latticeq::ui::test
