// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/run_document.h"

namespace latticeq::ui {

/** "−0.02 pt (paired 95 %: −0.20 … +0.16)". */
QString differenceText(const PairedDifference& difference);

/**
 * What a run loses against its own full precision, on the same images. Nothing where the run has not been measured
 * image by image.
 */
std::optional<PairedDifference> differenceToFullPrecision(const RunResult& result);

/** A run minus a reference; nothing where they were measured on different images. */
std::optional<PairedDifference> differenceToReference(const RunResult& result, const RunResult& reference);

/** Sentences on finished runs, one a line: each against full precision, then each against the reference. */
QString accuracyWords(const QList<const RunDocument*>& runs, const RunDocument* reference);

} // namespace latticeq::ui
