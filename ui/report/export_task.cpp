// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export_task.h"

#include "ui/plots/plot_export.h"
#include "ui/report/html_report.h"
#include "ui/report/pdf_report.h"
#include "ui/report/report_text.h"
#include "ui/report/run_csv.h"
#include "ui/report/save_file.h"

#include <QDir>
#include <QFileInfo>

#include <stdexcept>

namespace latticeq::ui {

namespace {

void checkFree(const QString& path, bool replace)
{
    if (!replace && QFileInfo::exists(path)) {
        throw std::runtime_error(
            ReportText::tr("%1 exists and was kept.").arg(QDir::toNativeSeparators(path)).toStdString());
    }
}

const char* formatOf(ExportKind kind)
{
    switch (kind) {
    case ExportKind::Pth: return "pth";
    case ExportKind::Safetensors: return "safetensors";
    case ExportKind::TorchScript: return "torchscript";
    case ExportKind::Onnx: return "onnx";
    default: return "packed";
    }
}

ExportTask modelTask(ExportKind kind, const QString& path, const ExportRequest& request)
{
    return { true, [=, exporter = request.exporter, source = request.source, replace = request.replace] {
                checkFree(path, replace);
                makeFolder(QFileInfo(path).absolutePath());
                return QString::fromStdString(exporter(source, formatOf(kind), path.toStdString()));
            } };
}

QByteArray contents(const ExportItem& item, const ExportRequest& request)
{
    const bool several = !request.tableRuns.isEmpty();
    switch (item.kind) {
    case ExportKind::LayersCsv: return several ? layersCsvOf(request.tableRuns) : layersCsvOf(*request.run);
    case ExportKind::ConvergenceCsv:
        return several ? convergenceCsvOf(request.tableRuns) : convergenceCsvOf(*request.run);
    case ExportKind::SensitivityCsv:
        return several ? sensitivityCsvOf(request.tableRuns) : sensitivityCsvOf(*request.run);
    case ExportKind::TradeOffCsv: return several ? tradeOffCsvOf(request.tableRuns) : tradeOffCsvOf(*request.run);
    case ExportKind::ReportHtml: return htmlReport(*request.run, request.plots, request.command).toUtf8();
    default: return pdfReport(*request.run, request.plots, request.command);
    }
}

} // namespace

ExportTask exportTask(const ExportItem& item, const QString& path, const ExportRequest& request)
{
    if (isModelFile(item.kind))
        return modelTask(item.kind, path, request);
    return { false, [=] {
                checkFree(path, request.replace);
                makeFolder(QFileInfo(path).absolutePath());
                if (item.kind == ExportKind::Plot)
                    return exportPlot(*request.plots[item.plot].plot, path, request.plotFormat.scale);
                saveFile(path, contents(item, request));
                return path;
            } };
}

} // namespace latticeq::ui
