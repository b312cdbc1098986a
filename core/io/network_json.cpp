// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/network_json.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <stdexcept>

namespace latticeq {

namespace {

using Json = nlohmann::ordered_json;

// Calls visit(name, member) for every field of an operation.

template <typename Visit> void fields(Convolution& c, const Visit& visit)
{
    visit("inputs", c.inputs);
    visit("outputs", c.outputs);
    visit("kernel", c.kernel);
    visit("stride", c.stride);
    visit("padding", c.padding);
    visit("dilation", c.dilation);
    visit("groups", c.groups);
    visit("bias", c.bias);
}

template <typename Visit> void fields(Linear& l, const Visit& visit)
{
    visit("inputs", l.inputs);
    visit("outputs", l.outputs);
    visit("bias", l.bias);
}

template <typename Visit> void fields(BatchNorm& b, const Visit& visit)
{
    visit("channels", b.channels);
    visit("epsilon", b.epsilon);
    visit("momentum", b.momentum);
}

template <typename Visit> void fields(LayerNorm& l, const Visit& visit)
{
    visit("channels", l.channels);
    visit("epsilon", l.epsilon);
}

template <typename Visit> void fields(GroupNorm& g, const Visit& visit)
{
    visit("channels", g.channels);
    visit("groups", g.groups);
    visit("epsilon", g.epsilon);
}

template <typename Visit> void fields(Scale& s, const Visit& visit)
{
    visit("channels", s.channels);
}

template <typename Visit> void fields(LeakyRelu& l, const Visit& visit)
{
    visit("slope", l.slope);
}

template <typename Visit> void fields(Elu& e, const Visit& visit)
{
    visit("alpha", e.alpha);
}

template <typename Visit> void fields(Clamp& c, const Visit& visit)
{
    visit("low", c.low);
    visit("high", c.high);
}

template <typename Visit> void fields(Softmax& s, const Visit& visit)
{
    visit("logarithm", s.logarithm);
}

template <typename Visit> void fields(Arithmetic& a, const Visit& visit)
{
    visit("kind", a.kind);
    visit("number", a.number);
    visit("constant", a.constant.name);
    visit("shape", a.constant.shape);
    visit("broadcast", a.constant.broadcast);
}

template <typename Visit> void fields(MaxPool& p, const Visit& visit)
{
    visit("kernel", p.kernel);
    visit("stride", p.stride);
    visit("padding", p.padding);
    visit("dilation", p.dilation);
    visit("ceil", p.ceilMode);
}

template <typename Visit> void fields(AveragePool& p, const Visit& visit)
{
    visit("kernel", p.kernel);
    visit("stride", p.stride);
    visit("padding", p.padding);
    visit("ceil", p.ceilMode);
    visit("count_padding", p.countPadding);
}

template <typename Visit> void fields(AdaptiveAveragePool& p, const Visit& visit)
{
    visit("output", p.outputSize);
}

template <typename Visit> void fields(AdaptiveMaxPool& p, const Visit& visit)
{
    visit("output", p.outputSize);
}

template <typename Visit> void fields(Pad& p, const Visit& visit)
{
    visit("before", p.before);
    visit("after", p.after);
    visit("value", p.value);
}

template <typename Visit> void fields(SliceChannels& s, const Visit& visit)
{
    visit("first", s.first);
    visit("count", s.count);
}

template <typename Visit> void fields(ShuffleChannels& s, const Visit& visit)
{
    visit("groups", s.groups);
}

template <typename Visit> void fields(Flatten& f, const Visit& visit)
{
    visit("first", f.firstDimension);
}

template <typename Simple, typename Visit> void fields(Simple&, const Visit&) { }

/** An empty operation of every kind under its name in the file. */
const std::map<std::string, Operation>& kinds()
{
    static const std::map<std::string, Operation> all { { "convolution", Convolution {} }, { "linear", Linear {} },
        { "batch_norm", BatchNorm {} }, { "layer_norm", LayerNorm {} }, { "group_norm", GroupNorm {} },
        { "scale", Scale {} }, { "relu", Relu {} }, { "relu6", Relu6 {} }, { "hard_swish", HardSwish {} },
        { "hard_sigmoid", HardSigmoid {} }, { "sigmoid", Sigmoid {} }, { "silu", Silu {} }, { "gelu", Gelu {} },
        { "tanh", Tanh {} }, { "leaky_relu", LeakyRelu {} }, { "elu", Elu {} }, { "clamp", Clamp {} },
        { "round", Round {} }, { "absolute", Absolute {} }, { "softmax", Softmax {} }, { "arithmetic", Arithmetic {} },
        { "max_pool", MaxPool {} }, { "average_pool", AveragePool {} },
        { "adaptive_average_pool", AdaptiveAveragePool {} }, { "adaptive_max_pool", AdaptiveMaxPool {} },
        { "pad", Pad {} }, { "add", Add {} }, { "subtract", Subtract {} }, { "multiply", Multiply {} },
        { "concatenate", Concatenate {} }, { "slice_channels", SliceChannels {} },
        { "shuffle_channels", ShuffleChannels {} }, { "flatten", Flatten {} }, { "unflatten", Unflatten {} },
        { "script", Script {} } };
    return all;
}

std::string kindOf(const Operation& operation)
{
    const auto found = std::find_if(
        kinds().begin(), kinds().end(), [&](const auto& kind) { return kind.second.index() == operation.index(); });
    return found->first;
}

/** JSON has no infinity; a limit that is none becomes a word. */
Json toJson(double value)
{
    return std::isfinite(value) ? Json(value) : Json(value > 0 ? "inf" : "-inf");
}

template <typename Value> Json toJson(const Value& value)
{
    return value;
}

void read(const Json& json, double& value)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    value = json == "inf" ? kInfinity : json == "-inf" ? -kInfinity : json.get<double>();
}

void read(const Json& json, ArithmeticKind& value)
{
    const int kind = json.get<int>();
    if (kind < 0 || kind > static_cast<int>(ArithmeticKind::DivideInto))
        throw std::invalid_argument("has no such kind");
    value = static_cast<ArithmeticKind>(kind);
}

/** Sizes, counts and places: none of them is negative or beyond what a network has. */
void checkSize(int64_t value)
{
    constexpr int64_t kLargest = int64_t(1) << 31;
    if (value < 0 || value > kLargest)
        throw std::invalid_argument("holds the size " + std::to_string(value));
}

void read(const Json& json, int64_t& value)
{
    value = json.get<int64_t>();
    checkSize(value);
}

void read(const Json& json, std::string& value)
{
    value = json.get<std::string>();
}

void read(const Json& json, bool& value)
{
    value = json.get<bool>();
}

template <typename Sizes> void readSizes(const Json& json, Sizes& value)
{
    value = json.get<Sizes>();
    std::for_each(value.begin(), value.end(), checkSize);
}

void read(const Json& json, Pair& value)
{
    readSizes(json, value);
}

void read(const Json& json, std::vector<int64_t>& value)
{
    readSizes(json, value);
}

void checkGroups(const Operation& operation)
{
    const auto* convolution = std::get_if<Convolution>(&operation);
    const auto* norm = std::get_if<GroupNorm>(&operation);
    const auto* shuffle = std::get_if<ShuffleChannels>(&operation);
    if ((convolution && convolution->groups < 1) || (norm && norm->groups < 1) || (shuffle && shuffle->groups < 1))
        throw std::invalid_argument("has no groups");
}

Operation operationFromJson(const Json& json)
{
    const auto kind = kinds().find(json.at("kind_of_node").get<std::string>());
    if (kind == kinds().end())
        throw std::invalid_argument("is of an unknown kind");
    Operation operation = kind->second;
    std::visit([&](auto& empty) { fields(empty, [&](const char* name, auto& value) { read(json.at(name), value); }); },
        operation);
    checkGroups(operation);
    return operation;
}

Json nodeToJson(const Node& node)
{
    Json json = { { "name", node.name }, { "kind_of_node", kindOf(node.operation) }, { "reads", node.inputs } };
    Operation operation = node.operation;
    std::visit(
        [&](auto& filled) { fields(filled, [&](const char* name, const auto& value) { json[name] = toJson(value); }); },
        operation);
    return json;
}

size_t inputsOf(const Operation& operation)
{
    const bool two = std::holds_alternative<Add>(operation) || std::holds_alternative<Subtract>(operation)
        || std::holds_alternative<Multiply>(operation);
    return two ? 2 : 1;
}

void addNode(Network& network, const Json& json, const std::shared_ptr<const ScriptProgram>& program)
{
    const auto name = json.at("name").get<std::string>();
    try {
        Operation operation = operationFromJson(json);
        auto inputs = json.at("reads").get<std::vector<NodeId>>();
        if (auto* script = std::get_if<Script>(&operation)) {
            if (!program)
                throw std::invalid_argument("has no program");
            script->program = program;
        }
        const bool detached = inputs.empty() && hasQuantizedWeight({ name, operation, {}, {} });
        if (inputs.size() < inputsOf(operation) && !detached)
            throw std::invalid_argument("reads too little");
        network.add(name, std::move(operation), std::move(inputs));
    } catch (const std::exception& error) {
        throw std::invalid_argument("node " + name + " of its network: " + error.what());
    }
}

} // namespace

Json networkToJson(const Network& network)
{
    Json nodes = Json::array();
    for (NodeId id = 1; id < network.nodes().size(); ++id)
        nodes.push_back(nodeToJson(network.node(id)));
    Json accepted = Json::array();
    for (const ParameterSpec& spec : network.accepted())
        accepted.push_back({ { "name", spec.name }, { "shape", spec.shape } });
    return { { "nodes", nodes }, { "besides", accepted } };
}

Network networkFromJson(const Json& json, const std::string& title, const std::shared_ptr<const ScriptProgram>& program)
{
    Network network(title);
    for (const Json& node : json.at("nodes"))
        addNode(network, node, program);
    if (network.nodes().size() < 2)
        throw std::invalid_argument("its network has no nodes");
    std::vector<ParameterSpec> accepted;
    for (const Json& spec : json.at("besides"))
        accepted.push_back({ spec.at("name").get<std::string>(), spec.at("shape").get<std::vector<int64_t>>() });
    network.accept(accepted);
    return network;
}

std::shared_ptr<const ScriptProgram> programOf(const Network& network)
{
    for (const Node& node : network.nodes()) {
        if (const auto* script = std::get_if<Script>(&node.operation))
            return script->program;
    }
    return nullptr;
}

} // namespace latticeq
