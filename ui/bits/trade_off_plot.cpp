// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bits/trade_off_plot.h"

#include "ui/plots/log_ticker.h"
#include "ui/plots/number_ticker.h"
#include "ui/plots/run_marks.h"
#include "ui/support/number_format.h"

#include <algorithm>

namespace latticeq::ui {

namespace {

constexpr int kMostTicks = 5;
constexpr double kMegabyte = 1e6;
constexpr double kDotSize = 5; // logical pixels
constexpr double kTriedSize = 8;
constexpr double kChosenSize = 11;
constexpr double kLeastDivergence = 1e-12; // a logarithmic axis has no 0

double megabytesOf(const TradeOffPoint& point)
{
    return static_cast<double>(point.bytes) / kMegabyte;
}

double shown(const TradeOffPoint& point)
{
    return std::max(kLeastDivergence, point.divergence);
}

} // namespace

TradeOffPlot::TradeOffPlot(Workspace& workspace, QWidget* parent)
    : PlotView(workspace, QStringLiteral("trade-off"), parent)
{
    plot().setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    plot().yAxis->setScaleType(QCPAxis::stLogarithmic);
    plot().xAxis->setTicker(QSharedPointer<NumberTicker>::create(*plot().xAxis, kMostTicks));
    plot().yAxis->setTicker(QSharedPointer<LogTicker>::create(*plot().yAxis, LogTicker::Labels::Powers, kMostTicks));
    addFreeAxis(plot().xAxis);
    addFreeAxis(plot().yAxis);
    Workspace& w = this->workspace();
    connect(&w, &Workspace::bitsChanged, this, &TradeOffPlot::setDirty);
    connect(&w, &Workspace::stateChanged, this, &TradeOffPlot::setDirty);
    connect(&w, &Workspace::shownChanged, this, &TradeOffPlot::setDirty);
    connect(&w, &Workspace::currentChanged, this, &TradeOffPlot::fit);
    retranslate();
}

QStringList TradeOffPlot::triedLabels()
{
    QStringList texts;
    for (int i = 0; i < plot().itemCount(); ++i) {
        if (const auto* text = qobject_cast<QCPItemText*>(plot().item(i)))
            texts << text->text();
    }
    return texts;
}

void TradeOffPlot::redraw()
{
    clearDrawing(plot());
    const RunDocumentPtr run = primaryRun(workspace());
    const BitsChoice* choice = run->bitsChoice();
    const bool something = choice && !choice->curve.empty();
    plot().axisRect()->setVisible(something);
    setEmptyText(something ? QString() : waitingText(*run));
    describe(*run);
    if (!something)
        return;
    const QColor hue = theme().runStyle(run->colorSlot).color;
    const int64_t limit = run->settings().maxBytes;
    drawCurve(*choice, hue);
    drawLimit(limit);
    drawTried(*choice, hue);
    if (choice->chosen.bytes > 0)
        drawChosen(choice->chosen, hue);
    showRanges(*choice, limit);
}

void TradeOffPlot::drawCurve(const BitsChoice& choice, const QColor& hue)
{
    QCPGraph* curve = plot().addGraph();
    curve->setObjectName(QStringLiteral("curve"));
    curve->setPen(QPen(hue, 1.5));
    curve->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, QPen(hue, 1), hue, kDotSize));
    for (const TradeOffPoint& point : choice.curve)
        curve->addData(megabytesOf(point), shown(point));
}

void TradeOffPlot::drawTried(const BitsChoice& choice, const QColor& hue)
{
    QCPGraph* tried = plot().addGraph();
    tried->setObjectName(QStringLiteral("tried"));
    tried->setLineStyle(QCPGraph::lsNone);
    tried->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(hue, 1.5), theme().base, kTriedSize));
    for (const TradeOffPoint& point : choice.curve) {
        if (!point.top1)
            continue;
        tried->addData(megabytesOf(point), shown(point));
        if (point.bytes != choice.chosen.bytes)
            addLabel(point);
    }
}

void TradeOffPlot::addLabel(const TradeOffPoint& point)
{
    auto* text = new QCPItemText(&plot());
    text->setText(formatPercent(*point.top1));
    text->setFont(secondaryFont());
    text->setColor(theme().text);
    text->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
    text->setPadding({ 6, 0, 0, 3 });
    text->position->setCoords(megabytesOf(point), shown(point));
}

void TradeOffPlot::drawLimit(int64_t bytes)
{
    if (bytes <= 0)
        return;
    auto* line = new QCPItemStraightLine(&plot());
    line->setObjectName(QStringLiteral("limit"));
    line->setPen(QPen(theme().text, 1, Qt::DashLine));
    const double at = static_cast<double>(bytes) / kMegabyte;
    line->point1->setCoords(at, 1);
    line->point2->setCoords(at, 2);
}

void TradeOffPlot::drawChosen(const TradeOffPoint& chosen, const QColor& hue)
{
    QCPGraph* mark = plot().addGraph();
    mark->setObjectName(QStringLiteral("chosen"));
    mark->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(theme().text, 1.5), hue, kChosenSize));
    mark->addData(megabytesOf(chosen), shown(chosen));
    if (chosen.top1)
        addLabel(chosen);
}

void TradeOffPlot::showRanges(const BitsChoice& choice, int64_t limit)
{
    if (isManual())
        return;
    constexpr double kRoom = 0.06; // beside the points, of their range
    constexpr double kFactor = 1.8; // above and below them
    const double low = megabytesOf(choice.curve.front());
    const double high = std::max(megabytesOf(choice.curve.back()), static_cast<double>(limit) / kMegabyte);
    const double room = std::max(kRoom * (high - low), 1e-3 * high);
    showRange(plot().xAxis, { low - room, high + room });
    const double best = std::min(shown(choice.curve.back()), shown(choice.curve.front()));
    showRange(plot().yAxis, { best / kFactor, std::max(best, shown(choice.curve.front())) * kFactor });
}

QString TradeOffPlot::waitingText(const RunDocument& run) const
{
    const BitsChoice* choice = run.bitsChoice();
    if (choice && run.isActive())
        return tr("Measuring how the output suffers from each layer: %n layer(s) done", nullptr,
            static_cast<int>(choice->sensitivities.size()));
    if (latticeq::choosesBits(run.settings()))
        return tr("What a smaller file costs, once the layers have been measured.");
    return tr("What a smaller file costs, for runs that choose the bits of their layers: Weights, “Layers' bits”.");
}

void TradeOffPlot::describe(const RunDocument& run)
{
    const BitsChoice* choice = run.bitsChoice();
    if (!choice || choice->chosen.bytes == 0) {
        setInfo(QString());
        return;
    }
    setInfo(tr("chosen: %1 bits a coordinate on average, at most %2 bytes")
                .arg(formatBits(choice->chosen.meanBits), formatCount(choice->chosen.bytes)));
}

void TradeOffPlot::retranslate()
{
    plot().setAccessibleName(tr("Divergence against packed size"));
    plot().xAxis->setLabel(tr("packed size (MB)"));
    plot().yAxis->setLabel(tr("divergence"));
}

} // namespace latticeq::ui
