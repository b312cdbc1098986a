// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/latticeq/commands.h"
#include "core/io/packed_checkpoint.h"
#include "core/io/state_dict_file.h"
#include "core/run/classifier.h"
#include "core/run/load_model.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <iostream>
#include <memory>

namespace latticeq {

namespace {

using Json = nlohmann::ordered_json;

struct Contents
{
    StateDict tensors;
    std::map<std::string, std::string> metadata;
    std::map<std::string, QuantizedWeight> quantized;
};

Contents readContents(const std::string& file)
{
    if (!isModelFile(file))
        return { loadNetwork(findModel(file), {}).parameters(), {}, {} };
    if (std::filesystem::path(file).extension() != ".safetensors")
        return { readStateDict(file), {}, {} };
    SafetensorsFile content = readSafetensors(file);
    if (!isPackedCheckpoint(content))
        return { content.tensors, content.metadata, {} };
    const QuantizedModel model = unpackModel(content, file);
    return { fullParameters(model), content.metadata, model.weights };
}

Json toJson(const Contents& contents)
{
    Json tensors = Json::array();
    int64_t parameters = 0;
    for (const auto& item : contents.tensors) {
        Json entry = { { "name", item.key() }, { "shape", item.value().sizes().vec() },
            { "type", at::toString(item.value().scalar_type()) } };
        const auto packed = contents.quantized.find(item.key().substr(0, item.key().rfind('.')));
        if (packed != contents.quantized.end() && item.key().ends_with(".weight")) {
            entry["effective_bits"]
                = static_cast<double>(packed->second.packedBits()) / static_cast<double>(item.value().numel());
            entry["group"] = packed->second.n();
        }
        parameters += item.value().numel();
        tensors.push_back(std::move(entry));
    }
    return { { "tensors", tensors }, { "parameters", parameters }, { "metadata", contents.metadata } };
}

void printTable(const Json& report)
{
    for (const Json& tensor : report["tensors"]) {
        const auto shape = tensor["shape"].get<std::vector<int64_t>>();
        std::printf("%-40s %-9s %s", tensor["name"].get<std::string>().c_str(),
            tensor["type"].get<std::string>().c_str(), shapeText(shape).c_str());
        if (tensor.contains("effective_bits"))
            std::printf("   packed, %.2f bits per weight, vectors of %d", tensor["effective_bits"].get<double>(),
                tensor["group"].get<int>());
        std::printf("\n");
    }
    std::printf("%zu tensors, %lld values\n", report["tensors"].size(),
        static_cast<long long>(report["parameters"].get<int64_t>()));
}

} // namespace

void addInspectCommand(CLI::App& program)
{
    CLI::App* command = program.add_subcommand("inspect", "Layers, shapes and types of a checkpoint or network");
    const auto file = std::make_shared<std::string>();
    const auto json = std::make_shared<bool>(false);
    command->add_option("FILE", *file, "Checkpoint, packed checkpoint, or name of a network")->required();
    command->add_flag("--json", *json, "Print JSON");
    command->callback([file, json] {
        const Json report = toJson(readContents(*file));
        if (*json)
            std::cout << report.dump(2) << std::endl;
        else
            printTable(report);
    });
}

} // namespace latticeq
