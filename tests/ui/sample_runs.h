// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/workspace.h"

namespace latticeq::ui::test {

/** A network of `layers` layers in blocks "layer1.0.conv1" …: a first convolution, 3x3 convolutions, a linear layer. */
ModelDescription sampleModel(int layers = 6);

/** The demo preset's settings with another seed. */
RunSettings sampleSettings(uint64_t seed = 1);

/** The events of a whole run over sampleModel(layers), in the order in which the engine sends them. */
std::vector<RunEvent> sampleEvents(int layers = 6, uint64_t seed = 1);

/** What that run ends with; accuracies differ by seed. */
RunResult sampleResult(int layers = 6, uint64_t seed = 1);

/** A finished run with an id and a name, all events applied. */
RunDocumentPtr sampleRun(const QString& id, int layers = 6, uint64_t seed = 1);

} // namespace latticeq::ui::test
