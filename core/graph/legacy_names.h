// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/state_dict.h"

namespace latticeq {

/** The tensors under torchvision's present names: its published DenseNets still say `norm.1` for `norm1`. */
StateDict withPresentNames(const StateDict& tensors);

} // namespace latticeq
