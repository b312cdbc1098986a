// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/imported_model.h"
#include "core/run/run_settings.h"

#include <memory>
#include <optional>

namespace latticeq {

/** A network with its checkpoint, built in or imported. */
struct OpenedModel
{
    ModelInfo info;
    Network network; // with parameters
    std::shared_ptr<const ImportedModel> imported; // null for a built-in architecture with its own images
    std::string unknown; // the operator for which an imported module stays as it is; empty: none
    std::vector<std::string> remarks; // one sentence each
};

/** What tells a network from others. */
struct ModelSource
{
    std::string model; // a built-in name, or a TorchScript file
    std::string weights = {}; // of a built-in architecture; empty: its usual checkpoint
    std::string data = {}; // fixes the size of a file's images where nothing else does; may be empty
    ImageSettings images = {};
};

ModelSource sourceOf(const RunSettings& settings);

/** Throws std::invalid_argument that names the file and what was found and expected. */
OpenedModel openModel(const ModelSource& source);

/** The images that a model takes, without its checkpoint. Throws std::invalid_argument as openModel(). */
ModelInfo imagesOf(const ModelSource& source);

} // namespace latticeq
