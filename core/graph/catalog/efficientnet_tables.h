// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/architecture.h"

namespace latticeq {

/** EfficientNet-B0 with all widths and depths multiplied. */
EfficientNetArchitecture efficientNetB(double width, double depth);

/** The same with the batch normalisation of the larger ones, as TensorFlow has it. */
EfficientNetArchitecture withSlowNorm(EfficientNetArchitecture architecture);

EfficientNetArchitecture efficientNetV2Small();
EfficientNetArchitecture efficientNetV2Medium();
EfficientNetArchitecture efficientNetV2Large();

} // namespace latticeq
