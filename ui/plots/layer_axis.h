// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/theme.h"
#include "ui/workspace/run_document.h"

#include <QSet>

#include <qcustomplot.h>

namespace latticeq::ui {

/** Neighbouring layers of one block of the network, such as "layer1". */
struct LayerBlock
{
    QString name;
    int first = 0; // index of a layer
    int last = 0;
};

/** The blocks of a network by the leading part of its layers' names. */
std::vector<LayerBlock> layerBlocks(const std::vector<LayerState>& layers);

/** Every how manyth layer has a number so that numbers of `labelWidth` pixels stay apart: 1, 2, 5, 10 … */
int layerTickStep(double pixelsPerLayer, double labelWidth);

/**
 * The x axis of a plot over the layers of a network: layer i stands at i + 1. Under the axis it draws numbers and a
 * strip of blocks, behind the data the bands of selected layers.
 */
class LayerAxis
{
public:
    explicit LayerAxis(QCPAxisRect& rect);

    void setLayers(const std::vector<LayerState>& layers);
    void setSelection(const QString& current, const QSet<QString>& selected);
    void setStyle(const Theme& theme, const QFont& font);

    int count() const { return static_cast<int>(m_names.size()); }
    const QString& name(int index) const { return m_names.at(static_cast<size_t>(index)); }
    int current() const { return m_current; } // index, -1 where none is
    /** All layers, with half a layer's room at both ends. */
    QCPRange fullRange() const { return { 0.5, std::max(1, count()) + 0.5 }; }
    /** A range inside the full one that holds 12 layers at least. */
    QCPRange bounded(const QCPRange& range) const;
    double pixelsPerLayer() const;

    /** Index of the layer at a widget position, -1 beside the axis. */
    int layerAt(const QPoint& position) const;
    bool isOnStrip(const QPoint& position) const;

    /** What must stay when a plot is cleared. */
    QSet<QObject*> items() const { return { m_strip, m_bands }; }

    void drawStrip(QCPPainter& painter) const;
    void drawBands(QCPPainter& painter) const;

private:
    QCPAxis& axis() const { return *m_rect.axis(QCPAxis::atBottom); }
    void drawNumbers(QCPPainter& painter, int top) const;
    void drawBlock(QCPPainter& painter, const LayerBlock& block, int top) const;

    QCPAxisRect& m_rect;
    QCPAbstractItem* m_strip;
    QCPAbstractItem* m_bands;
    std::vector<QString> m_names;
    std::vector<LayerBlock> m_blocks;
    QSet<int> m_selected;
    int m_current = -1;
    const Theme* m_theme = &Theme::light();
    QFont m_font;
};

} // namespace latticeq::ui
