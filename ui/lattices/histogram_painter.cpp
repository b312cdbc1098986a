// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/histogram_painter.h"

#include <cmath>

namespace latticeq::ui {

namespace {

constexpr int kBins = 64;
constexpr double kDenseLevels = 4; // pixels between levels
constexpr double kWeightHeight = 5; // pixels above the axis

} // namespace

std::vector<int> weightBins(const LatticePicture& picture, double& low, double& high)
{
    std::vector<int> counts(kBins);
    low = 0;
    high = 0;
    for (const float v : picture.vectors) {
        low = std::min(low, static_cast<double>(v));
        high = std::max(high, static_cast<double>(v));
    }
    if (high <= low)
        high = low + 1;
    for (const float v : picture.vectors) {
        const auto bin = static_cast<int>((v - low) / (high - low) * kBins);
        ++counts[static_cast<size_t>(std::clamp(bin, 0, kBins - 1))];
    }
    return counts;
}

void HistogramPainter::paint(double largestCount)
{
    if (shows(Mark::Overload))
        drawTint();
    drawBars(largestCount);
    drawLevels();
    drawWeights();
}

void HistogramPainter::drawTint()
{
    const double first = pixelX(levelAt(picture().lowest - 0.5));
    const double last = pixelX(levelAt(picture().highest + 0.5));
    const QRectF inside(
        QPointF(std::min(first, last), m_canvas.rect.top()), QPointF(std::max(first, last), m_canvas.rect.bottom()));
    m_painter.fillRect(m_canvas.rect, theme().window);
    m_painter.fillRect(inside.intersected(m_canvas.rect), theme().base);
}

void HistogramPainter::drawBars(double largestCount)
{
    double low = 0;
    double high = 0;
    const std::vector<int> counts = weightBins(picture(), low, high);
    const double width = (high - low) / kBins;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(theme().border);
    for (int i = 0; i < kBins; ++i) {
        const double height = counts[static_cast<size_t>(i)] / std::max(1.0, largestCount) * m_canvas.rect.height();
        const double left = pixelX(low + i * width);
        const double right = pixelX(low + (i + 1) * width);
        m_painter.drawRect(QRectF(left, m_canvas.rect.bottom() - height, right - left, height));
    }
}

void HistogramPainter::drawLevels()
{
    const bool dense = std::abs(picture().basis[0]) / m_canvas.unitsPerPixel < kDenseLevels;
    const double bottom = m_canvas.rect.bottom();
    const double top = dense ? bottom - 6 : m_canvas.rect.top() + m_canvas.rect.height() * 0.12;
    for (int c = picture().lowest; c <= picture().highest && shows(Mark::Used); ++c) {
        const double x = pixelX(levelAt(c));
        m_painter.setPen(QPen(m_scene.content.color, dense ? 1 : 1.5));
        m_painter.drawLine(QLineF(x, top, x, bottom));
        if (dense || !shows(Mark::Cells) || c == picture().highest)
            continue;
        const double limit = pixelX(levelAt(c + 0.5));
        m_painter.setPen(QPen(theme().axis, 1, Qt::DotLine));
        m_painter.drawLine(QLineF(limit, top, limit, bottom));
    }
}

void HistogramPainter::drawWeights()
{
    const LatticePicture& p = picture();
    for (int i = 0; i < static_cast<int>(p.errors.size()); ++i) {
        const auto k = static_cast<size_t>(i);
        const double y = m_canvas.rect.bottom() - kWeightHeight;
        const WeightMark mark { i, { pixelX(p.vectors[k]), y }, { pixelX(levelAt(p.coordinates[k])), y } };
        if (shows(Mark::Residuals))
            drawResidual(mark);
        if (shows(Mark::Weights))
            drawWeight(mark, 4);
        m_marks.push_back(mark);
    }
}

} // namespace latticeq::ui
