// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/run_record.h"
#include "ui/workspace/workspace.h"

namespace latticeq::ui {

/** What the database keeps of a run: its settings while it goes on, and its results once it has ended. */
RunRecord recordOf(const RunDocument& run);

/** Seconds of all phases. */
double totalSeconds(const RunResult& result);

/**
 * A run from its folder, also one that the command line made, under a new id. One that was stopped has its settings
 * and no results. Throws std::invalid_argument with one sentence that names the file.
 */
RunDocumentPtr openRunFolder(const QString& folder);

/** Whether a run was stopped, failed or died, and its folder holds what the engine needs to go on with it. */
bool canResume(const RunRecord& record);

/**
 * A remembered run from its folder, with its id, name, time and colour. Throws std::invalid_argument with one sentence
 * where the folder is gone or damaged.
 */
RunDocumentPtr openRecord(const RunRecord& record);

} // namespace latticeq::ui
