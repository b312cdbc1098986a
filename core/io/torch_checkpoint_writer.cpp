// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomic_file.h"
#include "core/io/torch_checkpoint.h"

#include <ATen/ATen.h>
#include <caffe2/serialize/inline_container.h>

#include <stdexcept>

namespace latticeq {

namespace {

const char* storageName(at::ScalarType type)
{
    switch (type) {
    case at::kFloat: return "FloatStorage";
    case at::kLong: return "LongStorage";
    case at::kInt: return "IntStorage";
    case at::kByte: return "ByteStorage";
    case at::kDouble: return "DoubleStorage";
    case at::kHalf: return "HalfStorage";
    case at::kBFloat16: return "BFloat16Storage";
    default: throw std::invalid_argument("a tensor has a type that checkpoints of ours cannot hold");
    }
}

/** Writes the pickle (protocol 2) of an OrderedDict of tensors, as torch.save() does. */
class StateDictPickler
{
public:
    std::string pickle(const StateDict& tensors)
    {
        m_bytes = "\x80\x02";
        global("collections", "OrderedDict");
        m_bytes += ")R("; // empty tuple, call, mark
        size_t key = 0;
        for (const auto& item : tensors) {
            text(item.key());
            tensor(item.value(), std::to_string(key++));
        }
        m_bytes += "u"; // set the items since the mark
        versions();
        m_bytes += "."; // stop
        return m_bytes;
    }

private:
    /** The attribute with the versions of modules: torchvision's MNASNet loads nothing without its own, which is 2. */
    void versions()
    {
        m_bytes += "}";
        text("_metadata");
        m_bytes += "}";
        text("");
        m_bytes += "}";
        text("version");
        integer(2);
        m_bytes += "sssb"; // into each other, then into the object
    }

    void global(const std::string& module, const std::string& name) { m_bytes += "c" + module + "\n" + name + "\n"; }

    void text(const std::string& value)
    {
        const auto length = static_cast<uint32_t>(value.size());
        m_bytes += 'X';
        m_bytes.append(reinterpret_cast<const char*>(&length), sizeof(length));
        m_bytes += value;
    }

    void integer(int64_t value)
    {
        m_bytes += '\x8a';
        m_bytes += '\x08';
        m_bytes.append(reinterpret_cast<const char*>(&value), sizeof(value));
    }

    void tuple(at::IntArrayRef values)
    {
        m_bytes += '(';
        for (const int64_t value : values)
            integer(value);
        m_bytes += 't';
    }

    void tensor(const at::Tensor& value, const std::string& key)
    {
        global("torch._utils", "_rebuild_tensor_v2");
        m_bytes += "(("; // arguments, persistent id
        text("storage");
        global("torch", storageName(value.scalar_type()));
        text(key);
        text("cpu");
        integer(value.numel());
        m_bytes += "tQ";
        integer(0);
        tuple(value.sizes());
        tuple(at::detail::defaultStrides(value.sizes()));
        m_bytes += '\x89'; // requires_grad = False
        global("collections", "OrderedDict");
        m_bytes += ")RtR"; // no backward hooks; end of the arguments; call
    }

    std::string m_bytes;
};

} // namespace

void writeTorchCheckpoint(const std::filesystem::path& path, const StateDict& tensors)
{
    std::string bytes;
    {
        caffe2::serialize::PyTorchStreamWriter archive([&](const void* data, size_t size) {
            bytes.append(static_cast<const char*>(data), size);
            return size;
        });
        const std::string pickle = StateDictPickler().pickle(tensors);
        archive.writeRecord("data.pkl", pickle.data(), pickle.size());
        size_t key = 0;
        for (const auto& item : tensors) {
            const at::Tensor tensor = item.value().to(at::kCPU).contiguous();
            archive.writeRecord("data/" + std::to_string(key++), tensor.data_ptr(), tensor.nbytes());
        }
        archive.writeEndOfFile();
    }
    writeFileAtomically(path, bytes);
}

} // namespace latticeq
