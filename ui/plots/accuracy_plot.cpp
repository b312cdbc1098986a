// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/accuracy_plot.h"

#include "ui/plots/accuracy_words.h"
#include "ui/plots/number_ticker.h"
#include "ui/plots/run_marks.h"
#include "ui/plots/words_area.h"
#include "ui/support/number_format.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace latticeq::ui {

namespace {

constexpr int64_t kFirstFitted = 500; // images; before that the value jumps too much to fit an axis to it
constexpr int64_t kFirstShown = 100; // images; from then on the value so far is in sight
constexpr int kMostTicks = 5;
constexpr QSize kLineSample { 20, 10 }; // in the legend; two dashes need as much
constexpr int kLongestName = 18; // characters beside a list's axis

double percentOf(const EvaluationAdvanced& point)
{
    return point.seen > 0 ? 100.0 * static_cast<double>(point.correct) / static_cast<double>(point.seen) : 0;
}

double widened(double low, double high)
{
    return std::max(0.05, 0.08 * (high - low));
}

} // namespace

AccuracyPlot::AccuracyPlot(Workspace& workspace, QWidget* parent)
    : PlotView(workspace, QStringLiteral("accuracy"), parent)
    , m_words(new WordsArea(this))
{
    plot().setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    addFreeAxis(plot().xAxis);
    addFreeAxis(plot().yAxis);
    for (QCPAxis* axis : { plot().xAxis, plot().yAxis })
        axis->setTicker(QSharedPointer<NumberTicker>::create(*axis, kMostTicks));
    makeLegend();
    plot().legend->setIconSize(kLineSample);
    plot().setAutoAddPlottableToLegend(false);
    layout()->addWidget(m_words);
    Workspace& w = this->workspace();
    connect(&w, &Workspace::accuracyChanged, this, &AccuracyPlot::setDirty);
    connect(&w, &Workspace::shownChanged, this, &AccuracyPlot::setDirty);
    connect(&w, &Workspace::currentChanged, this, &AccuracyPlot::fit);
    retranslate();
}

QString AccuracyPlot::words() const
{
    return m_words->text();
}

QStringList AccuracyPlot::legend()
{
    QStringList texts;
    for (int i = 0; i < plot().legend->itemCount(); ++i)
        texts.append(static_cast<QCPPlottableLegendItem*>(plot().legend->item(i))->plottable()->name());
    return texts;
}

void AccuracyPlot::redraw()
{
    clearDrawing(plot());
    const RunDocumentPtr run = primaryRun(workspace());
    const QList<const RunDocument*> measured = measuredRuns();
    const bool list = !measured.isEmpty() && !run->isActive();
    const bool something = list || !run->fullPrecision().points.empty() || !run->quantized().points.empty();
    if (list != m_list)
        setManual(false);
    m_list = list;
    setAxes(list);
    if (list)
        drawList(measured);
    else
        drawCurves(*run);
    const RunDocument* reference = workspace().pinned().isEmpty() ? nullptr : workspace().pinned().first().get();
    m_words->setText(list ? accuracyWords(measured, reference) : QString(), secondaryFont());
    plot().xAxis->setTickLabels(something);
    plot().yAxis->setTickLabels(something);
    setEmptyText(something ? QString() : tr("Top-1 with its 95 % interval, image by image."));
}

void AccuracyPlot::setAxes(bool list)
{
    plot().yAxis->setTicker(QSharedPointer<NumberTicker>::create(*plot().yAxis, kMostTicks));
    plot().yAxis2->setVisible(list);
    plot().yAxis2->setBasePen(Qt::NoPen);
    plot().yAxis2->setTickPen(Qt::NoPen);
    plot().yAxis->grid()->setVisible(!list);
    plot().yAxis->setTickPen(list ? QPen(Qt::NoPen) : plot().xAxis->tickPen());
    plot().yAxis->setSubTickPen(list ? QPen(Qt::NoPen) : plot().xAxis->subTickPen());
    plot().xAxis->setLabel(list ? tr("top-1 (%)") : tr("images"));
    plot().yAxis->setLabel(list ? QString() : tr("top-1 (%)"));
    plot().axisRect()->setRangeZoom(list ? Qt::Horizontal : Qt::Horizontal | Qt::Vertical);
    plot().axisRect()->setRangeDrag(list ? Qt::Horizontal : Qt::Horizontal | Qt::Vertical);
    setInfo(QString());
}

void AccuracyPlot::addCurve(const char* name, const AccuracyCurve& curve, const QPen& pen, const QString& text)
{
    QCPGraph* graph = plot().addGraph();
    graph->setObjectName(QString::fromLatin1(name));
    graph->setPen(pen);
    for (const EvaluationAdvanced& point : curve.points)
        graph->addData(static_cast<double>(point.seen), percentOf(point));
    if (curve.points.empty())
        return;
    graph->setName(text.arg(formatPercent(percentOf(curve.points.back()))));
    graph->addToLegend();
}

void AccuracyPlot::addBand(const AccuracyCurve& curve, const QColor& color)
{
    QCPGraph* low = plot().addGraph();
    QCPGraph* high = plot().addGraph();
    low->setObjectName(QStringLiteral("low"));
    high->setObjectName(QStringLiteral("high"));
    for (const EvaluationAdvanced& point : curve.points) {
        const Interval interval = wilsonInterval(point.correct, point.seen);
        low->addData(static_cast<double>(point.seen), interval.low);
        high->addData(static_cast<double>(point.seen), interval.high);
    }
    low->setPen(Qt::NoPen);
    high->setPen(Qt::NoPen);
    high->setBrush(faint(color, 0.15));
    high->setChannelFillGraph(low);
}

void AccuracyPlot::drawCurves(const RunDocument& run)
{
    const QPen dashed(theme().text, 1.5, Qt::DashLine);
    const QPen own(theme().runStyle(run.colorSlot).color, 2);
    addBand(run.quantized(), own.color());
    addCurve("full precision", run.fullPrecision(), dashed, tr("FP32 %1"));
    addCurve("quantized", run.quantized(), own, tr("quantized %1"));
    showCurveRanges(run);
}

void AccuracyPlot::showCurveRanges(const RunDocument& run)
{
    if (isManual())
        return;
    double low = 100;
    double high = 0;
    double total = 1;
    bool late = false;
    for (const AccuracyCurve* curve : { &run.fullPrecision(), &run.quantized() })
        late = late || (!curve->points.empty() && curve->points.back().seen >= kFirstFitted);
    for (const AccuracyCurve* curve : { &run.fullPrecision(), &run.quantized() }) {
        for (const EvaluationAdvanced& point : curve->points) {
            total = std::max(total, static_cast<double>(point.total));
            const bool fitted = !late || point.seen >= kFirstFitted;
            const bool soFar = &point == &curve->points.back() && point.seen >= kFirstShown;
            if (!fitted && !soFar)
                continue;
            const Interval interval = wilsonInterval(point.correct, point.seen);
            const bool band = fitted && curve == &run.quantized();
            low = std::min(low, band ? interval.low : percentOf(point));
            high = std::max(high, band ? interval.high : percentOf(point));
        }
    }
    if (low > high) {
        low = 0;
        high = 100;
    }
    showRange(plot().xAxis, { 0, total });
    showRange(plot().yAxis, { std::max(0.0, low - widened(low, high)), std::min(100.0, high + widened(low, high)) });
}

QList<const RunDocument*> AccuracyPlot::measuredRuns() const
{
    QList<const RunDocument*> runs;
    for (const RunDocumentPtr& run : workspace().shown()) {
        if (run->quantized().report)
            runs.append(run.get());
    }
    return runs;
}

std::vector<AccuracyPlot::Row> AccuracyPlot::rowsOf(const QList<const RunDocument*>& runs) const
{
    std::vector<Row> rows;
    const AccuracyReport* drawn = nullptr;
    for (const RunDocument* run : runs) {
        const std::optional<AccuracyReport>& fp32 = run->fullPrecision().report;
        const bool another = fp32 && (!drawn || drawn->correct != fp32->correct || drawn->total != fp32->total);
        if (another) {
            const QCPScatterStyle marker(QCPScatterStyle::ssDiamond, QPen(theme().text, 1.5), theme().base, 9);
            rows.push_back(
                { drawn ? tr("FP32 of %1").arg(run->name) : tr("Full precision"), *fp32, theme().text, marker });
            drawn = &*fp32;
        }
        rows.push_back({ runTitle(theme(), *run), *run->quantized().report, theme().runStyle(run->colorSlot).color,
            runScatter(theme(), *run, 8) });
    }
    return rows;
}

void AccuracyPlot::drawRow(const Row& row, double y)
{
    QCPGraph* dot = plot().addGraph();
    dot->setObjectName(QStringLiteral("dot"));
    dot->setLineStyle(QCPGraph::lsNone);
    dot->setScatterStyle(row.marker);
    dot->addData(row.report.top1, y);
    auto* bars = new QCPErrorBars(plot().xAxis, plot().yAxis);
    bars->setErrorType(QCPErrorBars::etKeyError);
    bars->setDataPlottable(dot);
    bars->setPen(QPen(row.color, 1.5));
    bars->setWhiskerWidth(8);
    bars->setSymbolGap(8);
    bars->addData(row.report.top1 - row.report.interval.low, row.report.interval.high - row.report.top1);
}

void AccuracyPlot::drawList(const QList<const RunDocument*>& runs)
{
    const std::vector<Row> rows = rowsOf(runs);
    auto names = QSharedPointer<QCPAxisTickerText>::create();
    auto values = QSharedPointer<QCPAxisTickerText>::create();
    double low = 100;
    double high = 0;
    for (size_t i = 0; i < rows.size(); ++i) {
        const double y = -static_cast<double>(i);
        drawRow(rows[i], y);
        const QString& name = rows[i].name;
        names->addTick(y, name.size() <= kLongestName ? name : name.left(kLongestName - 1) + QChar(u'…'));
        values->addTick(y, formatFixed(rows[i].report.top1, 2));
        low = std::min(low, rows[i].report.interval.low);
        high = std::max(high, rows[i].report.interval.high);
    }
    plot().yAxis->setTicker(names);
    plot().yAxis2->setTicker(values);
    // The axis and its ticks stay clear of the last row's interval.
    const QCPRange list(0.1 - static_cast<double>(rows.size()), 0.6);
    showRange(plot().yAxis, list);
    showRange(plot().yAxis2, list);
    if (!isManual())
        showRange(plot().xAxis, { low - widened(low, high), high + widened(low, high) });
    setInfo(tr("dot: top-1; line: its 95 % interval"));
}

void AccuracyPlot::retranslate()
{
    plot().setAccessibleName(tr("Accuracy"));
    m_words->label().setAccessibleName(tr("Differences in accuracy"));
    m_words->label().setToolTip(tr("Differences on the same images, with the paired 95 % interval: where it holds 0, "
                                   "the two are not told apart"));
}

} // namespace latticeq::ui
