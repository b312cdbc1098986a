// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/sheet_strip.h"

#include "ui/lattices/panel_captions.h"
#include "ui/support/number_format.h"

#include <QCoreApplication>

#include <cmath>

namespace latticeq::ui {

QRectF SheetStrip::area(const QRectF& panel)
{
    return { panel.left(), panel.bottom() - kHeight, panel.width(), kHeight };
}

QRectF SheetStrip::barArea(const QRectF& panel)
{
    return { panel.left() + 8, panel.bottom() - kHeight, panel.width() * 0.5, kHeight - 20 };
}

std::vector<int> SheetStrip::counts() const
{
    const LatticePicture& p = picture();
    std::vector<int> counts(static_cast<size_t>(std::max(1, p.highest - p.lowest + 1)));
    for (size_t i = 0; i < p.errors.size(); ++i)
        ++counts[static_cast<size_t>(std::clamp(p.coordinates[3 * i + 2], p.lowest, p.highest) - p.lowest)];
    return counts;
}

void SheetStrip::paint()
{
    const QRectF area = barArea(m_canvas.rect);
    const std::vector<int> sheets = counts();
    const double step = area.width() / static_cast<double>(sheets.size());
    const int largest = std::max(1, *std::max_element(sheets.begin(), sheets.end()));
    for (size_t i = 0; i < sheets.size(); ++i) {
        const double height = std::max(1.0, area.height() * sheets[i] / largest);
        const bool shown = picture().lowest + static_cast<int>(i) == m_scene.sheet;
        const QRectF bar(area.left() + static_cast<double>(i) * step, area.bottom() - height,
            std::max(1.0, step - (step > 4 ? 2 : 0)), height);
        m_painter.fillRect(bar, shown ? m_scene.content.color : theme().border);
    }
    const int held = sheets[static_cast<size_t>(
        std::clamp(m_scene.sheet, picture().lowest, picture().highest) - picture().lowest)];
    const QString words = QCoreApplication::translate("lattices", "Sheet c₃ = %1 holds %2 of %3 weights")
                              .arg(formatCount(m_scene.sheet), formatCount(held),
                                  formatCount(static_cast<int64_t>(picture().errors.size())));
    m_painter.setFont(smallFont(m_scene.font));
    m_painter.setPen(theme().secondary);
    m_painter.drawText(
        QRectF(area.left(), area.bottom(), m_canvas.rect.width() - 16, 18), Qt::AlignLeft | Qt::AlignVCenter, words);
}

std::optional<int> SheetStrip::sheetAt(const LatticePicture& picture, const QRectF& panel, QPointF pixel)
{
    const QRectF area = barArea(panel);
    if (!area.contains(pixel))
        return std::nullopt;
    const int sheets = std::max(1, picture.highest - picture.lowest + 1);
    const double share = (pixel.x() - area.left()) / area.width();
    return picture.lowest + std::min(sheets - 1, static_cast<int>(share * sheets));
}

} // namespace latticeq::ui
