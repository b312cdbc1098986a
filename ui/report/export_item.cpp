// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export_item.h"

#include "core/graph/model_catalog.h"
#include "ui/report/run_csv.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <qcustomplot.h>

namespace latticeq::ui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Export)
};

// What files of the demo network measured; people want the order of magnitude before they write.
constexpr double kPngBytesPerPixel = 0.06;
constexpr int64_t kSvgBytes = 20'000;
constexpr int64_t kSvgBytesPerPoint = 14;
constexpr int64_t kConvergenceLineBytes = 45;
constexpr int64_t kReportBytes = 12'000;
constexpr int64_t kReportBytesPerLayer = 600;
constexpr int64_t kPdfFontBytes = 40'000;

int64_t svgBytes(const NamedPlot& named)
{
    int64_t points = 0;
    for (int i = 0; i < named.plot->plottableCount(); ++i) {
        if (const QCPPlottableInterface1D* data = named.plot->plottable(i)->interface1D())
            points += data->dataCount();
    }
    return kSvgBytes + points * kSvgBytesPerPoint;
}

int64_t plotBytes(const NamedPlot& named, const PlotFormat& format)
{
    if (format.suffix == QLatin1String("svg"))
        return svgBytes(named);
    if (format.suffix == QLatin1String("pdf"))
        return kPdfFontBytes + svgBytes(named) / 3;
    const QSize size = named.plot->size() * format.scale;
    return static_cast<int64_t>(kPngBytesPerPixel * size.width() * size.height());
}

int64_t convergenceBytes(const RunDocument& run)
{
    int64_t points = 0;
    for (const LayerState& layer : run.layers())
        points += static_cast<int64_t>(layer.convergence.size());
    return points * kConvergenceLineBytes;
}

QString missingModel(const RunDocument& run, bool hasSource)
{
    if (run.state() != RunDocument::State::Finished)
        return Texts::tr("The run is not finished.");
    return hasSource ? QString() : Texts::tr("The run has no folder on this computer.");
}

QString missingTables(const RunDocument& run)
{
    return run.finishedLayers() > 0 ? QString() : Texts::tr("No layer is finished.");
}

QString missingChoice(const RunDocument& run)
{
    return run.bitsChoice() ? QString() : Texts::tr("The run did not choose its layers' bits.");
}

/** "resnet20-fashion-mnist-w4a8b8", with the user's own name for the run where there is one. */
QString baseName(const RunDocument& run)
{
    const QString settings = QString::fromStdString(settingsTitle(run.settings()));
    const QString own = run.name.isEmpty() ? settings : run.name;
    return fileNamePart(QStringLiteral("%1-%2").arg(QString::fromStdString(shortName(run.settings().model)), own));
}

QList<ExportItem> modelItems(const RunDocument& run, bool hasSource)
{
    const QString st = QStringLiteral("safetensors");
    const QString missing = missingModel(run, hasSource);
    const RunResult result = run.result().value_or(RunResult());
    return {
        { ExportKind::Packed, -1, Texts::tr("Packed checkpoint"),
            Texts::tr("Coordinates and bases at their bitwidths: the small file, for LatticeQ"), st,
            baseName(run) + QStringLiteral("-packed.safetensors"), result.packedBytes, missing },
        { ExportKind::Pth, -1, Texts::tr("PyTorch state dictionary"),
            Texts::tr("The quantized weights as full-size numbers, for torch.load and load_state_dict"),
            QStringLiteral("pth"), baseName(run) + QStringLiteral(".pth"), result.fp32Bytes, missing },
        { ExportKind::TorchScript, -1, Texts::tr("TorchScript module"),
            Texts::tr("The whole network with its quantized activations, for torch.jit.load without any code"),
            QStringLiteral("pt"), baseName(run) + QStringLiteral(".pt"), result.fp32Bytes, missing },
        { ExportKind::Onnx, -1, Texts::tr("ONNX graph"),
            Texts::tr("The whole network with its quantized activations, for ONNX Runtime and other runtimes"),
            QStringLiteral("onnx"), baseName(run) + QStringLiteral(".onnx"), result.fp32Bytes, missing },
        { ExportKind::Safetensors, -1, Texts::tr("Full-size safetensors"),
            Texts::tr("The quantized weights as full-size numbers, for every program that reads safetensors"), st,
            baseName(run) + QStringLiteral(".safetensors"), result.fp32Bytes, missing },
    };
}

QList<ExportItem> tableItems(const RunDocument& run)
{
    const QString csv = QStringLiteral("csv");
    const QString missing = missingTables(run);
    return {
        { ExportKind::LayersCsv, -1, Texts::tr("Table of layers"),
            Texts::tr("One row for each layer, for spreadsheets"), csv, baseName(run) + QStringLiteral("-layers.csv"),
            layersCsvOf(run).size(), missing },
        { ExportKind::ConvergenceCsv, -1, Texts::tr("Convergence"),
            Texts::tr("The best error against the candidates tried, of every layer and restart"), csv,
            baseName(run) + QStringLiteral("-convergence.csv"), convergenceBytes(run), missing },
        { ExportKind::SensitivityCsv, -1, Texts::tr("Sensitivity"),
            Texts::tr("What the network loses by each layer alone, at 1 to 8 bits"), csv,
            baseName(run) + QStringLiteral("-sensitivity.csv"), sensitivityCsvOf(run).size(), missingChoice(run) },
        { ExportKind::TradeOffCsv, -1, Texts::tr("Trade-off"),
            Texts::tr("The smallest divergence against the file's size, and the size that was chosen"), csv,
            baseName(run) + QStringLiteral("-tradeoff.csv"), tradeOffCsvOf(run).size(), missingChoice(run) },
    };
}

QList<ExportItem> reportItems(const RunDocument& run, const QList<NamedPlot>& plots)
{
    int64_t bytes = kReportBytes + kReportBytesPerLayer * static_cast<int64_t>(run.layers().size());
    for (const NamedPlot& plot : plots)
        bytes += svgBytes(plot);
    const QString missing = missingTables(run);
    return {
        { ExportKind::ReportHtml, -1, Texts::tr("Report, web page"),
            Texts::tr("Results, plots, layers and settings in one file that every browser shows"),
            QStringLiteral("html"), baseName(run) + QStringLiteral(".html"), bytes, missing },
        { ExportKind::ReportPdf, -1, Texts::tr("Report, PDF"), Texts::tr("The same report on A4 pages"),
            QStringLiteral("pdf"), baseName(run) + QStringLiteral(".pdf"), kPdfFontBytes + bytes / 3, missing },
    };
}

} // namespace

bool isModelFile(ExportKind kind)
{
    return kind == ExportKind::Packed || kind == ExportKind::Pth || kind == ExportKind::Safetensors
        || kind == ExportKind::TorchScript || kind == ExportKind::Onnx;
}

QList<ExportItem> exportItems(
    const RunDocument& run, const QList<NamedPlot>& plots, const PlotFormat& format, bool hasSource)
{
    QList<ExportItem> items = modelItems(run, hasSource) + tableItems(run);
    for (int i = 0; i < plots.size(); ++i) {
        const QString name = QStringLiteral("%1-%2").arg(baseName(run), fileNamePart(plots[i].name));
        items << ExportItem { ExportKind::Plot, i, plots[i].name, Texts::tr("This plot as the window shows it"),
            format.suffix, withSuffix(name, format.suffix), plotBytes(plots[i], format), {} };
    }
    return items + reportItems(run, plots);
}

QString withSuffix(const QString& name, const QString& suffix)
{
    const QString ending = u'.' + suffix;
    return name.endsWith(ending, Qt::CaseInsensitive) ? name : name + ending;
}

QString fileNamePart(const QString& name)
{
    static const QRegularExpression others(QStringLiteral("[^\\p{L}\\p{N}._-]+"));
    QString part = name.trimmed().toLower().replace(others, QStringLiteral("-"));
    while (part.startsWith(u'-') || part.startsWith(u'.'))
        part.remove(0, 1);
    while (part.endsWith(u'-'))
        part.chop(1);
    return part;
}

} // namespace latticeq::ui
