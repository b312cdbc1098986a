// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_content.h"

#include "ui/report/report_facts.h"
#include "ui/report/report_text.h"
#include "ui/support/number_format.h"

#include <functional>

namespace latticeq::ui {

namespace {

/** A column of the layer table. */
struct Column
{
    QString title;
    bool narrow = false; // kept where few columns fit
    bool needsResult = false; // "–" for a layer that is not finished
    std::function<QString(const LayerReport&)> text;
};

QString bitsText(int bits)
{
    return bits == kFullPrecisionBits ? ReportText::tr("32-bit") : QString::number(bits);
}

QString shapeText(const LayerReport& layer)
{
    QStringList sizes;
    for (const int64_t size : layer.shape)
        sizes << QString::number(size);
    return sizes.join(QStringLiteral(" × "));
}

QString typeText(const LayerReport& layer)
{
    return layer.type == "linear" ? ReportText::tr("linear") : ReportText::tr("convolution");
}

QString versusScalar(const LayerReport& layer)
{
    const bool comparable = layer.group > 1 && layer.scalarMce > 0;
    return comparable ? formatChange(layer.mce / layer.scalarMce) : QString(QChar(kNotYet));
}

QString outputError(const LayerReport& layer)
{
    return layer.outputMse ? formatError(*layer.outputMse) : QString(QChar(kNotYet));
}

QList<Column> columns()
{
    using L = LayerReport;
    return {
        { ReportText::tr("#"), true, false, [](const L& l) { return QString::number(l.index + 1); } },
        { ReportText::tr("Layer"), true, false, [](const L& l) { return QString::fromStdString(l.name); } },
        { ReportText::tr("Type"), false, false, typeText },
        { ReportText::tr("Shape"), false, false, shapeText },
        { ReportText::tr("Vector length n"), true, false, [](const L& l) { return QString::number(l.group); } },
        { ReportText::tr("Weight bits"), true, false, [](const L& l) { return bitsText(l.bitsWeight); } },
        { ReportText::tr("Input bits"), false, false, [](const L& l) { return bitsText(l.bitsActivation); } },
        { ReportText::tr("Basis for each"), false, false,
            [](const L& l) { return l.perLayer ? ReportText::tr("layer") : ReportText::tr("channel"); } },
        { ReportText::tr("Basis bits"), false, false, [](const L& l) { return bitsText(l.bitsBasis); } },
        { ReportText::tr("Effective bits per weight"), true, false,
            [](const L& l) { return formatBits(l.effectiveBits); } },
        { ReportText::tr("Cubic error per weight"), true, true, [](const L& l) { return formatError(l.mce); } },
        { ReportText::tr("Scalar cubic error"), true, true, [](const L& l) { return formatError(l.scalarMce); } },
        { ReportText::tr("Against scalar"), true, true, versusScalar },
        { ReportText::tr("Mean squared error"), false, true, [](const L& l) { return formatError(l.mse); } },
        { ReportText::tr("SQNR"), true, true, [](const L& l) { return formatDecibels(l.sqnrDb); } },
        { ReportText::tr("Mean squared output error"), true, true, outputError },
        { ReportText::tr("Search (s)"), false, true, [](const L& l) { return formatFixed(l.seconds, 1); } },
    };
}

ReportTable layerTable(const RunDocument& run)
{
    const QList<Column> all = columns();
    ReportTable table;
    for (int i = 0; i < all.size(); ++i) {
        table.header << all[i].title;
        if (all[i].narrow)
            table.narrow << i;
    }
    for (const LayerState& layer : run.layers()) {
        const bool finished = layer.status == LayerState::Status::Finished;
        QStringList row;
        for (const Column& column : all)
            row << (finished || !column.needsResult ? column.text(layer.report) : QString(QChar(kNotYet)));
        table.rows << row;
    }
    return table;
}

QStringList methodText(const RunSettings& settings)
{
    QStringList paragraphs { ReportText::tr(
        "Each layer’s weights are divided by their largest magnitude and grouped into vectors. Every vector is "
        "replaced "
        "by a point of a lattice that Babai’s nearest plane algorithm finds and is stored as integer coordinates. The "
        "bases of the lattices are searched at random for the smallest cubic error, after LatticeQ (Metz et al., "
        "DATE 2023). The first convolution and the last linear layer keep 8 bits.") };
    if (settings.biasCorrection)
        paragraphs << ReportText::tr(
            "After quantization each output channel’s mean and deviation are corrected (Banner et "
            "al., NeurIPS 2019).");
    paragraphs << ReportText::tr(
        "Cubic errors are of the normalised weights; the scalar ones come from the same search with "
        "single weights. Effective bits count coordinates, bases and scales. SQNR is the ratio of "
        "signal to quantization noise.");
    paragraphs << ReportText::tr(
        "Accuracies have Wilson’s 95 % interval; the difference, measured on the same images, has "
        "the paired interval of Agresti and Min.");
    return paragraphs;
}

QString subtitleOf(const RunDocument& run)
{
    const QString title = QString::fromStdString(settingsTitle(run.settings()));
    switch (run.state()) {
    case RunDocument::State::Finished: return ReportText::tr("%1, %2").arg(run.modelTitle(), title);
    case RunDocument::State::Failed:
        return ReportText::tr("%1, %2. The run failed: %3").arg(run.modelTitle(), title, run.failure());
    default:
        return ReportText::tr("%1, %2. The run is not complete: %3 of %4 layers are finished.")
            .arg(run.modelTitle(), title, QString::number(run.finishedLayers()), QString::number(run.layers().size()));
    }
}

} // namespace

ReportContent reportContent(const RunDocument& run, const QString& command)
{
    return { run.name, subtitleOf(run), resultFacts(run), settingFacts(run), originFacts(run), layerTable(run),
        methodText(run.settings()), command };
}

} // namespace latticeq::ui
