// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/compare_rows.h"

#include "ui/runs/compare_builder.h"
#include "ui/runs/run_records.h"
#include "ui/support/number_format.h"

#include <QCoreApplication>

namespace latticeq::ui {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("compare", text);
}

QString yesOrNo(bool yes)
{
    return yes ? QCoreApplication::translate("compare", "yes") : QCoreApplication::translate("compare", "no");
}

QString granularity(bool perLayer)
{
    return perLayer ? QCoreApplication::translate("compare", "per layer")
                    : QCoreApplication::translate("compare", "per channel");
}

/** "conv1=3, fc=8": as the flag --layer takes them. */
QString layerBits(const RunSettings& settings)
{
    QStringList parts;
    for (const auto& [layer, bits] : settings.layerBits)
        parts += QStringLiteral("%1=%2").arg(QString::fromStdString(layer)).arg(bits);
    return parts.isEmpty() ? QCoreApplication::translate("compare", "none") : parts.join(QStringLiteral(", "));
}

QString bitsRule(const RunSettings& s)
{
    if (s.maxBytes > 0)
        return QCoreApplication::translate("compare", "at most %1").arg(formatSize(s.maxBytes));
    if (s.maxLoss > 0)
        return QCoreApplication::translate("compare", "at most %1").arg(formatPoints(-s.maxLoss));
    if (s.minTop1 > 0)
        return QCoreApplication::translate("compare", "at least %1").arg(formatPercent(s.minTop1));
    return QCoreApplication::translate("compare", "no");
}

QString imagesOrAll(int64_t images)
{
    return images > 0 ? formatCount(images) : QCoreApplication::translate("compare", "all");
}

QString textOr(const std::string& text, const QString& otherwise)
{
    return text.empty() ? otherwise : QString::fromStdString(text);
}

void addModel(CompareBuilder& rows)
{
    rows.addText(
        translated(QT_TRANSLATE_NOOP("compare", "Model")), {}, [](const RunDocument& run) { return run.modelTitle(); });
    rows.addText(translated(QT_TRANSLATE_NOOP("compare", "Weights file")), QStringLiteral("--weights"),
        [](const RunDocument& run) {
            return textOr(run.settings().weights, QCoreApplication::translate("compare", "the model’s own"));
        });
    rows.addText(
        translated(QT_TRANSLATE_NOOP("compare", "Data set")), QStringLiteral("--data"), [](const RunDocument& run) {
            return textOr(run.settings().data, QCoreApplication::translate("compare", "the model’s own"));
        });
    rows.addText(translated(QT_TRANSLATE_NOOP("compare", "Calibration data")), QStringLiteral("--traindir"),
        [](const RunDocument& run) {
            return textOr(run.settings().calibrationData, QCoreApplication::translate("compare", "as the data set"));
        });
    rows.addCount(translated(QT_TRANSLATE_NOOP("compare", "Calibration images")), QStringLiteral("--batch_size"),
        [](const RunSettings& s) { return s.calibrationImages; });
    rows.addSetting(translated(QT_TRANSLATE_NOOP("compare", "Evaluation images")), QStringLiteral("--eval-images"),
        [](const RunSettings& s) { return imagesOrAll(s.evaluationImages); });
}

void addWeights(CompareBuilder& rows)
{
    rows.addCount(translated(QT_TRANSLATE_NOOP("compare", "Weight bits")), QStringLiteral("--bitsW"),
        [](const RunSettings& s) { return choosesBits(s) ? std::nullopt : std::optional<int64_t>(s.weightBits); });
    rows.addSetting(translated(QT_TRANSLATE_NOOP("compare", "Layers' bits chosen")),
        QStringLiteral("--max-bytes, --max-loss, --min-top1"), [](const RunSettings& s) { return bitsRule(s); });
    rows.addCount(
        translated(QT_TRANSLATE_NOOP("compare", "Basis bits")), QStringLiteral("--bitsB"), [](const RunSettings& s) {
            return std::optional<int64_t>(s.quantizeBasis ? s.basisBits : kFullPrecisionBits);
        });
    rows.addSetting(translated(QT_TRANSLATE_NOOP("compare", "Basis granularity")), QStringLiteral("--per_layer"),
        [](const RunSettings& s) { return granularity(s.perLayer); });
    rows.addSetting(translated(QT_TRANSLATE_NOOP("compare", "Single weights instead of vectors")),
        QStringLiteral("--scalar"), [](const RunSettings& s) { return yesOrNo(s.scalar); });
    rows.addSetting(translated(QT_TRANSLATE_NOOP("compare", "Depthwise layers as 8-bit scalars")),
        QStringLiteral("--depthwise"), [](const RunSettings& s) { return yesOrNo(s.scalarDepthwise); });
    rows.addCount(translated(QT_TRANSLATE_NOOP("compare", "Group dimension of 1×1 layers")), QStringLiteral("--agreg"),
        [](const RunSettings& s) { return std::optional<int64_t>(s.aggregation); });
    rows.addSetting(translated(QT_TRANSLATE_NOOP("compare", "Bias correction")), QStringLiteral("--bias_corr"),
        [](const RunSettings& s) { return yesOrNo(s.biasCorrection); });
    rows.addSetting(translated(QT_TRANSLATE_NOOP("compare", "Data-aware rounding")), QStringLiteral("--data-aware"),
        [](const RunSettings& s) { return yesOrNo(s.dataAware); });
    rows.addSetting(translated(QT_TRANSLATE_NOOP("compare", "Weight bits allocated by channel")),
        QStringLiteral("--bit_alloc_w"), [](const RunSettings& s) { return yesOrNo(s.allocateWeightBits); });
    rows.addSetting(translated(QT_TRANSLATE_NOOP("compare", "Layers with bits of their own")),
        QStringLiteral("--layer"), [](const RunSettings& s) { return layerBits(s); });
}

void addActivations(CompareBuilder& rows)
{
    rows.addCount(translated(QT_TRANSLATE_NOOP("compare", "Activation bits")), QStringLiteral("--bitsA"),
        [](const RunSettings& s) {
            return std::optional<int64_t>(s.quantizeActivations ? s.activationBits : kFullPrecisionBits);
        });
    rows.addSetting(translated(QT_TRANSLATE_NOOP("compare", "Activation granularity")),
        QStringLiteral("--quant_a_type"), [](const RunSettings& s) { return granularity(!s.activationsPerChannel); });
    rows.addSetting(translated(QT_TRANSLATE_NOOP("compare", "Activation bits allocated by channel")),
        QStringLiteral("--bit_alloc_a"), [](const RunSettings& s) { return yesOrNo(s.allocateActivationBits); });
    rows.addSetting(translated(QT_TRANSLATE_NOOP("compare", "Clipping by the smallest error")),
        QStringLiteral("--alpha mse"), [](const RunSettings& s) { return yesOrNo(s.leastSquaresAlpha); });
    rows.addSetting(translated(QT_TRANSLATE_NOOP("compare", "Batch norm statistics re-estimated")),
        QStringLiteral("--bn-reestimate"), [](const RunSettings& s) { return yesOrNo(s.reestimateBatchNorm); });
    rows.addSetting(translated(QT_TRANSLATE_NOOP("compare", "Batch norm statistics updated")),
        QStringLiteral("--bn-update"), [](const RunSettings& s) { return yesOrNo(s.updateBatchNorm); });
}

void addSearch(CompareBuilder& rows)
{
    rows.addSetting(translated(QT_TRANSLATE_NOOP("compare", "Search method")), QStringLiteral("--search"),
        [](const RunSettings& s) {
            return s.refinedSearch ? QCoreApplication::translate("compare", "refined")
                                   : QCoreApplication::translate("compare", "random");
        });
    rows.addSetting(translated(QT_TRANSLATE_NOOP("compare", "Search steps × restarts")),
        QStringLiteral("--steps, --nb_restarts"), [](const RunSettings& s) {
            return QStringLiteral("%1 × %2").arg(formatCount(s.steps), formatCount(s.restarts));
        });
    rows.addSetting(translated(QT_TRANSLATE_NOOP("compare", "Seed")), QStringLiteral("--random_seed"),
        [](const RunSettings& s) { return QString::number(s.seed); });
    rows.addSetting(translated(QT_TRANSLATE_NOOP("compare", "Time budget of the search")),
        QStringLiteral("--time-budget"), [](const RunSettings& s) {
            return s.timeBudgetSeconds > 0 ? formatDuration(s.timeBudgetSeconds)
                                           : QCoreApplication::translate("compare", "none");
        });
}

void addAccuracies(CompareBuilder& rows)
{
    const auto points = [](double first, double other) { return formatPoints(other - first); };
    const auto percent = [](double value) { return formatPercent(value); };
    rows.addAccuracy(translated(QT_TRANSLATE_NOOP("compare", "Top-1")),
        translated(QT_TRANSLATE_NOOP("compare", "Images whose first guess is right, after quantization")));
    rows.addNumber(
        translated(QT_TRANSLATE_NOOP("compare", "Top-5")),
        translated(
            QT_TRANSLATE_NOOP("compare", "Images whose class is among the first five guesses, after quantization")),
        [](const RunDocument& run) -> std::optional<double> {
            return run.quantized().report ? std::optional(run.quantized().report->top5) : std::nullopt;
        },
        percent, points);
    rows.addNumber(
        translated(QT_TRANSLATE_NOOP("compare", "Full precision top-1")),
        translated(QT_TRANSLATE_NOOP("compare", "Images whose first guess is right, before quantization")),
        [](const RunDocument& run) -> std::optional<double> {
            return run.fullPrecision().report ? std::optional(run.fullPrecision().report->top1) : std::nullopt;
        },
        percent, points);
}

void addSizesAndErrors(CompareBuilder& rows)
{
    const auto ratio = [](double first, double other) { return formatChange(other / first); };
    rows.addNumber(
        translated(QT_TRANSLATE_NOOP("compare", "Packed size")),
        translated(QT_TRANSLATE_NOOP("compare", "Size of the packed checkpoint, in 10⁶ bytes")),
        [](const RunDocument& run) -> std::optional<double> {
            return run.result() && run.result()->packedBytes > 0
                ? std::optional(static_cast<double>(run.result()->packedBytes))
                : std::nullopt;
        },
        [](double bytes) { return formatSize(static_cast<int64_t>(bytes)); }, ratio);
    rows.addNumber(
        translated(QT_TRANSLATE_NOOP("compare", "Effective bits/weight")),
        translated(QT_TRANSLATE_NOOP("compare", "All that is stored of the weights: coordinates, bases and scales")),
        [](const RunDocument& run) -> std::optional<double> {
            return run.result() && run.result()->effectiveBits > 0 ? std::optional(run.result()->effectiveBits)
                                                                   : std::nullopt;
        },
        [](double bits) { return formatBits(bits); },
        [](double first, double other) { return formatSigned(other - first, 2); });
    rows.addNumber(
        translated(QT_TRANSLATE_NOOP("compare", "Mean cubic error")),
        translated(
            QT_TRANSLATE_NOOP("compare", "Per weight of the searched layers, of the weights divided by the largest")),
        [](const RunDocument& run) { return run.meanCubicError(); }, [](double error) { return formatError(error); },
        ratio);
    rows.addNumber(
        translated(QT_TRANSLATE_NOOP("compare", "Time")),
        translated(QT_TRANSLATE_NOOP("compare", "All phases of the run; another machine takes another time")),
        [](const RunDocument& run) -> std::optional<double> {
            const double seconds = run.result() ? totalSeconds(*run.result()) : 0;
            return seconds > 0 ? std::optional(seconds) : std::nullopt;
        },
        [](double seconds) { return formatDuration(seconds); }, ratio);
}

} // namespace

QString runLetter(int index)
{
    return QString(QChar(static_cast<char16_t>(u'A' + index)));
}

Comparison compareRuns(const QList<RunDocumentPtr>& runs)
{
    CompareBuilder rows(runs);
    if (runs.isEmpty())
        return {};
    addAccuracies(rows);
    addSizesAndErrors(rows);
    addWeights(rows);
    addActivations(rows);
    addSearch(rows);
    addModel(rows);
    return rows.take();
}

} // namespace latticeq::ui
