// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/accuracy_memory.h"
#include "core/run/run_data.h"

namespace latticeq {

class Network;

/**
 * What a text must hold to tell a network's accuracy on images from any other: the network's parameters, the images'
 * fingerprint and preparation, the device and the versions. Empty where the images cannot be told from others.
 */
std::string accuracyKey(const std::string& architecture, const Network& network, const Dataset& images,
    const std::vector<int64_t>& positions, const ImagePreparation& preparation, const std::string& device);

/**
 * The full-precision accuracy of a run's network on its images, if an earlier run measured it. Knows and keeps nothing
 * unless settings.rememberAccuracy says so, nor where $LATTICEQ_NO_CACHE is set.
 */
class FullPrecisionMemory
{
public:
    FullPrecisionMemory(const RunSettings& settings, const ModelInfo& info, const Network& network, const RunData& data,
        const std::string& device);

    const std::optional<RememberedAccuracy>& known() const { return m_known; }
    /** Keeps what was measured for other runs; why that failed, or nothing. */
    std::string keep(const Accuracy& accuracy) const;

private:
    AccuracyMemory m_memory;
    std::string m_key; // empty: nothing is remembered
    std::optional<RememberedAccuracy> m_known;
};

} // namespace latticeq
