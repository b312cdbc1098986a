// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/safetensors.h"
#include "core/quantize/quantized_model.h"

namespace latticeq {

/** The packed checkpoint of a model: no time, path, device or version, so equal models give equal bytes. */
SafetensorsFile packModel(const QuantizedModel& model);

/** Whether a file's metadata calls it a packed checkpoint. */
bool isPackedCheckpoint(const SafetensorsFile& file);

/**
 * The model of a packed checkpoint. Throws std::invalid_argument, naming `source`, where it is none or does not hold
 * together.
 */
QuantizedModel unpackModel(const SafetensorsFile& file, const std::string& source);

} // namespace latticeq
