// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/full_precision_memory.h"

#include "core/graph/network.h"
#include "core/io/atomic_file.h"
#include "core/run/open_model.h"
#include "core/run/version.h"
#include "core/support/content_hash.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>
#include <torch/version.h>

#include <cstdlib>

namespace latticeq {

namespace {

bool isWanted(const RunSettings& settings)
{
    const char* without = std::getenv("LATTICEQ_NO_CACHE");
    return settings.rememberAccuracy && !(without && *without) && !userAccuracyFolder().empty();
}

std::string parametersHash(const Network& network)
{
    std::string hashes;
    for (const auto& item : network.parameters()) {
        const at::Tensor values = item.value().contiguous();
        hashes.append(item.key()).append(" ").append(at::toString(values.scalar_type())).append(" ");
        hashes += contentHash({ static_cast<const char*>(values.data_ptr()), values.nbytes() }) + "\n";
    }
    return contentHash(hashes);
}

/** A built-in name, or what the file holds. */
std::string architectureOf(const RunSettings& settings)
{
    return isModelFile(settings.model) ? contentHash(readFile(settings.model)) : settings.model;
}

} // namespace

std::string accuracyKey(const std::string& architecture, const Network& network, const Dataset& images,
    const std::vector<int64_t>& positions, const ImagePreparation& preparation, const std::string& device)
{
    const std::string fingerprint = images.fingerprint(positions);
    if (fingerprint.empty())
        return {};
    std::string chosen;
    for (const int64_t position : positions)
        chosen += std::to_string(position) + " ";
    const nlohmann::ordered_json key { { "architecture", architecture }, { "parameters", parametersHash(network) },
        { "images", fingerprint }, { "positions", contentHash(chosen) }, { "mean", preparation.mean },
        { "deviation", preparation.deviation }, { "resize", preparation.resizeSize }, { "crop", preparation.cropSize },
        { "bicubic", preparation.bicubic }, { "layout", "channels last" }, { "device", device },
        { "version", kVersion }, { "libtorch", TORCH_VERSION } };
    return key.dump();
}

FullPrecisionMemory::FullPrecisionMemory(const RunSettings& settings, const ModelInfo& info, const Network& network,
    const RunData& data, const std::string& device)
    : m_memory(userAccuracyFolder())
{
    if (!data.evaluation || !isWanted(settings))
        return;
    m_key
        = accuracyKey(architectureOf(settings), network, *data.evaluation, data.positions, preparationOf(info), device);
    if (m_key.empty())
        return;
    m_known = m_memory.find(m_key);
    if (m_known && m_known->accuracy.total + std::ssize(m_known->accuracy.unreadable) != std::ssize(data.positions))
        m_known.reset();
}

std::string FullPrecisionMemory::keep(const Accuracy& accuracy) const
{
    if (m_key.empty())
        return {};
    try {
        m_memory.keep(m_key, accuracy);
        return {};
    } catch (const std::runtime_error& error) {
        return error.what();
    }
}

} // namespace latticeq
