// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/named_plot.h"
#include "ui/workspace/run_document.h"

#include <QByteArray>
#include <QList>

namespace latticeq::ui {

/** What htmlReport() says, as a PDF file of numbered A4 pages with the plots as vectors; the table of layers keeps its
 * most important columns. */
QByteArray pdfReport(const RunDocument& run, const QList<NamedPlot>& plots, const QString& command = {});

} // namespace latticeq::ui
