// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/layers/layer_column.h"
#include "ui/workspace/run_document.h"

namespace latticeq::ui {

/** What a cell of the layers table says, apart from drawings. */
struct LayerCell
{
    const LayerState& layer;
    const RunSettings& settings;
    int exponent = 0; // the power of ten in the header of the cubic errors

    /** The text shown and copied; "–" for what is not known yet. */
    QString text(LayerColumn column) const;
    /** What the column is sorted by; invalid where it is not known. */
    QVariant sortValue(LayerColumn column) const;
    /** A sentence on this cell; empty where the header's says all. */
    QString toolTip(LayerColumn column) const;

    /** Bits per weight that bases and scales cost, nothing for a layer that is not quantized. */
    double overheadBits() const;
    /** From one bit of overhead on the table warns. */
    bool warns() const { return overheadBits() >= 1; }

private:
    /** Whether the run is still to choose the layer's bits. */
    bool isStillToBeChosen() const;
    bool isKnown() const { return !layer.report.shape.empty(); }
    bool isQuantized() const { return layer.report.bitsWeight != kFullPrecisionBits; }
    /** By its shape; the first convolution of grey images is fixed anyway. */
    bool isDepthwise() const { return layer.report.shape.size() == 4 && layer.report.shape[1] == 1; }
    bool isFinished() const { return layer.status == LayerState::Status::Finished; }
    bool isSearching() const { return layer.status == LayerState::Status::Searching; }
    std::optional<double> change() const;
    int64_t candidates() const;
    double searchedShare() const;
    QString overheadText() const;
    QString plannedText(LayerColumn column) const;
    QString measuredText(LayerColumn column) const;
    QVariant plannedValue(LayerColumn column) const;
    QVariant measuredValue(LayerColumn column) const;
};

} // namespace latticeq::ui
