// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pickled_tensors.h"

#include "core/io/printable_text.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <stdexcept>

namespace latticeq {

namespace {

const std::map<std::string_view, at::ScalarType>& storageTypes()
{
    static const std::map<std::string_view, at::ScalarType> types = { { "torch.FloatStorage", at::kFloat },
        { "torch.HalfStorage", at::kHalf }, { "torch.BFloat16Storage", at::kBFloat16 },
        { "torch.DoubleStorage", at::kDouble }, { "torch.LongStorage", at::kLong }, { "torch.IntStorage", at::kInt },
        { "torch.ShortStorage", at::kShort }, { "torch.CharStorage", at::kChar }, { "torch.ByteStorage", at::kByte },
        { "torch.BoolStorage", at::kBool } };
    return types;
}

template <typename Type> const Type& as(PicklePointer value, const char* what)
{
    const Type* typed = std::get_if<Type>(&value->value);
    if (!typed)
        throw std::invalid_argument(std::string("describes a tensor whose ") + what + " has an unexpected type");
    return *typed;
}

PicklePointer item(const PickleList& list, size_t index)
{
    if (index >= list.items.size())
        throw std::invalid_argument("describes a tensor with too few fields");
    return list.items[index];
}

std::vector<int64_t> integers(PicklePointer value, const char* what)
{
    constexpr size_t kMostDimensions = 64;
    const auto& items = as<PickleList>(value, what).items;
    if (items.size() > kMostDimensions) {
        throw std::invalid_argument(
            "describes a tensor of " + std::to_string(items.size()) + " dimensions, expected at most 64");
    }
    std::vector<int64_t> numbers;
    for (const PicklePointer number : items) {
        numbers.push_back(as<int64_t>(number, what));
        if (numbers.back() < 0)
            throw std::invalid_argument(std::string("describes a tensor with a negative ") + what);
    }
    return numbers;
}

/** ("storage", type, key, device, values[, (key, offset, values) of a part of it]) */
struct StorageId
{
    explicit StorageId(const PicklePersistentId& persistentId)
    {
        const auto& id = as<PickleList>(persistentId.id, "storage");
        const std::string_view typeName = *as<PickleGlobal>(item(id, 1), "storage type").name;
        const auto known = storageTypes().find(typeName);
        if (known == storageTypes().end())
            throw std::invalid_argument("describes a storage of type " + std::string(typeName));
        key = as<std::string_view>(item(id, 2), "storage key");
        storage = { known->second, as<int64_t>(item(id, 4), "number of values") };
        if (storage.values < 0)
            throw std::invalid_argument("describes a storage with a negative number of values");
        const auto* part = id.items.size() > 5 ? std::get_if<PickleList>(&id.items[5]->value) : nullptr;
        if (part)
            offset = as<int64_t>(item(*part, 1), "offset");
    }

    std::string_view key;
    PickledStorage storage {};
    int64_t offset = 0;
};

/** Whether a value is the call that makes a tensor or a parameter. */
const PickleCall* tensorCall(const PickleValue& value)
{
    const auto* call = std::get_if<PickleCall>(&value.value);
    return call && call->function.name->starts_with("torch._utils._rebuild_") ? call : nullptr;
}

bool holdsTensors(const PickleDict& dict)
{
    return std::any_of(dict.items.begin(), dict.items.end(), [](const auto& entry) {
        return std::holds_alternative<std::string_view>(entry.first->value) && tensorCall(*entry.second);
    });
}

/** The dictionary with the weights and, if it is wrapped, in what: "'state_dict'", "'model', not its 'ema'". */
struct Weights
{
    const PickleDict* dict = nullptr;
    std::string place;
};

constexpr std::string_view kWrappers[] = { "state_dict", "model", "net", "model_state_dict", "ema", "state_dict_ema" };

/** The values under the names of kWrappers, null where there is none. */
std::array<const PickleValue*, std::size(kWrappers)> wrapped(const PickleDict& dict)
{
    std::array<const PickleValue*, std::size(kWrappers)> values {};
    for (const auto& [key, value] : dict.items) {
        const auto* name = std::get_if<std::string_view>(&key->value);
        const auto* wrapper = name ? std::find(std::begin(kWrappers), std::end(kWrappers), *name) : nullptr;
        if (wrapper && wrapper != std::end(kWrappers))
            values[static_cast<size_t>(wrapper - kWrappers)] = value;
    }
    return values;
}

Weights findWeights(const PickleValue& root, int depth = 0)
{
    constexpr int kDeepest = 4; // a dictionary can hold itself
    const auto* dict = std::get_if<PickleDict>(&root.value);
    if (!dict || depth == kDeepest)
        return {};
    Weights found;
    const auto inner = wrapped(*dict);
    for (size_t i = 0; i < inner.size(); ++i) {
        const PickleDict* weights = inner[i] ? findWeights(*inner[i], depth + 1).dict : nullptr;
        const std::string name = std::string("'").append(kWrappers[i]).append("'");
        if (weights && !found.dict)
            found = { weights, name };
        else if (weights)
            found.place += ", not its " + name;
    }
    if (!found.dict && holdsTensors(*dict))
        found.dict = dict;
    return found;
}

/** Turns the unpickled tree into tensors; storages are copied once each. */
class StateDictBuilder
{
public:
    StateDictBuilder(const NamedBytes& storages, size_t fileBytes)
        : m_storages(storages)
        , m_mostBytes(16 * fileBytes + (1 << 20))
    {
    }

    StateDict build(const Weights& weights)
    {
        StateDict result;
        for (const auto& [key, value] : weights.dict->items) {
            const auto* name = std::get_if<std::string_view>(&key->value);
            const PickleCall* call = tensorCall(*value);
            if (name && call)
                insert(result, std::string(*name), *call, weights.place);
        }
        return result;
    }

private:
    void insert(StateDict& result, const std::string& name, const PickleCall& call, const std::string& place)
    {
        try {
            if (result.contains(name))
                throw std::invalid_argument("holds a tensor twice");
            result.insert(name, parameter(call));
        } catch (const std::invalid_argument& error) {
            throw std::invalid_argument(
                error.what() + (": '" + printableText(name) + "'") + (place.empty() ? "" : " in its " + place));
        }
    }

    at::Tensor parameter(const PickleCall& call)
    {
        if (!call.function.name->starts_with("torch._utils._rebuild_parameter"))
            return tensor(call);
        const auto& data = as<PickleCall>(item(as<PickleList>(call.arguments, "arguments"), 0), "data");
        if (!data.function.name->starts_with("torch._utils._rebuild_tensor"))
            throw std::invalid_argument("describes a parameter that is no tensor");
        return tensor(data);
    }

    at::Tensor tensor(const PickleCall& call)
    {
        const auto& arguments = as<PickleList>(call.arguments, "arguments");
        const StorageId id(as<PicklePersistentId>(item(arguments, 0), "storage"));
        const at::Tensor storage = storageOf(id);
        int64_t offset = as<int64_t>(item(arguments, 1), "offset");
        const std::vector<int64_t> shape = integers(item(arguments, 2), "size");
        const std::vector<int64_t> strides = integers(item(arguments, 3), "stride");
        if (__builtin_add_overflow(offset, id.offset, &offset) || offset < 0 || id.offset < 0)
            throw std::invalid_argument("describes a tensor that starts outside its storage");
        checkView(storage.numel(), offset, shape, strides);
        countBytes(shape, storage.element_size());
        if (std::find(shape.begin(), shape.end(), 0) != shape.end())
            return at::empty(shape, storage.options());
        return at::as_strided(storage, shape, strides, offset).contiguous();
    }

    static void checkView(
        int64_t available, int64_t offset, const std::vector<int64_t>& shape, const std::vector<int64_t>& strides)
    {
        if (shape.size() != strides.size()) {
            throw std::invalid_argument("describes a tensor with " + std::to_string(shape.size()) + " sizes and "
                + std::to_string(strides.size()) + " strides");
        }
        if (std::find(shape.begin(), shape.end(), 0) != shape.end())
            return;
        int64_t last = offset;
        bool overflows = false;
        for (size_t i = 0; i < shape.size(); ++i) {
            int64_t reach = 0;
            overflows = __builtin_mul_overflow(shape[i] - 1, strides[i], &reach)
                || __builtin_add_overflow(last, reach, &last) || overflows;
        }
        if (overflows || last >= available) {
            throw std::invalid_argument("describes a tensor of " + shapeText(shape) + " in a storage of "
                + std::to_string(available) + " values");
        }
    }

    /** A tensor that repeats one value, or a thousand tensors of one storage, must not become larger than memory. */
    void countBytes(const std::vector<int64_t>& shape, size_t elementBytes)
    {
        uint64_t bytes = elementBytes;
        bool overflows = false;
        for (const int64_t size : shape)
            overflows = __builtin_mul_overflow(bytes, std::max<uint64_t>(1, size), &bytes) || overflows;
        overflows = __builtin_add_overflow(m_bytes, bytes, &m_bytes) || overflows;
        if (overflows || m_bytes > m_mostBytes)
            throw std::invalid_argument("describes tensors of more than 16 times the file's size");
    }

    at::Tensor storageOf(const StorageId& id)
    {
        const auto made = m_made.find(id.key);
        if (made == m_made.end())
            return m_made.emplace(id.key, makeStorage(id)).first->second;
        if (made->second.scalar_type() != id.storage.type || made->second.numel() != id.storage.values)
            throw std::invalid_argument("describes the storage '" + printableText(id.key) + "' in two ways");
        return made->second;
    }

    at::Tensor makeStorage(const StorageId& id) const
    {
        const auto bytes = m_storages.find(id.key);
        if (bytes == m_storages.end())
            throw std::invalid_argument("lacks the storage '" + printableText(id.key) + "'");
        if (bytes->second.size() != id.storage.bytes()) {
            throw std::invalid_argument("holds the storage '" + printableText(id.key) + "' with "
                + std::to_string(bytes->second.size()) + " bytes, expected " + std::to_string(id.storage.bytes()));
        }
        const bool isBool = id.storage.type == at::kBool; // a byte that is neither 0 nor 1 must not become a bool
        at::Tensor storage = at::empty({ id.storage.values }, at::TensorOptions(isBool ? at::kByte : id.storage.type));
        if (!bytes->second.empty())
            std::memcpy(storage.data_ptr(), bytes->second.data(), bytes->second.size());
        return isBool ? storage.ne(0) : storage;
    }

    const NamedBytes& m_storages;
    uint64_t m_mostBytes;
    uint64_t m_bytes = 0;
    std::map<std::string, at::Tensor, std::less<>> m_made;
};

} // namespace

uint64_t PickledStorage::bytes() const
{
    uint64_t bytes = 0;
    const bool overflows = __builtin_mul_overflow(static_cast<uint64_t>(values), at::elementSize(type), &bytes);
    return overflows ? std::numeric_limits<uint64_t>::max() : bytes;
}

PickledStorages pickledStorages(const Pickle& pickle)
{
    PickledStorages storages;
    for (const PickleValue& value : pickle.values) {
        const auto* persistentId = std::get_if<PicklePersistentId>(&value.value);
        if (!persistentId)
            continue;
        const StorageId id(*persistentId);
        const auto [known, added] = storages.emplace(id.key, id.storage);
        if (!added && (known->second.type != id.storage.type || known->second.values != id.storage.values))
            throw std::invalid_argument("describes the storage '" + printableText(id.key) + "' in two ways");
    }
    return storages;
}

StateDict pickledTensors(const CheckpointParts& parts, size_t fileBytes)
{
    const Weights weights = findWeights(*parts.pickle.root);
    if (!weights.dict)
        throw std::invalid_argument("holds no dictionary of tensors");
    return StateDictBuilder(parts.storages, fileBytes).build(weights);
}

} // namespace latticeq
