// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/network_builder.h"

#include <array>

namespace latticeq {

/** The head of VGG and AlexNet: means of size × size fields, then three linear layers by these names. */
void addPlainHead(NetworkBuilder& builder, int64_t size, const std::array<std::string, 3>& names, int64_t classes);

} // namespace latticeq
