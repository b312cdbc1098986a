// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_result.h"

namespace latticeq {

/**
 * A packed checkpoint as the result of a run: layers, sizes, and settings as far as the file tells them. Errors of the
 * layers are measured against the network's usual weights; where those cannot be loaded or are not what the file was
 * made from, and always for the scalar baseline, they are not a number. Throws std::invalid_argument where the file
 * cannot be used.
 */
RunResult openPacked(const std::string& file);

} // namespace latticeq
