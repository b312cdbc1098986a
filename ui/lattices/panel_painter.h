// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/lattices/label_placer.h"
#include "ui/lattices/lattice_geometry.h"
#include "ui/lattices/lattice_scene.h"

#include <qcustomplot.h>

namespace latticeq::ui {

/** The pens, symbols and labels that all kinds of panels share. */
class PanelPainter
{
public:
    /** `marks` takes what is drawn of the weights, for hovering. */
    PanelPainter(
        QCPPainter& painter, const PanelScene& scene, const PanelCanvas& canvas, std::vector<WeightMark>& marks);

    /** Places that no label may take. */
    void keepClear(const std::vector<QRectF>& words);
    /** Words where there is nothing to draw. */
    void drawEmpty();

protected:
    const LatticePicture& picture() const { return *m_scene.content.picture; }
    const Theme& theme() const { return m_scene.theme; }
    bool shows(Mark mark) const { return m_scene.marks.has(mark); }
    /** Whether the panel beside this one has a lattice of the same dimension, to be drawn as a ghost. */
    bool hasGhost() const;

    QColor faded(const QColor& color, double share) const { return blend(theme().base, color, share); }
    QColor errorColor(int weight) const;
    /** Whether a weight is shown as overloaded. */
    bool isCross(int weight) const;
    void drawDot(QPointF at, double diameter, const QColor& color);
    void drawRing(QPointF at, double diameter, const QPen& pen);
    void drawCross(QPointF at, double size, const QPen& pen);
    /** A weight: a disc in its error's colour, or a cross where it is overloaded. */
    void drawWeight(const WeightMark& mark, double diameter, double fade = 1);
    void drawResidual(const WeightMark& mark, double fade = 1);
    /** Arrow of basis vector `row`, stretched to a readable length; its label is the factor and the vector's name.
     * `length` is the vector's own in pixels, which a view from the side shortens. */
    void drawBasisArrow(QPointF origin, QPointF tip, double length, int row);
    /** The labels of all arrows drawn, each where it meets nothing else; one without room is left out. */
    void drawArrowLabels();

    QCPPainter& m_painter;
    const PanelScene& m_scene;
    const PanelCanvas& m_canvas;
    std::vector<WeightMark>& m_marks;

private:
    struct ArrowLabel
    {
        QLineF arrow;
        QString text;
    };
    /** Text in the panel's colour with an outline in the plot's. */
    void drawOutlined(const QPainterPath& text);

    LabelPlacer m_placer;
    std::vector<ArrowLabel> m_labels;
};

} // namespace latticeq::ui
