// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/compare_delegate.h"

#include "ui/runs/compare_model.h"
#include "ui/support/theme.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace latticeq::ui {

namespace {

constexpr int kRowHeight = 22; // of one line of text
constexpr int kColumnGap = 16;

QFont secondaryFont(QFont font)
{
    if (font.pixelSize() > 0)
        font.setPixelSize(std::max(11, qRound(0.85 * font.pixelSize())));
    else
        font.setPointSizeF(0.85 * font.pointSizeF());
    return font;
}

} // namespace

void CompareDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QString difference = index.data(CompareModel::DifferenceRole).toString();
    if (difference.isEmpty()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString value = cell.text;
    cell.text.clear();
    const QStyle* style = cell.widget ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);
    const QFont small = secondaryFont(cell.font);
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, cell.widget) + 1;
    const QRect area = cell.rect.adjusted(margin, 2, -margin, -2);
    const int valueHeight = QFontMetrics(cell.font).height();
    const QRect upper(area.left(), area.top(), area.width(), valueHeight);
    const QRect lower(area.left(), upper.bottom() + 1, area.width(), area.bottom() - upper.bottom());
    painter->save();
    painter->setFont(cell.font);
    painter->setPen(Theme::of(cell.palette).text);
    painter->drawText(
        upper, Qt::AlignRight | Qt::AlignVCenter, cell.fontMetrics.elidedText(value, Qt::ElideRight, area.width()));
    painter->setFont(small);
    painter->setPen(Theme::of(cell.palette).secondary);
    painter->drawText(
        lower, Qt::AlignRight | Qt::AlignTop, QFontMetrics(small).elidedText(difference, Qt::ElideRight, area.width()));
    painter->restore();
}

QSize CompareDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(std::max(kRowHeight, option.fontMetrics.height() + 6));
    const QString difference = index.data(CompareModel::DifferenceRole).toString();
    if (!difference.isEmpty()) {
        const QFontMetrics small(secondaryFont(option.font));
        size.setHeight(option.fontMetrics.height() + small.height() + 4);
        size.setWidth(std::max(size.width(), small.horizontalAdvance(difference) + 8));
    }
    size.rwidth() += kColumnGap;
    return size;
}

} // namespace latticeq::ui
