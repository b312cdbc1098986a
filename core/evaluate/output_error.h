// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/card_memory.h"
#include "core/graph/network.h"

#include <functional>
#include <map>

namespace latticeq {

/**
 * Mean squared difference of each layer's output with its quantized weight alone, on full-precision inputs from
 * `images` [N, C, H, W], computed on the network's device. `quantized` holds the dequantized weight by layer name.
 * Ends early, with what it has, once `proceed` says false; that is asked before every batch with the share that is
 * done. `warn` hears where a card's memory did not suffice for a batch.
 */
std::map<std::string, double> outputErrors(const Network& network, const std::map<std::string, at::Tensor>& quantized,
    const at::Tensor& images, const std::function<bool(double share)>& proceed, const MemoryWarning& warn);

} // namespace latticeq
