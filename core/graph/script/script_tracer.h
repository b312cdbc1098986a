// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/script/script_call.h"

#include <torch/csrc/jit/api/module.h>

namespace latticeq {

/**
 * The nodes that images of these values run through in a module, and the parameters that the nodes read. The network
 * ends with the logits [N, classes]; nodes that they do not depend on are left out. Throws UnknownOperator.
 */
ScriptTrace traceScript(torch::jit::Module& module, const std::string& title, const at::Tensor& images);

/** The module's convolutions and linear layers with weights of their own, in the order of their computation. */
ScriptTrace collectLayers(torch::jit::Module& module, const std::string& title, const at::Tensor& images);

} // namespace latticeq
