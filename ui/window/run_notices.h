// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/run_document.h"

namespace latticeq::ui {

/** "Done in 0:38. 93.82 % (−0.02 pt), 7.1 times smaller. Worst: 18 layer3.1.conv1." of a finished run. */
QString doneSentence(const RunDocument& run);

/** "Stopped. 14 of 22 layers are finished and kept." */
QString stoppedSentence(const RunDocument& run);

/** The engine's sentence for people: with a capital and a full stop. */
QString failureSentence(const QString& sentence);

/** What a failure's sentence is about, so that the right way out is offered. */
enum class FailureSubject { Weights, Data, OutputFolder, Other };
FailureSubject failureSubject(const QString& sentence, const RunSettings& settings);

/** The built-in networks that an engine's sentence says a checkpoint fits, by name; none in other sentences. */
QStringList networksThatFit(const QString& sentence);

} // namespace latticeq::ui
