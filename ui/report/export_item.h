// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/named_plot.h"
#include "ui/workspace/workspace.h"

#include <QList>

namespace latticeq::ui {

enum class ExportKind {
    Packed,
    Pth,
    Safetensors,
    TorchScript,
    Onnx,
    LayersCsv,
    ConvergenceCsv,
    SensitivityCsv,
    TradeOffCsv,
    Plot,
    ReportHtml,
    ReportPdf
};

/** Whether the engine writes it from the run's folder or packed checkpoint. */
bool isModelFile(ExportKind kind);

/** How plots are written: png, svg or pdf; the scale counts for png. */
struct PlotFormat
{
    QString suffix = QStringLiteral("png");
    int scale = 2;
};

/** Something of a run that can be written into one file. */
struct ExportItem
{
    ExportKind kind = ExportKind::Packed;
    int plot = -1; // index of a plot
    QString title;
    QString tip; // what the file is for
    QString suffix; // without the dot
    QString fileName; // suggested, with suffix
    int64_t expectedBytes = 0; // roughly
    QString unavailable; // why it cannot be written; empty where it can
};

/**
 * All that can be written of a run, in the order in which it is offered. `hasSource`: the engine can read the run from
 * a folder or a packed checkpoint.
 */
QList<ExportItem> exportItems(
    const RunDocument& run, const QList<NamedPlot>& plots, const PlotFormat& format, bool hasSource);

/** `name` with the suffix added unless it has it. */
QString withSuffix(const QString& name, const QString& suffix);

/** A name made of letters, digits, points, dashes and underscores only, for files. */
QString fileNamePart(const QString& name);

} // namespace latticeq::ui
