// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/panel_captions.h"

#include "ui/lattices/lattice_texts.h"

#include <QFontMetricsF>

#include <algorithm>

namespace latticeq::ui {

namespace {

constexpr double kMargin = 6; // pixels

} // namespace

QFont smallFont(const QFont& font)
{
    QFont small = font;
    if (font.pixelSize() > 0)
        small.setPixelSize(std::max(11, qRound(font.pixelSize() * 0.85)));
    else
        small.setPointSizeF(font.pointSizeF() * 0.85);
    return small;
}

PanelCaptions::PanelCaptions(const PanelScene& scene, const QRectF& panel, const QString& note)
    : m_panel(panel)
    , m_inner(panel.adjusted(kMargin, kMargin, -kMargin, -kMargin))
    , m_font(smallFont(scene.font))
    , m_secondary(scene.theme.secondary)
{
    const PanelKind kind = scene.kind();
    const bool tinted = scene.marks.has(Mark::Overload)
        && (kind == PanelKind::Plane || kind == PanelKind::Sheet || kind == PanelKind::Histogram);
    m_plate = tinted ? scene.theme.window : scene.theme.base;
    m_plate.setAlphaF(0.8F);
    addTitle(scene.content);
    QStringList lines = scene.content.notice.split(u'\n', Qt::SkipEmptyParts);
    if (!note.isEmpty())
        lines << note;
    const double height = QFontMetricsF(m_font).lineSpacing();
    for (int i = 0; i < lines.size(); ++i)
        addLine(lines[i], m_inner.top() + (i + 1) * height, false);
    if (kind == PanelKind::Plane || kind == PanelKind::Turn || kind == PanelKind::Planes)
        addLine(unitText(*scene.content.picture), m_inner.bottom() - height, true);
}

void PanelCaptions::addTitle(const PanelContent& content)
{
    QFont bold = m_font;
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    const QSizeF marker(metrics.horizontalAdvance(content.marker), metrics.lineSpacing());
    add(QRectF(m_inner.topLeft(), marker), content.marker, bold, content.color);
    const double left = m_inner.left() + marker.width() + kMargin;
    const QFontMetricsF small(m_font);
    const QString title = small.elidedText(content.title, Qt::ElideMiddle, m_inner.right() - left);
    add(QRectF(left, m_inner.top(), small.horizontalAdvance(title), small.lineSpacing()), title, m_font, m_secondary);
}

void PanelCaptions::addLine(const QString& text, double top, bool right)
{
    const QFontMetricsF metrics(m_font);
    const QString fitting = metrics.elidedText(text, Qt::ElideRight, m_inner.width());
    const double width = metrics.horizontalAdvance(fitting);
    const double left = right ? m_inner.right() - width : m_inner.left();
    add(QRectF(left, top, width, metrics.lineSpacing()), fitting, m_font, m_secondary);
}

void PanelCaptions::add(const QRectF& rect, const QString& text, const QFont& font, const QColor& color)
{
    if (text.isEmpty())
        return;
    m_words.push_back({ rect, text, font, color });
    m_areas.push_back(rect.adjusted(-3, -1, 3, 1));
}

QRectF PanelCaptions::between() const
{
    QRectF free = m_panel;
    for (const QRectF& area : m_areas) {
        if (area.center().y() < m_panel.center().y())
            free.setTop(std::max(free.top(), area.bottom()));
        else
            free.setBottom(std::min(free.bottom(), area.top()));
    }
    return free;
}

void PanelCaptions::draw(QPainter& painter) const
{
    for (const QRectF& area : m_areas)
        painter.fillRect(area, m_plate);
    for (const Words& words : m_words) {
        painter.setFont(words.font);
        painter.setPen(words.color);
        painter.drawText(words.rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, words.text);
    }
}

} // namespace latticeq::ui
