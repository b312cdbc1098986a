// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latticeq/commands.h"
#include "app/latticeq/image_flags.h"
#include "app/latticeq/interrupt.h"
#include "core/evaluate/intervals.h"
#include "core/evaluate/pipelined_accuracy.h"
#include "core/run/classifier.h"
#include "core/run/devices.h"
#include "core/run/run_data.h"
#include "core/support/worker_threads.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>
#include <thread>

namespace latticeq {

namespace {

struct EvaluateFlags
{
    std::string model;
    std::string weights;
    std::string data;
    ImageSettings images;
    int64_t evaluationImages = 0;
    std::string device = "auto";
    int threads = 0;
    bool json = false;
};

void print(const Accuracy& accuracy, const std::vector<std::string>& unreadable, const std::string& device, bool json)
{
    const double rate = static_cast<double>(accuracy.total) / accuracy.seconds;
    if (json) {
        const nlohmann::ordered_json report = { { "top1", accuracy.top1() }, { "top5", accuracy.top5() },
            { "correct", accuracy.correct }, { "total", accuracy.total }, { "images_per_second", rate },
            { "device", device }, { "unreadable", unreadable } };
        std::cout << report.dump(2) << std::endl;
        return;
    }
    const Interval interval = wilsonInterval(accuracy.correct, accuracy.total);
    std::printf("top-1  %.2f %%  (%lld of %lld images, 95 %% interval %.2f to %.2f)\n"
                "top-5  %.2f %%\n%.0f images per second on %s\n",
        accuracy.top1(), static_cast<long long>(accuracy.correct), static_cast<long long>(accuracy.total), interval.low,
        interval.high, accuracy.top5(), rate, device.c_str());
}

void warn(const std::string& text)
{
    std::cerr << "warning: " << text << std::endl;
}

RunData openData(const EvaluateFlags& flags, const LoadedClassifier& loaded)
{
    const std::string& source = flags.data.empty() ? loaded.data : flags.data;
    RunData data;
    data.evaluation = openEvaluationData(source, loaded.info);
    if (!data.evaluation)
        throw std::invalid_argument(flags.model + " names no data set: name one with --data DIR");
    data.positions = positionsBeside(loaded.calibrationShare, *data.evaluation, flags.evaluationImages);
    if (flags.evaluationImages == 0 && std::ssize(data.positions) < data.evaluation->size()) {
        std::cerr << "note: " << data.evaluation->size() - std::ssize(data.positions)
                  << " images that calibrated the activations are left out, as in the run" << std::endl;
    }
    const std::string otherClasses = otherClassesSentence(*data.evaluation, source, loaded.info);
    if (!otherClasses.empty())
        warn(otherClasses);
    return data;
}

int evaluate(const EvaluateFlags& flags)
{
    const DeviceChoice choice = explainDevice(flags.device);
    WorkerThreads workers(flags.threads > 0 ? flags.threads : static_cast<int>(std::thread::hardware_concurrency()));
    const LoadedClassifier loaded = loadClassifier(
        { flags.model, flags.weights, flags.data, flags.images }, c10::Device(choice.device), Layout::ChannelsLast);
    RunData data = openData(flags, loaded);
    RunControl control;
    const StopOnInterrupt interrupt(control);
    const Accuracy accuracy = measureAccuracyOn(
        loaded.device, loaded.classify, *data.evaluation, data.positions, workers, control, {}, warn);
    if (accuracy.stopped) {
        std::cerr << "Stopped." << std::endl;
        return kInterruptedExitCode;
    }
    leaveOutUnreadable(data, accuracy.unreadable, [](const RunEvent& event) { warn(std::get<LogLine>(event).text); });
    print(accuracy, data.unreadable, choice.title, flags.json);
    return 0;
}

} // namespace

void addEvaluateCommand(CLI::App& program, int& exitCode)
{
    CLI::App* command = program.add_subcommand("evaluate", "Accuracy of a network or a packed checkpoint");
    const auto flags = std::make_shared<EvaluateFlags>();
    command
        ->add_option(
            "--model,--model_name,--model-name", flags->model, "Network, TorchScript file or packed checkpoint")
        ->required();
    command->add_option("--weights", flags->weights, "Checkpoint of the network");
    command->add_option("--data,--valdir", flags->data, kDataHelp);
    addImageFlags(*command, flags->images);
    command->add_option("--eval-images,--eval_images", flags->evaluationImages, "Evaluate this many images; 0: all")
        ->check(CLI::Range(int64_t(0), int64_t(1'000'000'000)));
    command->add_option("--device", flags->device, kDeviceHelp)->capture_default_str();
    command->add_option("--threads", flags->threads, "Threads; 0: all processors")->check(CLI::Range(0, 1024));
    command->add_flag("--json", flags->json, "Print JSON");
    command->callback([flags, &exitCode] { exitCode = evaluate(*flags); });
}

} // namespace latticeq
