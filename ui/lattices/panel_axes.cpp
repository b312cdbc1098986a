// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/panel_axes.h"

#include "ui/lattices/lattice_texts.h"
#include "ui/support/number_format.h"

#include <qcustomplot.h>

#include <cmath>

namespace latticeq::ui {

namespace {

constexpr double kMostTicks = 5;

/** 1, 2 or 5 times a power of ten, not below `step`. */
double niceStep(double step)
{
    const double power = std::pow(10.0, std::floor(std::log10(step)));
    for (const double factor : { 1.0, 2.0, 5.0 }) {
        if (factor * power >= step)
            return factor * power;
    }
    return 10 * power;
}

/** Ticks at multiples of one step, with true minus signs. */
class LatticeTicker : public QCPAxisTickerFixed
{
protected:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        return formatFixed(tick, std::max(0, -static_cast<int>(std::floor(std::log10(tickStep()) + 1e-9))));
    }
};

void setStep(QCPAxis& axis, double step)
{
    qSharedPointerCast<QCPAxisTickerFixed>(axis.ticker())->setTickStep(step);
}

} // namespace

PanelAxes::PanelAxes(QCustomPlot& plot, QCPMarginGroup& margins)
    : m_rect(new QCPAxisRect(&plot, false))
{
    m_rect->addAxes(QCPAxis::atLeft | QCPAxis::atBottom);
    m_rect->setMinimumMargins(QMargins(1, 1, 1, 1));
    m_rect->setMarginGroup(QCP::msAll, &margins);
    for (QCPAxis* axis : m_rect->axes()) {
        axis->setLayer(QStringLiteral("axes"));
        axis->grid()->setVisible(false);
        axis->setSubTicks(false);
        auto ticker = QSharedPointer<LatticeTicker>::create();
        ticker->setScaleStrategy(QCPAxisTickerFixed::ssNone);
        axis->setTicker(ticker);
    }
}

QCPAxis& PanelAxes::bottom() const
{
    return *m_rect->axis(QCPAxis::atBottom);
}

QCPAxis& PanelAxes::left() const
{
    return *m_rect->axis(QCPAxis::atLeft);
}

void PanelAxes::describe(const PanelScene& scene)
{
    const PanelKind kind = scene.kind();
    const bool shown = kind == PanelKind::Plane || kind == PanelKind::Sheet || kind == PanelKind::Histogram;
    bottom().setVisible(shown);
    left().setVisible(shown);
    if (kind == PanelKind::Histogram) {
        bottom().setLabel(unitText(*scene.content.picture));
        left().setLabel(QCoreApplication::translate("latticeq::ui::LatticePlot", "weights in each of 64 bins"));
    } else if (kind == PanelKind::Plane) {
        bottom().setLabel(axisName(*scene.content.picture, 0));
        left().setLabel(axisName(*scene.content.picture, 1));
    } else if (kind == PanelKind::Sheet) {
        bottom().setLabel(QCoreApplication::translate("latticeq::ui::LatticePlot", "along b₁: %1", "direction and unit")
                              .arg(unitText(*scene.content.picture)));
        left().setLabel(QCoreApplication::translate("latticeq::ui::LatticePlot", "across b₁, towards b₂"));
    }
}

void PanelAxes::showView(const QRectF& view)
{
    bottom().setRange(view.left(), view.right());
    left().setRange(view.top(), view.bottom());
    const double span = std::max(view.width(), view.height());
    if (!(span > 0))
        return;
    setStep(bottom(), niceStep(span / kMostTicks));
    setStep(left(), niceStep(span / kMostTicks));
}

void PanelAxes::showCounts(double largest)
{
    left().setRange(0, largest);
    setStep(left(), std::max(1.0, niceStep(largest / kMostTicks)));
}

} // namespace latticeq::ui
