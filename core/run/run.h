// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_control.h"
#include "core/run/run_result.h"

namespace latticeq {

/**
 * The whole job, for the window and the command line alike: loads the network, measures it, searches the bases of
 * every layer, calibrates activations, measures again and writes the run folder. Events are sent on the calling
 * thread. Stopping is a result: finished layers are kept in the folder's journal. Throws std::invalid_argument for
 * unusable settings and files, std::runtime_error where writing fails, each with one sentence for the user.
 */
RunResult run(const RunSettings& settings, const EventSink& sink, RunControl& control);

} // namespace latticeq
