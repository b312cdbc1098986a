// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/named_plot.h"
#include "ui/workspace/run_document.h"

#include <QList>

namespace latticeq::ui {

/**
 * A run as one HTML page that needs nothing else: style sheet for light, dark and paper, plots as vectors, no script,
 * no link. `command` is the command line that gives the same run; empty leaves it out.
 */
QString htmlReport(const RunDocument& run, const QList<NamedPlot>& plots, const QString& command = {});

} // namespace latticeq::ui
