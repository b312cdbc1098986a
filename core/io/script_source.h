// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/network.h"

#include <string>

namespace latticeq {

/** How the input of one node is quantized in TorchScript. */
struct ScriptQuantizer
{
    std::string path; // of the module that holds alpha, steps, step and scale; empty: the input is left alone
    bool isSigned = false;
};

/** A tensor or module of dotted name as an expression of TorchScript, such as `getattr(self.layer1, "0").weight`. */
std::string scriptPath(const std::string& dottedName);

/**
 * The method `forward` in TorchScript, a line for each node, whose tensors are attributes of `self` under their own
 * names; `quantizers` by node. Throws std::invalid_argument where a node is a script of its own.
 */
std::string forwardSource(const Network& network, const std::vector<ScriptQuantizer>& quantizers);

/** The number of dimensions of each node's output. */
std::vector<int64_t> outputDimensions(const Network& network);

} // namespace latticeq
