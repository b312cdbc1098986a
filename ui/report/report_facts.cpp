// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_facts.h"

#include "ui/report/report_text.h"
#include "ui/support/number_format.h"

#include <QLocale>

namespace latticeq::ui {

namespace {

QString notYet()
{
    return QString(QChar(kNotYet));
}

QString onOrOff(bool on)
{
    return on ? ReportText::tr("on") : ReportText::tr("off");
}

ReportFact accuracyFact(const QString& label, const std::optional<AccuracyReport>& accuracy)
{
    if (!accuracy)
        return { label, notYet(), {} };
    const Interval& interval = accuracy->interval;
    return { label, formatPercent(accuracy->top1),
        ReportText::tr("95 %: %1 to %2; %3 of %4 images")
            .arg(formatPercent(interval.low), formatPercent(interval.high), formatCount(accuracy->correct),
                formatCount(accuracy->total)) };
}

ReportFact differenceFact(const std::optional<PairedDifference>& difference)
{
    const QString label = ReportText::tr("Difference in top-1 accuracy");
    if (!difference)
        return { label, notYet(), {} };
    return { label, formatPoints(difference->points),
        ReportText::tr("same images, paired 95 %: %1 to %2")
            .arg(formatPoints(difference->interval.low), formatPoints(difference->interval.high)) };
}

ReportFact sizeFact(const RunResult& result)
{
    const QString label = ReportText::tr("Packed size");
    if (result.packedBytes <= 0)
        return { label, notYet(), {} };
    const double ratio = static_cast<double>(result.fp32Bytes) / static_cast<double>(result.packedBytes);
    return { label, formatSize(result.packedBytes),
        ReportText::tr("%1 times smaller than %2").arg(formatFixed(ratio, 1), formatSize(result.fp32Bytes)) };
}

QString activationText(const RunSettings& settings)
{
    if (!settings.quantizeActivations)
        return ReportText::tr("not quantized");
    if (settings.activationBits == kFullPrecisionBits)
        return ReportText::tr("only those of pooling layers and of the last linear layer");
    return settings.activationsPerChannel
        ? ReportText::tr("%n bits, a threshold for each channel", nullptr, settings.activationBits)
        : ReportText::tr("%n bits, a threshold for each layer", nullptr, settings.activationBits);
}

QString vectorText(const RunSettings& settings)
{
    if (settings.scalar)
        return ReportText::tr("single weights");
    return ReportText::tr(
        "kernel rows; %n neighbouring inputs in 1×1 convolutions and linear layers", nullptr, settings.aggregation);
}

QString ownBitsText(const RunSettings& settings)
{
    QStringList texts;
    for (const auto& [layer, bits] : settings.layerBits) {
        const QString name = QString::fromStdString(layer);
        texts << (bits == kFullPrecisionBits ? ReportText::tr("%1: left alone").arg(name)
                                             : ReportText::tr("%1: %n bits", nullptr, bits).arg(name));
    }
    return QLocale().createSeparatedList(texts);
}

QString dataText(const std::string& data)
{
    return data.empty() ? ReportText::tr("the network’s own") : QString::fromStdString(data);
}

QString calibrationText(const RunDocument& run)
{
    const std::optional<RunResult>& result = run.result();
    if (result && result->calibrationLeftOut)
        return ReportText::tr("%Ln images, left out of the accuracy", nullptr, int(result->calibrationImages));
    return ReportText::tr("%Ln images", nullptr, int(run.settings().calibrationImages));
}

} // namespace

QList<ReportFact> resultFacts(const RunDocument& run)
{
    const RunResult result = run.result().value_or(RunResult());
    QList<ReportFact> facts {
        accuracyFact(ReportText::tr("Top-1 accuracy, quantized"), run.quantized().report),
        accuracyFact(ReportText::tr("Top-1 accuracy, full precision"), run.fullPrecision().report),
        differenceFact(result.difference),
        sizeFact(result),
        { ReportText::tr("Effective bits per weight"),
            result.effectiveBits > 0 ? formatBits(result.effectiveBits) : notYet(),
            ReportText::tr("coordinates, bases and scales") },
    };
    const std::optional<double> error = run.meanCubicError();
    const QString worst = run.worstLayer();
    facts << ReportFact { ReportText::tr("Mean cubic error per weight"), error ? formatError(*error) : notYet(),
        worst.isEmpty() ? QString() : ReportText::tr("largest in %1").arg(worst) };
    if (!result.unreadable.empty()) {
        facts << ReportFact { ReportText::tr("Unreadable images"), formatCount(std::ssize(result.unreadable)),
            ReportText::tr("left out, such as %1").arg(QString::fromStdString(result.unreadable.front())) };
    }
    return facts;
}

QString bitsText(const RunSettings& s)
{
    if (s.maxBytes > 0)
        return ReportText::tr("bits chosen by layer for at most %1 bytes").arg(formatCount(s.maxBytes));
    if (s.maxLoss > 0)
        return ReportText::tr("bits chosen by layer to lose at most %1 points of top-1").arg(s.maxLoss);
    if (s.minTop1 > 0)
        return ReportText::tr("bits chosen by layer to keep %1 of top-1").arg(formatPercent(s.minTop1));
    return ReportText::tr("%n bits per coordinate", nullptr, s.weightBits);
}

QList<ReportFact> settingFacts(const RunDocument& run)
{
    const RunSettings& s = run.settings();
    QList<ReportFact> facts {
        { ReportText::tr("Network"), run.modelTitle(), QString::fromStdString(s.weights) },
        { ReportText::tr("Data"), dataText(s.data),
            s.evaluationImages > 0
                ? ReportText::tr("%Ln images, a fixed random share", nullptr, int(s.evaluationImages))
                : ReportText::tr("all images") },
        { ReportText::tr("Calibration"), dataText(s.calibrationData.empty() ? s.data : s.calibrationData),
            calibrationText(run) },
        { ReportText::tr("Weights"), bitsText(s), vectorText(s) },
        { ReportText::tr("Bases"),
            s.perLayer ? ReportText::tr("one for each layer") : ReportText::tr("one for each output channel"),
            s.quantizeBasis ? ReportText::tr("%n bits per entry", nullptr, s.basisBits)
                            : ReportText::tr("32-bit numbers") },
        { ReportText::tr("Depthwise layers"),
            s.scalarDepthwise ? ReportText::tr("8-bit scalars") : ReportText::tr("as other layers"), {} },
        { ReportText::tr("Activations"), activationText(s), {} },
        { ReportText::tr("Data-aware rounding"), onOrOff(s.dataAware), {} },
        { ReportText::tr("Bias correction"), onOrOff(s.biasCorrection), {} },
        { ReportText::tr("Bit allocation"),
            ReportText::tr("weights %1, activations %2")
                .arg(onOrOff(s.allocateWeightBits), onOrOff(s.allocateActivationBits)),
            {} },
        { ReportText::tr("Clipping of activations"),
            s.leastSquaresAlpha ? ReportText::tr("smallest squared error") : ReportText::tr("as published"), {} },
        { ReportText::tr("Batch normalisation re-estimated"), onOrOff(s.reestimateBatchNorm), {} },
        { ReportText::tr("Batch normalisation follows calibration"), onOrOff(s.updateBatchNorm), {} },
        { ReportText::tr("Search"),
            s.refinedSearch
                ? ReportText::tr("refined, at the cost of %n candidates for each noise level", nullptr, int(s.steps))
                : ReportText::tr("random, %n candidates for each noise level", nullptr, int(s.steps)),
            ReportText::tr("%n restarts", nullptr, s.restarts) },
    };
    if (s.timeBudgetSeconds > 0)
        facts << ReportFact { ReportText::tr("Time budget of the search"), formatDuration(s.timeBudgetSeconds), {} };
    if (!s.layerBits.empty())
        facts << ReportFact { ReportText::tr("Layers with bits of their own"), ownBitsText(s), {} };
    return facts;
}

QList<ReportFact> originFacts(const RunDocument& run)
{
    const QLocale locale;
    QList<ReportFact> facts { { ReportText::tr("Seed"), QString::number(run.settings().seed), {} } };
    if (run.started.isValid())
        facts << ReportFact { ReportText::tr("Run started"),
            locale.toString(run.started.toLocalTime(), QLocale::ShortFormat), {} };
    if (run.result()) {
        double seconds = 0;
        for (const auto& [phase, ofPhase] : run.result()->seconds)
            seconds += ofPhase;
        if (seconds > 0)
            facts << ReportFact { ReportText::tr("Time"), formatDuration(seconds), {} };
        if (!run.result()->device.empty())
            facts << ReportFact { ReportText::tr("Device"), QString::fromStdString(run.result()->device), {} };
    }
    if (!QCoreApplication::applicationVersion().isEmpty())
        facts << ReportFact { ReportText::tr("Program"),
            ReportText::tr("LatticeQ Explorer %1").arg(QCoreApplication::applicationVersion()), {} };
    facts << ReportFact { ReportText::tr("Report written"),
        locale.toString(QDateTime::currentDateTime(), QLocale::ShortFormat), {} };
    return facts;
}

} // namespace latticeq::ui
