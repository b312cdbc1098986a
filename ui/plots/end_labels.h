// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

namespace latticeq::ui {

/** The name of a line, at its right end. */
struct EndLabel
{
    QString text;
    QString shortText; // where the text would take more than half the width; empty: it is shortened by …
    double value = 0; // where the line ends on the y axis
    QPen pen; // of the line; a sample of it stands before the text
    QColor color;
};

/** Names at the right ends of lines, moved apart where they would overlap, shortened where they do not fit. */
class EndLabels : public QCPAbstractItem
{
public:
    explicit EndLabels(QCustomPlot& plot);

    void setLabels(const std::vector<EndLabel>& labels, const QFont& font, const QColor& background);
    const std::vector<EndLabel>& labels() const { return m_labels; }
    double selectTest(const QPointF&, bool, QVariant* = nullptr) const override { return -1; }

    /** The room that the widest name takes beside the lines of an axis rect this wide. */
    double width(double rectWidth) const;

    /** Tops of boxes of one height, in the order given, within 0 and `room`, that do not overlap where room allows. */
    static std::vector<double> spread(const std::vector<double>& wanted, double height, double room);

protected:
    void draw(QCPPainter* painter) override;

private:
    QString shownText(const EndLabel& label, double rectWidth) const;

    std::vector<EndLabel> m_labels;
    QFont m_font;
    QColor m_background;
};

} // namespace latticeq::ui
