// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_record.h"

#include <QList>
#include <QVariant>

#include <utility>

class QSqlQuery;

namespace latticeq::ui {

/** A column's name in the table of runs and its value. */
using RunColumn = std::pair<QString, QVariant>;

/** What a run brings by itself: everything but its id and what the user gives it. */
QList<RunColumn> resultColumns(const RunRecord& record);

/** What the user gives a run: name, note, pin and colour. */
QList<RunColumn> userColumns(const RunRecord& record);

/**
 * The record of a query's current row. Settings that an older version did not know have their defaults. Throws
 * std::invalid_argument where the settings cannot be read.
 */
RunRecord recordFromRow(const QSqlQuery& row);

} // namespace latticeq::ui
