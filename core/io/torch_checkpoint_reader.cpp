// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch_checkpoint.h"

#include "core/io/atomic_file.h"
#include "core/io/pickle_reader.h"

#include <ATen/ATen.h>
#include <caffe2/serialize/inline_container.h>
#include <caffe2/serialize/read_adapter_interface.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <map>
#include <stdexcept>

namespace latticeq {

namespace {

/** Gives LibTorch's zip reader bytes from memory. */
class MemoryAdapter : public caffe2::serialize::ReadAdapterInterface
{
public:
    explicit MemoryAdapter(const std::string& bytes)
        : m_bytes(bytes)
    {
    }
    size_t size() const override { return m_bytes.size(); }
    size_t read(uint64_t position, void* buffer, size_t count, const char*) const override
    {
        const size_t available = position < m_bytes.size() ? m_bytes.size() - position : 0;
        const size_t taken = std::min(count, available);
        std::memcpy(buffer, m_bytes.data() + std::min<size_t>(position, m_bytes.size()), taken);
        return taken;
    }

private:
    const std::string& m_bytes;
};

const std::map<std::string, at::ScalarType>& storageTypes()
{
    static const std::map<std::string, at::ScalarType> types = { { "FloatStorage", at::kFloat },
        { "HalfStorage", at::kHalf }, { "BFloat16Storage", at::kBFloat16 }, { "DoubleStorage", at::kDouble },
        { "LongStorage", at::kLong }, { "IntStorage", at::kInt }, { "ShortStorage", at::kShort },
        { "CharStorage", at::kChar }, { "ByteStorage", at::kByte }, { "BoolStorage", at::kBool } };
    return types;
}

template <typename Type> const Type& as(PicklePointer value, const char* what)
{
    const Type* typed = std::get_if<Type>(&value->value);
    if (!typed)
        throw std::invalid_argument(std::string("it describes a tensor whose ") + what + " has an unexpected type");
    return *typed;
}

PicklePointer item(const PickleList& list, size_t index)
{
    if (index >= list.items.size())
        throw std::invalid_argument("it describes a tensor with too few fields");
    return list.items[index];
}

std::vector<int64_t> integers(PicklePointer value, const char* what)
{
    std::vector<int64_t> numbers;
    for (const PicklePointer number : as<PickleList>(value, what).items) {
        numbers.push_back(as<int64_t>(number, what));
        if (numbers.back() < 0)
            throw std::invalid_argument(std::string("it describes a tensor with a negative ") + what);
    }
    return numbers;
}

/** Turns the unpickled tree into tensors; storages are read from the archive once each. */
class StateDictBuilder
{
public:
    explicit StateDictBuilder(caffe2::serialize::PyTorchStreamReader& archive)
        : m_archive(archive)
    {
    }

    StateDict build(PicklePointer root)
    {
        const PickleDict* dict = findWeights(root);
        if (!dict)
            throw std::invalid_argument("it holds no dictionary of tensors");
        StateDict result;
        for (const auto& [key, value] : dict->items) {
            const auto* name = std::get_if<std::string>(&key->value);
            const auto* call = std::get_if<PickleCall>(&value->value);
            if (!name || !call)
                continue;
            if (!result.contains(*name))
                result.insert(*name, parameter(*call));
        }
        return result;
    }

private:
    static const PickleDict* findWeights(PicklePointer root)
    {
        const auto* dict = std::get_if<PickleDict>(&root->value);
        if (!dict)
            return nullptr;
        for (const auto& [key, value] : dict->items) {
            const auto* name = std::get_if<std::string>(&key->value);
            const auto* inner = std::get_if<PickleDict>(&value->value);
            if (name && inner && (*name == "state_dict" || *name == "model" || *name == "net"))
                return inner;
        }
        return dict;
    }

    at::Tensor parameter(const PickleCall& call)
    {
        if (call.function.name != "_rebuild_parameter")
            return tensor(call);
        const auto& arguments = as<PickleList>(call.arguments, "arguments");
        return tensor(as<PickleCall>(item(arguments, 0), "data"));
    }

    at::Tensor tensor(const PickleCall& call)
    {
        const auto& arguments = as<PickleList>(call.arguments, "arguments");
        if (call.function.name.rfind("_rebuild_tensor", 0) != 0)
            throw std::invalid_argument("it builds a value with " + call.function.name + ", expected a tensor");
        const at::Tensor storage = storageOf(as<PicklePersistentId>(item(arguments, 0), "storage"));
        const int64_t offset = as<int64_t>(item(arguments, 1), "offset");
        const std::vector<int64_t> shape = integers(item(arguments, 2), "size");
        const std::vector<int64_t> strides = integers(item(arguments, 3), "stride");
        checkView(storage.numel(), offset, shape, strides);
        return at::as_strided(storage, shape, strides, offset).contiguous();
    }

    static void checkView(
        int64_t available, int64_t offset, const std::vector<int64_t>& shape, const std::vector<int64_t>& strides)
    {
        if (shape.size() != strides.size())
            throw std::invalid_argument("it describes a tensor with " + std::to_string(shape.size()) + " sizes and "
                + std::to_string(strides.size()) + " strides");
        int64_t last = offset;
        bool overflows = offset < 0;
        for (size_t i = 0; i < shape.size(); ++i) {
            int64_t reach = 0;
            if (shape[i] == 0)
                return;
            overflows = __builtin_mul_overflow(shape[i] - 1, strides[i], &reach)
                || __builtin_add_overflow(last, reach, &last) || overflows;
        }
        if (overflows || last >= available)
            throw std::invalid_argument("it describes a tensor of " + shapeText(shape) + " in a storage of "
                + std::to_string(available) + " values");
    }

    /** ("storage", storage type, key, device, values) */
    at::Tensor storageOf(const PicklePersistentId& persistentId)
    {
        const auto& id = as<PickleList>(persistentId.id, "storage");
        const auto& type = as<PickleGlobal>(item(id, 1), "storage type");
        const auto& key = as<std::string>(item(id, 2), "storage key");
        const auto known = storageTypes().find(type.name);
        if (known == storageTypes().end())
            throw std::invalid_argument("it holds a storage of unknown type " + type.name);
        auto found = m_storages.find(key);
        if (found == m_storages.end())
            found = m_storages.emplace(key, readStorage(key, known->second)).first;
        return found->second;
    }

    at::Tensor readStorage(const std::string& key, at::ScalarType type)
    {
        auto [data, bytes] = m_archive.getRecord("data/" + key);
        const auto values = static_cast<int64_t>(bytes / at::elementSize(type));
        at::Tensor storage = at::empty({ values }, at::TensorOptions(type));
        std::memcpy(storage.data_ptr(), data.get(), static_cast<size_t>(values) * at::elementSize(type));
        return storage;
    }

    caffe2::serialize::PyTorchStreamReader& m_archive;
    std::map<std::string, at::Tensor> m_storages;
};

StateDict readArchive(const std::string& bytes)
{
    if (bytes.compare(0, 2, "PK") != 0)
        throw std::invalid_argument("it is not in PyTorch's zip layout (PyTorch 1.6 and later)");
    caffe2::serialize::PyTorchStreamReader archive(std::make_shared<MemoryAdapter>(bytes));
    auto [data, size] = archive.getRecord("data.pkl");
    const Pickle pickle = readPickle({ static_cast<const char*>(data.get()), size });
    return StateDictBuilder(archive).build(pickle.root);
}

} // namespace

StateDict readTorchCheckpoint(const std::filesystem::path& path)
{
    const std::string bytes = readFile(path);
    try {
        return readArchive(bytes);
    } catch (const c10::Error& error) {
        throw std::invalid_argument(
            path.string() + " is damaged or no PyTorch checkpoint: its zip archive cannot be read");
    } catch (const std::invalid_argument& error) {
        throw std::invalid_argument("cannot read " + path.string() + " as a PyTorch checkpoint: " + error.what());
    }
}

} // namespace latticeq
