// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/state_dict.h"
#include "core/io/checkpoint_parts.h"

#include <c10/core/ScalarType.h>

#include <map>
#include <string>

namespace latticeq {

/** What a pickle says of a storage. */
struct PickledStorage
{
    at::ScalarType type;
    int64_t values; // never negative

    uint64_t bytes() const; // the largest number where there are more
};

using PickledStorages = std::map<std::string, PickledStorage, std::less<>>;

/** Every storage that a pickle's tensors refer to. Throws std::invalid_argument where two descriptions differ. */
PickledStorages pickledStorages(const Pickle& pickle);

/**
 * The tensors of a checkpoint's dictionary, also one wrapped as `state_dict`, `model`, `net`, `model_state_dict`, `ema`
 * or `state_dict_ema` (the first of these that holds tensors), contiguous and of their stored types. Throws
 * std::invalid_argument, without a subject, where there is none, where a tensor does not lie inside its storage, or
 * where all together are larger than 16 times `fileBytes`.
 */
StateDict pickledTensors(const CheckpointParts& parts, size_t fileBytes);

} // namespace latticeq
