// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/layers_model.h"

#include "ui/support/icon.h"
#include "ui/support/number_format.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace latticeq::ui {

namespace {

/** That of the cells; the title over the sparklines is centred, away from its neighbour that ends at the same line. */
Qt::Alignment headerAlignment(LayerColumn column)
{
    if (column == LayerColumn::Search)
        return Qt::AlignCenter;
    return Qt::AlignVCenter | (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft);
}

} // namespace

LayersModel::LayersModel(Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    reset();
    connect(&workspace, &Workspace::currentChanged, this, &LayersModel::reset);
    connect(&workspace, &Workspace::layersReset, this, [this](RunDocument* run) {
        if (run == m_run.get())
            reset();
    });
    connect(&workspace, &Workspace::layersChanged, this, [this](RunDocument* run, int first, int last) {
        if (run == m_run.get())
            update(first, last);
    });
}

int LayersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int LayersModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kLayerColumns;
}

const LayerState* LayersModel::layer(int row) const
{
    const auto& layers = m_run->layers();
    return row >= 0 && row < m_rows && row < static_cast<int>(layers.size()) ? &layers[static_cast<size_t>(row)]
                                                                             : nullptr;
}

std::vector<int> LayersModel::possibleBits(int row) const
{
    const LayerState* state = layer(row);
    if (state && state->fixed)
        return { 8, kFullPrecisionBits };
    std::vector<int> bits(8);
    std::iota(bits.begin(), bits.end(), 1);
    bits.push_back(kFullPrecisionBits);
    return bits;
}

QVariant LayersModel::decoration(const LayerCell& cell, LayerColumn column) const
{
    if (column == LayerColumn::Bits && cell.layer.fixed)
        return icon(QStringLiteral("fixed"));
    if (column == LayerColumn::Effective && cell.warns())
        return icon(QStringLiteral("warning"));
    return {};
}

QVariant LayersModel::data(const QModelIndex& index, int role) const
{
    const LayerState* state = index.isValid() ? layer(index.row()) : nullptr;
    if (!state)
        return {};
    const auto column = static_cast<LayerColumn>(index.column());
    const LayerCell cell { *state, m_run->settings(), m_exponent };
    switch (role) {
    case Qt::DisplayRole: return cell.text(column);
    case Qt::EditRole: return column == LayerColumn::Bits ? QVariant(state->report.bitsWeight) : cell.text(column);
    case Qt::ToolTipRole: return cell.toolTip(column);
    case Qt::AccessibleTextRole: return column == LayerColumn::Search ? cell.toolTip(column) : cell.text(column);
    case Qt::AccessibleDescriptionRole: return cell.toolTip(column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::DecorationRole: return decoration(cell, column);
    case LayerRole: return state->name();
    case RowRole: return index.row();
    case SortRole: return cell.sortValue(column);
    case WarningRole: return cell.warns();
    default: return {};
    }
}

QVariant LayersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kLayerColumns)
        return {};
    const auto column = static_cast<LayerColumn>(section);
    switch (role) {
    case Qt::DisplayRole:
        return hasPowerOfTen(column)
            ? tr("%1 ×%2", "title and power of ten").arg(columnTitle(column), formatPowerOfTen(m_exponent))
            : columnTitle(column);
    case Qt::ToolTipRole: return columnExplanation(column);
    case Qt::TextAlignmentRole: return QVariant::fromValue(headerAlignment(column));
    default: return {};
    }
}

Qt::ItemFlags LayersModel::flags(const QModelIndex& index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const bool editable = index.isValid() && static_cast<LayerColumn>(index.column()) == LayerColumn::Bits
        && m_run->state() == RunDocument::State::Planned;
    return editable ? flags | Qt::ItemIsEditable : flags;
}

bool LayersModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable) || !layer(index.row()))
        return false;
    bool isNumber = false;
    const int bits = value.toInt(&isNumber);
    const std::vector<int> possible = possibleBits(index.row());
    if (!isNumber || std::find(possible.begin(), possible.end(), bits) == possible.end())
        return false;
    const LayerState& state = *layer(index.row());
    if (bits == state.report.bitsWeight)
        return true;
    // Later, because the answer is a new plan, which resets this model under the editor that is calling.
    QMetaObject::invokeMethod(
        this, [this, name = state.name(), bits] { emit overrideAsked(name, bits); }, Qt::QueuedConnection);
    return true;
}

void LayersModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, kLayerColumns - 1);
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, kLayerColumns - 1));
}

void LayersModel::reset()
{
    beginResetModel();
    m_run = m_workspace.current();
    m_rows = static_cast<int>(m_run->layers().size());
    updateScale();
    endResetModel();
}

void LayersModel::update(int first, int last)
{
    if (m_rows != static_cast<int>(m_run->layers().size())) {
        reset();
        return;
    }
    const int exponent = m_exponent;
    const bool everywhere = updateScale();
    if (exponent != m_exponent)
        emit headerDataChanged(
            Qt::Horizontal, static_cast<int>(LayerColumn::Error), static_cast<int>(LayerColumn::Scalar));
    emit dataChanged(index(everywhere ? 0 : first, 0), index(everywhere ? m_rows - 1 : last, kLayerColumns - 1));
}

/** The power of ten follows the median of the searched layers, so that most of them read as 1.00 to 9.99. */
bool LayersModel::updateScale()
{
    std::vector<double> errors;
    double largest = 0;
    for (const LayerState& state : m_run->layers()) {
        if (!state.searched || state.status != LayerState::Status::Finished)
            continue;
        if (state.report.mce > 0)
            errors.push_back(state.report.mce);
        largest = std::max({ largest, state.report.mce, state.report.scalarMce });
    }
    int exponent = errors.empty() ? -6 : 0;
    if (!errors.empty()) {
        const auto middle = errors.begin() + static_cast<std::ptrdiff_t>(errors.size() / 2);
        std::nth_element(errors.begin(), middle, errors.end());
        exponent = static_cast<int>(std::floor(std::log10(*middle)));
    }
    const bool changed = exponent != m_exponent || largest != m_largestError;
    m_exponent = exponent;
    m_largestError = largest;
    return changed;
}

} // namespace latticeq::ui
