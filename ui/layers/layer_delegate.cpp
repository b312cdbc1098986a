// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/layer_delegate.h"

#include "ui/layers/layers_model.h"
#include "ui/layers/sparkline.h"
#include "ui/support/icon.h"
#include "ui/support/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace latticeq::ui {

namespace {

constexpr int kPadding = 4;
constexpr int kBarHeight = 8;
constexpr int kMarkWidth = 3;

LayerColumn columnOf(const QModelIndex& index)
{
    return static_cast<LayerColumn>(index.column());
}

/** The part of an error cell left of its number. */
QRectF barArea(const QStyleOptionViewItem& option)
{
    const int number = option.fontMetrics.horizontalAdvance(QStringLiteral("000.00…"));
    QRectF area = option.rect.adjusted(kPadding, 0, -number - 3 * kPadding, 0);
    area.setTop(area.center().y() - kBarHeight / 2.0);
    area.setHeight(kBarHeight);
    return area;
}

} // namespace

QColor rowBand(const LayerSelection& selection, const QString& layer, const Theme& theme)
{
    if (layer == selection.current() && !layer.isEmpty())
        return blend(theme.base, theme.text, 0.08);
    return selection.isSelected(layer) ? blend(theme.base, theme.text, 0.04) : QColor();
}

LayerDelegate::LayerDelegate(const LayersModel& model, const LayerSelection& selection, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_selection(selection)
{
}

const LayerState* LayerDelegate::layerOf(const QModelIndex& index) const
{
    return m_model.layer(index.data(LayersModel::RowRole).toInt());
}

void LayerDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Theme& theme = Theme::of(option->palette);
    const QString layer = index.data(LayersModel::LayerRole).toString();
    const QColor band = rowBand(m_selection, layer, theme);
    option->backgroundBrush = band.isValid() ? QBrush(band) : QBrush();
    option->state &= ~(QStyle::State_Selected | QStyle::State_MouseOver);
    option->textElideMode = Qt::ElideMiddle;
    option->decorationSize = QSize(16, 16);
    if (columnOf(index) == LayerColumn::Number && layer == m_selection.current())
        option->font.setBold(true);
    if (columnOf(index) == LayerColumn::Effective && index.data(LayersModel::WarningRole).toBool())
        option->icon = icon(QStringLiteral("warning"), theme.warning);
}

void LayerDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const LayerState* layer = layerOf(index);
    if (!layer)
        return;
    painter->save();
    painter->setClipRect(option.rect);
    if (columnOf(index) == LayerColumn::Number && layer->name() == m_selection.current()) {
        const QRect mark(option.rect.left(), option.rect.top(), kMarkWidth, option.rect.height());
        painter->fillRect(mark, Theme::of(option.palette).text);
    } else if (columnOf(index) == LayerColumn::Error) {
        paintErrorBar(*painter, option, *layer);
    } else if (columnOf(index) == LayerColumn::Search) {
        paintSparkline(*painter, option, *layer);
    }
    painter->restore();
}

void LayerDelegate::paintErrorBar(QPainter& painter, const QStyleOptionViewItem& option, const LayerState& layer) const
{
    const std::optional<double> error = layer.searched ? layer.bestMce() : std::nullopt;
    const QRectF area = barArea(option);
    if (!error || m_model.largestError() <= 0 || area.width() < kBarHeight)
        return;
    const Theme& theme = Theme::of(option.palette);
    const RunStyle style = theme.runStyle(m_model.run().colorSlot);
    const auto x = [&](double value) { return area.width() * std::min(1.0, value / m_model.largestError()); };
    QRectF bar = area;
    bar.setWidth(std::max(1.0, x(*error)));
    if (style.hollow) {
        painter.setPen(QPen(style.color, 1));
        painter.drawRect(bar.adjusted(0.5, 0.5, -0.5, -0.5));
    } else {
        painter.fillRect(bar, style.color);
    }
    if (layer.status != LayerState::Status::Finished || layer.report.scalarMce <= 0)
        return;
    const double scalar = area.left() + x(layer.report.scalarMce);
    painter.setPen(QPen(theme.axis, 1, Qt::DotLine));
    painter.drawLine(QPointF(bar.right(), area.center().y()), QPointF(scalar, area.center().y()));
    painter.fillRect(QRectF(scalar - 1, area.top() - 3, 2, area.height() + 6), theme.axis);
}

void LayerDelegate::paintSparkline(QPainter& painter, const QStyleOptionViewItem& option, const LayerState& layer) const
{
    const QRect area = option.rect.adjusted(2 * kPadding, 2, -kPadding, -2);
    const Theme& theme = Theme::of(option.palette);
    const SparklineStyle style { area.size(), painter.device()->devicePixelRatioF(),
        theme.runStyle(m_model.run().colorSlot).color, theme.axis };
    if (!layer.convergence.empty() && area.isValid())
        painter.drawPixmap(area.topLeft(), sparkline(m_model.run(), layer, style));
}

QWidget* LayerDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex& index) const
{
    auto* editor = new QComboBox(parent);
    editor->setObjectName(QStringLiteral("bitsEditor"));
    editor->setAccessibleName(tr("Bits of %1").arg(index.data(LayersModel::LayerRole).toString()));
    editor->setToolTip(columnExplanation(LayerColumn::Bits));
    for (const int bits : m_model.possibleBits(index.data(LayersModel::RowRole).toInt()))
        editor->addItem(bits == kFullPrecisionBits ? tr("full precision") : QLocale().toString(bits), bits);
    editor->view()->setMinimumWidth(editor->view()->sizeHintForColumn(0) + 4 * kPadding);
    auto* self = const_cast<LayerDelegate*>(this); // emitting from a const method, as QStyledItemDelegate's own filter
    connect(editor, &QComboBox::activated, self, [self, editor] {
        emit self->commitData(editor);
        emit self->closeEditor(editor);
    });
    return editor;
}

void LayerDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* combo = qobject_cast<QComboBox*>(editor);
    combo->setCurrentIndex(combo->findData(index.data(Qt::EditRole)));
}

void LayerDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    model->setData(index, qobject_cast<QComboBox*>(editor)->currentData());
}

} // namespace latticeq::ui
