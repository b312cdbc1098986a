// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/figures_model.h"

#include "ui/support/number_format.h"

#include <QFont>

#include <cmath>

namespace latticeq::ui {

namespace {

const QString kNone { QChar(kNotYet) };

/** Weights that the cubic error is summed over. */
int64_t weights(const LatticePicture& picture)
{
    return picture.figures.vectors * picture.n;
}

QString formatRatio(double b, double a)
{
    constexpr double kManyTimes = 1e5; // from here on its power of ten says enough
    if (!(a > 0))
        return kNone;
    return b / a < kManyTimes ? formatChange(b / a) : u'×' + formatPowerOfTen(qRound(std::log10(b / a)));
}

} // namespace

void FiguresModel::setContents(const PanelContent& a, const PanelContent& b)
{
    m_contents = { a, b };
    emit dataChanged(index(0, 0), index(2, Columns - 1));
    emit headerDataChanged(Qt::Vertical, 0, 2);
}

void FiguresModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, Columns - 1);
    emit headerDataChanged(Qt::Vertical, 0, 2);
    emit dataChanged(index(0, 0), index(2, Columns - 1));
}

int FiguresModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : 3;
}

int FiguresModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(Columns);
}

QVariant FiguresModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return headerData(index.column(), Qt::Horizontal, Qt::ToolTipRole);
    if (role != Qt::DisplayRole)
        return {};
    return index.row() == 2 ? difference(index.column()) : figure(static_cast<size_t>(index.row()), index.column());
}

QString FiguresModel::figure(size_t panel, int column) const
{
    const LatticePicture* picture = m_contents[panel].picture.get();
    if (!picture)
        return kNone;
    const LatticeFigures& f = picture->figures;
    switch (column) {
    case CubicError: {
        const QString error = formatError(f.cubicError);
        return isBetter(panel) ? QStringLiteral("%1 ◂").arg(error) : error;
    }
    case VersusScalar: return m_contents[panel].scalarGrid ? kNone : formatRatio(f.cubicError, f.scalarCubicError);
    case EffectiveBits: return formatBits(f.effectiveBits);
    case Overloaded: return tr("%1 of %2").arg(formatCount(f.overloaded), formatCount(f.vectors));
    case CellVolume: return formatError(f.cellVolume);
    case Defect: return formatFixed(f.orthogonalityDefect, 3);
    case Packing: return picture->n > 4 ? kNone : formatFixed(f.packingDensity, 3);
    case Condition: return formatFixed(f.conditionNumber, 2);
    default: return {};
    }
}

QString FiguresModel::difference(int column) const
{
    if (!m_contents[0].picture || !m_contents[1].picture)
        return kNone;
    const LatticePicture& a = *m_contents[0].picture;
    const LatticePicture& b = *m_contents[1].picture;
    const bool sameDimension = a.n == b.n;
    switch (column) {
    case CubicError: return comparable() ? formatRatio(b.figures.cubicError, a.figures.cubicError) : kNone;
    case EffectiveBits: return formatSigned(b.figures.effectiveBits - a.figures.effectiveBits, 2);
    case Overloaded:
        return a.figures.vectors == b.figures.vectors
            ? formatSigned(static_cast<double>(b.figures.overloaded - a.figures.overloaded), 0)
            : kNone;
    case CellVolume: return sameDimension ? formatRatio(b.figures.cellVolume, a.figures.cellVolume) : kNone;
    case Defect: return formatSigned(b.figures.orthogonalityDefect - a.figures.orthogonalityDefect, 3);
    case Packing:
        return sameDimension && a.n <= 4 ? formatSigned(b.figures.packingDensity - a.figures.packingDensity, 3) : kNone;
    case Condition: return formatSigned(b.figures.conditionNumber - a.figures.conditionNumber, 2);
    default: return kNone;
    }
}

bool FiguresModel::comparable() const
{
    return m_contents[0].picture && m_contents[1].picture
        && weights(*m_contents[0].picture) == weights(*m_contents[1].picture);
}

bool FiguresModel::isBetter(size_t panel) const
{
    return comparable()
        && m_contents[panel].picture->figures.cubicError < m_contents[1 - panel].picture->figures.cubicError;
}

QString FiguresModel::rowName(int row) const
{
    if (row == 2)
        return tr("B against A");
    const QString panel = row == 0 ? QStringLiteral("A") : QStringLiteral("B");
    const LatticePicture* picture = m_contents[static_cast<size_t>(row)].picture.get();
    if (!picture)
        return panel;
    if (picture->perLayer)
        return tr("%1 layer").arg(panel);
    return tr("%1 channel %2").arg(panel, formatCount(picture->request.channel + 1));
}

QVariant FiguresModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(rowName(section)) : QVariant();
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (section < 0 || section >= Columns || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const std::array<std::pair<QString, QString>, Columns> columns { {
        { tr("Cubic error"), tr("Sum of |error|³ over the vectors shown by the figures; ◂ marks the smaller one.") },
        { tr("vs scalar"), tr("Cubic error against the scalar grid of the same bits on the same weights.") },
        { tr("Effective bits"), tr("Stored bits per weight of the layer: coordinates, basis codes and scales.") },
        { tr("Overloaded"), tr("Vectors whose nearest point lies outside the coordinate box and is clamped to it.") },
        { tr("Cell |det B|"), tr("Volume of one cell: smaller is finer.") },
        { tr("Orth. defect"), tr("Product of the basis vectors' lengths by the cell's volume; 1 for right angles.") },
        { tr("Packing"), tr("Share of space filled by the largest equal balls around the points.") },
        { tr("Condition"), tr("Largest by smallest stretch of the basis; 1 for a grid of cubes.") },
    } };
    const auto& [name, sentence] = columns[static_cast<size_t>(section)];
    return role == Qt::DisplayRole ? name : sentence;
}

} // namespace latticeq::ui
