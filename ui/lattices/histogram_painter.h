// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/panel_painter.h"

namespace latticeq::ui {

/** Counts of a picture's weights in 64 equal bins; n = 1. */
std::vector<int> weightBins(const LatticePicture& picture, double& low, double& high);

/** Paints a lattice of one dimension: its levels over the histogram of the weights. */
class HistogramPainter : public PanelPainter
{
public:
    using PanelPainter::PanelPainter;

    /** `largestCount` is what the panel's full height stands for. */
    void paint(double largestCount);

private:
    void drawTint();
    void drawBars(double largestCount);
    void drawLevels();
    void drawWeights();
    double pixelX(double value) const { return m_canvas.toPixel({ value, 0 }).x(); }
    double levelAt(double coordinate) const { return coordinate * picture().basis[0]; }
};

} // namespace latticeq::ui
