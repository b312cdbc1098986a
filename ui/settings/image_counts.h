// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_settings.h"

namespace latticeq::ui {

/** How many images a run is expected to use. */
struct ImageCounts
{
    int64_t evaluated = 0;
    int64_t calibrated = 0;
};

/**
 * Image files are counted, once for each folder while the program runs. Sets in one file are read from the headers of
 * the set's files where they are not compressed; compressed ones, such as Debian's Fashion-MNIST, are taken to be of
 * MNIST's size. No images where the settings name no data set.
 */
ImageCounts expectedImages(const RunSettings& settings);

} // namespace latticeq::ui
