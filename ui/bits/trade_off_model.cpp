// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bits/trade_off_model.h"

#include "ui/support/number_format.h"

#include <QFont>

#include <algorithm>

namespace latticeq::ui {

void TradeOffModel::setChoice(const BitsChoice* choice)
{
    beginResetModel();
    m_points = choice ? choice->curve : std::vector<TradeOffPoint>();
    m_chosen = -1;
    if (choice && choice->chosen.bytes > 0) {
        const auto place = std::lower_bound(m_points.begin(), m_points.end(), choice->chosen.bytes,
            [](const TradeOffPoint& point, int64_t bytes) { return point.bytes < bytes; });
        m_chosen = static_cast<int>(place - m_points.begin());
        if (place == m_points.end() || place->bytes != choice->chosen.bytes)
            m_points.insert(place, choice->chosen);
        else
            *place = choice->chosen;
    }
    endResetModel();
}

int TradeOffModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_points.size());
}

int TradeOffModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString TradeOffModel::text(const TradeOffPoint& point, int column) const
{
    switch (column) {
    case SizeColumn: return formatSize(point.bytes);
    case BitsColumn: return formatBits(point.meanBits);
    case DivergenceColumn: return formatError(point.divergence);
    default: return point.top1 ? formatPercent(*point.top1) : QString(QChar(kNotYet));
    }
}

QVariant TradeOffModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const TradeOffPoint& point = m_points[static_cast<size_t>(index.row())];
    const bool chosen = index.row() == m_chosen;
    switch (role) {
    case Qt::DisplayRole: return text(point, index.column());
    case Qt::TextAlignmentRole: return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    case Qt::ToolTipRole: {
        const QString bytes = tr("%1 bytes").arg(formatCount(point.bytes));
        return chosen ? tr("%1, chosen").arg(bytes) : bytes;
    }
    case Qt::FontRole: {
        QFont font;
        font.setWeight(QFont::DemiBold);
        return chosen ? QVariant(font) : QVariant();
    }
    default: return {};
    }
}

QVariant TradeOffModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::DisplayRole) {
        switch (section) {
        case SizeColumn: return tr("Size");
        case BitsColumn: return tr("Bits");
        case DivergenceColumn: return tr("Divergence");
        default: return tr("Top-1");
        }
    }
    if (role == Qt::ToolTipRole) {
        switch (section) {
        case SizeColumn: return tr("Size of the packed checkpoint with the best bits for that size.");
        case BitsColumn: return tr("Bits of a coordinate on average, of the layers whose bits are chosen.");
        case DivergenceColumn:
            return tr("What the layers' roundings do to the class probabilities, in nats per image, each layer "
                      "measured by itself and summed.");
        default: return tr("Accuracy of the whole network with these bits, where it was tried.");
        }
    }
    return {};
}

void TradeOffModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_points.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace latticeq::ui
