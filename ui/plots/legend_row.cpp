// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/legend_row.h"

namespace latticeq::ui {

namespace {

constexpr int kIcon = 10; // logical pixels
constexpr QMargins kMargins { 6, 5, 12, 0 };
constexpr double kOwnHeight = 0.001; // stretch: the axes take what the row does not need

} // namespace

LegendRow* LegendRow::addTo(QCustomPlot& plot)
{
    auto* row = new LegendRow(*plot.legend);
    plot.plotLayout()->insertRow(0);
    plot.plotLayout()->addElement(0, 0, row);
    plot.plotLayout()->setRowStretchFactor(0, kOwnHeight);
    plot.plotLayout()->setRowSpacing(0);
    plot.axisRect()->insetLayout()->take(plot.legend);
    row->addElement(plot.legend, Qt::AlignTop | Qt::AlignRight);
    return row;
}

LegendRow::LegendRow(QCPLegend& legend)
    : m_legend(legend)
{
    legend.setVisible(true);
    legend.setFillOrder(QCPLegend::foColumnsFirst);
    legend.setIconSize(kIcon, kIcon);
    legend.setMargins(kMargins);
    legend.setBorderPen(Qt::NoPen);
}

void LegendRow::wrap()
{
    const int room = parentPlot()->viewport().width();
    for (int columns = m_legend.itemCount(); columns > 0; --columns) {
        m_legend.setWrap(columns);
        m_legend.setFillOrder(m_legend.fillOrder(), true);
        if (m_legend.minimumOuterSizeHint().width() <= room)
            return;
    }
}

void LegendRow::update(UpdatePhase phase)
{
    if (phase == upPreparation)
        wrap();
    QCPLayoutInset::update(phase);
}

QSize LegendRow::minimumOuterSizeHint() const
{
    const bool something = m_legend.visible() && m_legend.itemCount() > 0;
    return { 0, something ? m_legend.minimumOuterSizeHint().height() : 0 };
}

QSize LegendRow::maximumOuterSizeHint() const
{
    return { QWIDGETSIZE_MAX, minimumOuterSizeHint().height() };
}

} // namespace latticeq::ui
