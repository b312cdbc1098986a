// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/export_item.h"

#include <functional>
#include <string>

namespace latticeq::ui {

/**
 * Writes the run of a folder or packed checkpoint as `format` (packed, pth or safetensors) and returns the path
 * written. Called on a worker thread; throws with one sentence.
 */
using ModelExporter
    = std::function<std::string(const std::string& source, const std::string& format, const std::string& target)>;

/** What all files of an export have in common. */
struct ExportRequest
{
    RunDocumentPtr run;
    QList<RunDocumentPtr> tableRuns; // tables of several runs, with a column "run"; empty: of `run` alone
    QList<NamedPlot> plots;
    ModelExporter exporter;
    std::string source; // folder or packed checkpoint that the engine reads
    QString command; // for reports
    PlotFormat plotFormat;
    bool replace = false; // files that exist
};

/** Writes one file. */
struct ExportTask
{
    bool onWorker = false; // it calls the engine and touches no widget
    std::function<QString()> write; // returns the path written; throws std::exception with one sentence
};

/** The task that writes `item` to `path`, whole or not at all; an existing file is kept unless the request says so. */
ExportTask exportTask(const ExportItem& item, const QString& path, const ExportRequest& request);

} // namespace latticeq::ui
