// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/section_header.h"

#include "ui/support/theme.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <QStyleOptionFocusRect>

#include <algorithm>

namespace latticeq::ui {

namespace {

constexpr int kArrowSize = 12;
constexpr int kGap = 8;
constexpr int kHeight = 28;

} // namespace

SectionHeader::SectionHeader(QWidget* parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::toggled, this, [this] { setTexts(text(), m_summary); });
}

void SectionHeader::setTexts(const QString& title, const QString& summary)
{
    setText(title);
    m_summary = summary;
    setAccessibleName(title);
    setAccessibleDescription(summary);
    const QString action = isChecked() ? tr("Closes this group.") : tr("Opens this group.");
    setToolTip(isChecked() ? action : QStringLiteral("%1\n%2").arg(summary, action));
    updateGeometry();
    update();
}

QSize SectionHeader::sizeHint() const
{
    const QFontMetrics title(titleFont());
    const int width = kArrowSize + 2 * kGap + title.horizontalAdvance(text());
    return { width + fontMetrics().horizontalAdvance(m_summary), std::max(kHeight, title.height() + 8) };
}

QSize SectionHeader::minimumSizeHint() const
{
    return { kArrowSize + 2 * kGap + QFontMetrics(titleFont()).horizontalAdvance(text()), sizeHint().height() };
}

QFont SectionHeader::titleFont() const
{
    QFont title = font();
    title.setWeight(QFont::DemiBold);
    return title;
}

void SectionHeader::drawTexts(QPainter& painter, const QRect& rect) const
{
    const Theme& theme = Theme::of(palette());
    const int titleWidth = QFontMetrics(titleFont()).horizontalAdvance(text());
    painter.setFont(titleFont());
    painter.setPen(theme.text);
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter, text());
    if (isChecked())
        return;
    const QRect rest = rect.adjusted(titleWidth + kGap, 0, 0, 0);
    painter.setFont(font());
    painter.setPen(theme.secondary);
    painter.drawText(
        rest, Qt::AlignLeft | Qt::AlignVCenter, fontMetrics().elidedText(m_summary, Qt::ElideRight, rest.width()));
}

void SectionHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (underMouse())
        painter.fillRect(rect(), blend(palette().color(QPalette::Window), palette().color(QPalette::WindowText), 0.05));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QStyleOption arrow;
    arrow.initFrom(this);
    arrow.rect
        = QStyle::visualRect(layoutDirection(), rect(), QRect(2, (height() - kArrowSize) / 2, kArrowSize, kArrowSize));
    const QStyle::PrimitiveElement closed = mirrored ? QStyle::PE_IndicatorArrowLeft : QStyle::PE_IndicatorArrowRight;
    style()->drawPrimitive(isChecked() ? QStyle::PE_IndicatorArrowDown : closed, &arrow, &painter, this);
    drawTexts(painter, QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(kArrowSize + kGap, 0, -2, 0)));
    if (hasFocus()) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        focus.backgroundColor = palette().color(QPalette::Window);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
}

} // namespace latticeq::ui
