// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/pickle_reader.h"
#include "core/io/zip_archive.h"

#include <string_view>

namespace latticeq {

/** What a PyTorch checkpoint is made of; both parts point into its bytes. */
struct CheckpointParts
{
    Pickle pickle;
    NamedBytes storages; // by key
};

/** Takes a checkpoint of PyTorch 1.6 and later apart, a zip archive. Throws as readZipArchive() and readPickle(). */
CheckpointParts readZipCheckpoint(std::string_view bytes);

/** Whether a file starts as torch.save() of PyTorch 0.2 to 1.5 does. */
bool isLegacyCheckpoint(std::string_view bytes);

/**
 * Takes a checkpoint in the layout before PyTorch 1.6 apart: magic number, protocol version, system, the object, the
 * keys of its storages, then their values. Throws std::invalid_argument as readPickle(), and where a storage ends early
 * or has another size than the object says. Messages lack their subject.
 */
CheckpointParts readLegacyCheckpoint(std::string_view bytes);

} // namespace latticeq
