// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/workspace.h"

#include <QByteArray>
#include <QList>

namespace latticeq::ui {

/** layers.csv of a run's finished layers, as in its run folder. */
QByteArray layersCsvOf(const RunDocument& run);
/** The same of several runs, with their names in a leading column "run". */
QByteArray layersCsvOf(const QList<RunDocumentPtr>& runs);

/** convergence.csv of a run, as far as it is known. */
QByteArray convergenceCsvOf(const RunDocument& run);
/** The same of several runs, with their names in a leading column "run". */
QByteArray convergenceCsvOf(const QList<RunDocumentPtr>& runs);

/** sensitivity.csv of a run that chose its layers' bits, as far as it is known; of others the header. */
QByteArray sensitivityCsvOf(const RunDocument& run);
/** The same of several runs, with their names in a leading column "run". */
QByteArray sensitivityCsvOf(const QList<RunDocumentPtr>& runs);

/** tradeoff.csv of a run that chose its layers' bits, as far as it is known; of others the header. */
QByteArray tradeOffCsvOf(const RunDocument& run);
/** The same of several runs, with their names in a leading column "run". */
QByteArray tradeOffCsvOf(const QList<RunDocumentPtr>& runs);

} // namespace latticeq::ui
