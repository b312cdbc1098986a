// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_settings.h"

namespace latticeq::ui {

/** The data set that a network is usually measured on; empty where there is none. */
std::string usualData(const std::string& model);

/**
 * Another network, by a built-in name or a file's path: weights, images, single layers' bits and the usual data set of
 * the one before do not fit it.
 */
void changeNetwork(RunSettings& settings, const std::string& model);

} // namespace latticeq::ui
