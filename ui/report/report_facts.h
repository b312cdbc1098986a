// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/report_content.h"

namespace latticeq::ui {

/** Accuracies with their intervals, the paired difference, size, bits, errors. */
QList<ReportFact> resultFacts(const RunDocument& run);

/** The settings in words. */
QList<ReportFact> settingFacts(const RunDocument& run);

/** Where the result comes from and how to get it again. */
QList<ReportFact> originFacts(const RunDocument& run);

} // namespace latticeq::ui
