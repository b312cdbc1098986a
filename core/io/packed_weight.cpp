// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/packed_weight.h"

#include "core/io/bit_packing.h"
#include "core/search/layer_search.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <functional>
#include <numeric>
#include <stdexcept>

namespace latticeq {

namespace {

using Json = nlohmann::ordered_json;

at::Tensor byteTensor(const std::vector<uint8_t>& bytes)
{
    return at::tensor(bytes, at::kByte);
}

/** What is added to a coordinate of [-a + 1, a] so that it counts from 0. */
int64_t coordinateOffset(int64_t bits)
{
    return -static_cast<int64_t>(coordinateLimits(static_cast<int>(bits)).first);
}

at::Tensor packCoordinates(const QuantizedWeight& weight)
{
    const at::Tensor coordinates = weight.coordinates.contiguous();
    const int64_t perChannel = coordinates.size(1) * coordinates.size(2);
    const int32_t* next = coordinates.data_ptr<int32_t>();
    BitWriter writer;
    for (int64_t channel = 0; channel < coordinates.size(0); ++channel) {
        const auto bits = weight.bits[channel].item<int64_t>();
        for (int64_t i = 0; i < perChannel; ++i)
            writer.write(static_cast<uint32_t>(*next++ + coordinateOffset(bits)), static_cast<int>(bits));
    }
    return byteTensor(writer.bytes());
}

at::Tensor packCodes(const at::Tensor& codes, int bits)
{
    const at::Tensor flat = codes.contiguous();
    BitWriter writer;
    for (int64_t i = 0; i < flat.numel(); ++i)
        writer.write(static_cast<uint32_t>(flat.data_ptr<int32_t>()[i]), bits);
    return byteTensor(writer.bytes());
}

/** The tensors of one layer, checked on access. */
class Unpacker
{
public:
    Unpacker(const std::string& layer, const StateDict& tensors)
        : m_prefix(layer + ".weight.")
        , m_tensors(tensors)
    {
    }

    const at::Tensor& tensor(const char* name, at::ScalarType type, int64_t values) const
    {
        const at::Tensor* found = m_tensors.find(m_prefix + name);
        if (!found)
            throw std::invalid_argument(m_prefix + name + " is missing");
        if (found->scalar_type() != type || found->numel() != values) {
            throw std::invalid_argument(m_prefix + name + " has " + std::to_string(found->numel()) + " values of type "
                + at::toString(found->scalar_type()) + ", expected " + std::to_string(values) + " of type "
                + at::toString(type));
        }
        if (type == at::kFloat && !at::isfinite(*found).all().item<bool>())
            throw std::invalid_argument(m_prefix + name + " holds a value that is not finite");
        return *found;
    }

    bool has(const char* name) const { return m_tensors.contains(m_prefix + name); }
    bool isSingle(const char* name) const { return has(name) && m_tensors.find(m_prefix + name)->numel() == 1; }

    BitReader bits(const char* name, int64_t count) const
    {
        const at::Tensor& packed = tensor(name, at::kByte, (count + 7) / 8);
        return { packed.data_ptr<uint8_t>(), static_cast<size_t>(packed.numel()) };
    }

private:
    std::string m_prefix;
    const StateDict& m_tensors;
};

at::Tensor unpackCoordinates(const Unpacker& source, const at::Tensor& bits, int64_t perChannel, int64_t n)
{
    at::Tensor coordinates = at::empty({ bits.numel(), perChannel / n, n }, at::kInt);
    BitReader reader = source.bits("coordinates", bits.sum().item<int64_t>() * perChannel);
    auto* next = coordinates.data_ptr<int32_t>();
    for (int64_t channel = 0; channel < bits.numel(); ++channel) {
        const auto width = bits[channel].item<int64_t>();
        for (int64_t i = 0; i < perChannel; ++i)
            *next++ = static_cast<int32_t>(reader.read(static_cast<int>(width)) - coordinateOffset(width));
    }
    return coordinates;
}

at::Tensor unpackCodes(const Unpacker& source, const std::vector<int64_t>& shape, int bits)
{
    at::Tensor codes = at::empty(shape, at::kInt);
    BitReader reader = source.bits("basis_codes", codes.numel() * bits);
    for (int64_t i = 0; i < codes.numel(); ++i)
        codes.data_ptr<int32_t>()[i] = static_cast<int32_t>(reader.read(bits));
    return codes;
}

int64_t checkedNumber(
    const std::string& layer, const Json& description, const char* key, int64_t lowest, int64_t highest)
{
    const bool fits = description.contains(key) && description[key].is_number_integer()
        && description[key].get<int64_t>() >= lowest && description[key].get<int64_t>() <= highest;
    if (!fits)
        throw std::invalid_argument(
            layer + " lacks a '" + key + "' from " + std::to_string(lowest) + " to " + std::to_string(highest));
    return description[key].get<int64_t>();
}

} // namespace

Json packWeight(const std::string& layer, const QuantizedWeight& weight, StateDict& tensors)
{
    const std::string prefix = layer + ".weight.";
    const bool uniform = hasUniformBits(weight);
    Json description = { { "shape", weight.shape }, { "n", weight.n() }, { "basis_bits", weight.basisBits },
        { "bases", (weight.basisBits > 0 ? weight.basisCodes : weight.basis).size(0) } };
    if (uniform)
        description["bits"] = weight.bits[0].item<int64_t>();
    else
        tensors.insert(prefix + "bits", weight.bits.to(at::kByte));
    tensors.insert(prefix + "coordinates", packCoordinates(weight));
    if (weight.basisBits > 0)
        tensors.insert(prefix + "basis_codes", packCodes(weight.basisCodes, weight.basisBits));
    else
        tensors.insert(prefix + "basis", weight.basis);
    tensors.insert(prefix + "unit", weight.unit);
    tensors.insert(prefix + "gain", weight.gain);
    if (weight.offset.defined())
        tensors.insert(prefix + "offset", weight.offset);
    return description;
}

QuantizedWeight unpackWeight(const std::string& layer, const Json& description, const StateDict& tensors)
{
    constexpr int64_t kMost = int64_t(1) << 31;
    const Unpacker source(layer, tensors);
    QuantizedWeight weight;
    weight.shape = description.at("shape").get<std::vector<int64_t>>();
    if (weight.shape.empty())
        throw std::invalid_argument(layer + " has no shape");
    const int64_t outputs = weight.shape[0];
    const int64_t perChannel
        = std::accumulate(weight.shape.begin() + 1, weight.shape.end(), int64_t(1), std::multiplies<>());
    const int64_t n = checkedNumber(layer, description, "n", 1, perChannel);
    const int64_t bases = checkedNumber(layer, description, "bases", 1, kMost);
    weight.basisBits = static_cast<int>(checkedNumber(layer, description, "basis_bits", 0, 16));
    weight.bits = source.has("bits")
        ? source.tensor("bits", at::kByte, outputs).to(at::kLong)
        : at::full({ outputs }, checkedNumber(layer, description, "bits", 0, 24), at::kLong);
    if (perChannel % n != 0 || (bases != 1 && bases != outputs) || weight.bits.max().item<int64_t>() > 24)
        throw std::invalid_argument(layer + " has a description that does not fit its shape");
    weight.coordinates = unpackCoordinates(source, weight.bits, perChannel, n);
    if (weight.basisBits > 0)
        weight.basisCodes = unpackCodes(source, { bases, n, n }, weight.basisBits);
    else
        weight.basis = source.tensor("basis", at::kFloat, bases * n * n).reshape({ bases, n, n });
    weight.unit = source.tensor("unit", at::kFloat, 1);
    const bool ownGains
        = source.has("offset") || (weight.basisBits > 0 && bases == outputs && !source.isSingle("gain"));
    weight.gain = source.tensor("gain", at::kFloat, ownGains ? outputs : 1);
    if (source.has("offset"))
        weight.offset = source.tensor("offset", at::kFloat, outputs);
    return weight;
}

} // namespace latticeq
