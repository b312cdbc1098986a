// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latticeq/commands.h"
#include "core/graph/model_catalog.h"
#include "core/lattice/kernels/chain_kernel.h"
#include "core/run/devices.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <memory>
#include <thread>

namespace latticeq {

namespace {

using Json = nlohmann::ordered_json;

Json modelsReport()
{
    Json models = Json::array();
    for (const ModelInfo& info : modelCatalog()) {
        models.push_back({ { "name", info.name }, { "title", info.title }, { "channels", info.inputChannels },
            { "size", info.inputSize }, { "classes", info.classes }, { "weights", info.weightsFile } });
    }
    return models;
}

Json devicesReport()
{
    const CardList list = listCards();
    Json cards = Json::array();
    for (const Card& card : list.cards) {
        cards.push_back({ { "device", card.device() }, { "name", card.name }, { "total_bytes", card.totalBytes },
            { "free_bytes", card.freeBytes },
            { "unusable", card.whyUnusable.empty() ? Json(nullptr) : Json(card.whyUnusable) } });
    }
    return { { "cpu",
                 { { "name", processorName() }, { "threads", std::thread::hardware_concurrency() },
                     { "instruction_sets", instructionSets() } } },
        { "cuda", cards }, { "cuda_unusable", list.cards.empty() ? Json(list.whyNone) : Json(nullptr) } };
}

void printModels(const Json& models)
{
    for (const Json& model : models) {
        std::printf("%-24s %-26s %lld × %lld × %lld, %lld classes\n", model["name"].get<std::string>().c_str(),
            model["title"].get<std::string>().c_str(), model["channels"].get<long long>(),
            model["size"].get<long long>(), model["size"].get<long long>(), model["classes"].get<long long>());
    }
}

void printDevices(const Json& devices)
{
    std::string sets;
    for (const Json& set : devices["cpu"]["instruction_sets"])
        sets.append(sets.empty() ? "" : ", ").append(set.get<std::string>());
    std::printf("cpu     %s, %u threads, instruction sets: %s\n", devices["cpu"]["name"].get<std::string>().c_str(),
        devices["cpu"]["threads"].get<unsigned>(), sets.c_str());
    for (const Json& card : devices["cuda"]) {
        const std::string unusable = card["unusable"].is_null() ? "" : card["unusable"].get<std::string>();
        std::printf("%s  %s, %s of memory, %s free%s\n", card["device"].get<std::string>().c_str(),
            card["name"].get<std::string>().c_str(), gigabytesText(card["total_bytes"].get<int64_t>()).c_str(),
            gigabytesText(card["free_bytes"].get<int64_t>()).c_str(),
            unusable.empty() ? "" : ("; cannot be used, " + unusable).c_str());
    }
    if (devices["cuda"].empty())
        std::printf("cuda    none: %s\n", devices["cuda_unusable"].get<std::string>().c_str());
}

void addList(CLI::App& program, const char* name, const char* description, Json (*report)(), void (*print)(const Json&))
{
    CLI::App* command = program.add_subcommand(name, description);
    const auto json = std::make_shared<bool>(false);
    command->add_flag("--json", *json, "Print JSON");
    command->callback([json, report, print] {
        if (*json)
            std::cout << report().dump(2) << std::endl;
        else
            print(report());
    });
}

} // namespace

void addListCommands(CLI::App& program)
{
    addList(program, "models", "The built-in networks", modelsReport, printModels);
    addList(program, "devices", "The processor and the cards that can be used", devicesReport, printDevices);
}

} // namespace latticeq
