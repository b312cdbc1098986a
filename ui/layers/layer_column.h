// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace latticeq::ui {

/** The columns of the layers table, in their order; those from Type on are hidden unless asked for. */
enum class LayerColumn {
    Number,
    Layer,
    Group,
    Bits,
    Effective,
    Error,
    Scalar,
    Change,
    Search,
    Seconds,
    Type,
    Shape,
    BitsActivation,
    Granularity,
    BasisBits,
    Mse,
    Sqnr,
    OutputError,
    Divergence,
    TopOneAlone,
    Candidates
};

inline constexpr int kLayerColumns = static_cast<int>(LayerColumn::Candidates) + 1;

/** A column's name as the Columns menu shows it. */
QString columnTitle(LayerColumn column);
/** One sentence that says what the column's figures are. */
QString columnExplanation(LayerColumn column);
/** Whether the header carries the power of ten that its figures are multiplied by. */
bool hasPowerOfTen(LayerColumn column);
/** Whether the column holds figures, which stand on the right. */
bool isNumeric(LayerColumn column);
bool isShownByDefault(LayerColumn column);
/** A text as wide as the column's usual ones, for its first width. */
QString widestText(LayerColumn column);

} // namespace latticeq::ui
