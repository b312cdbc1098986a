// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/devices.h"
#include "core/run/model_description.h"
#include "core/run/run.h"
#include "core/run/run_layers.h"

#include <memory>

namespace latticeq {

/**
 * The engine's library as a program sees it that opens it at run time. All values are plain. Every function may be
 * called from any thread, throws std::invalid_argument for unusable input and std::runtime_error where writing fails,
 * each with one sentence for the user.
 */
class Engine
{
public:
    virtual ~Engine() = default;

    virtual RunResult run(const RunSettings& settings, const EventSink& sink, RunControl& control) = 0;

    /** The layers of the settings' network with its checkpoint, which is read and checked. */
    virtual ModelDescription describe(const RunSettings& settings) = 0;

    /** The layers of a run folder, finished or stopped, or of a packed checkpoint, whose full-precision weights are
     * found by `settings`. */
    virtual std::shared_ptr<const RunLayers> openLayers(const std::string& source, const RunSettings& settings) = 0;

    /** The settings of the run that was stopped in a folder, ready to resume it there. */
    virtual RunSettings stoppedRun(const std::string& folder) = 0;

    /** A packed checkpoint as the result of a run: its layers, sizes and settings as far as the file tells them. */
    virtual RunResult openPacked(const std::string& file) = 0;

    /**
     * Writes a run folder or packed checkpoint as `format` (packed, pth or safetensors), whole or not at all, over
     * an older file. Adds the format's suffix where `target` has none; returns the path written.
     */
    virtual std::string exportModel(const std::string& source, const std::string& format, const std::string& target)
        = 0;

    /** What --device can name on this machine, the processor first; the cards are examined. */
    virtual std::vector<DeviceDescription> devices() = 0;
};

/** The name of the library's only C function, `Engine* latticeqEngine()`; the engine lives as long as the process. */
inline constexpr const char* kEngineFunction = "latticeqEngine";

} // namespace latticeq

extern "C" latticeq::Engine* latticeqEngine();
