// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/engine.h"

#include "core/io/model_export.h"
#include "core/io/run_folder.h"
#include "core/run/describe_model.h"
#include "core/run/open_layers.h"
#include "core/run/open_packed.h"
#include "core/support/allocation.h"

namespace latticeq {

namespace {

/** Gives the memory of a run's forward passes back when the run ends, however it ends. */
struct MemoryOfRun
{
    ~MemoryOfRun()
    {
        returnFreedMemory();
        releaseCardMemory();
    }
};

/** The library's functions behind the interface that a program opens at run time. */
class LibraryEngine : public Engine
{
public:
    LibraryEngine() { keepFreedMemory(); }

    RunResult run(const RunSettings& settings, const EventSink& sink, RunControl& control) override
    {
        const MemoryOfRun memory;
        return latticeq::run(settings, sink, control);
    }

    ModelDescription describe(const RunSettings& settings) override { return describeModel(settings); }

    std::shared_ptr<const RunLayers> openLayers(const std::string& source, const RunSettings& settings) override
    {
        return latticeq::openLayers(source, settings);
    }

    RunSettings stoppedRun(const std::string& folder) override
    {
        RunSettings settings = readRunSettings(folder);
        settings.outputFolder = folder;
        settings.resume = true;
        return settings;
    }

    RunResult openPacked(const std::string& file) override { return latticeq::openPacked(file); }

    std::string exportModel(const std::string& source, const std::string& format, const std::string& target) override
    {
        return latticeq::exportModel(source, format, target).string();
    }

    std::vector<DeviceDescription> devices() override { return listDevices(); }
};

} // namespace

} // namespace latticeq

extern "C" latticeq::Engine* latticeqEngine()
{
    static latticeq::LibraryEngine engine;
    return &engine;
}
