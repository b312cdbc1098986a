// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/csrc/jit/api/module.h>

#include <string>

namespace latticeq {

/**
 * The module of a TorchScript archive, on the processor, in evaluation mode, with float32 in place of other floating
 * types. Throws std::invalid_argument, naming `source`, where the archive is damaged or holds none.
 */
torch::jit::Module loadScript(const std::string& archive, const std::string& source);

/** What a module gives for images; arguments of forward() after the first have their defaults. */
at::IValue callScript(torch::jit::Module& module, const at::Tensor& images);

/** The first tensor of a module's result, which may be a tuple or a dictionary of several heads. */
at::Tensor firstOutput(const at::IValue& result);

/** The first line of what an exception of LibTorch says. */
std::string firstLine(const std::exception& error);

} // namespace latticeq
