// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"

#include "core/io/atomic_file.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <stdexcept>

static_assert(std::endian::native == std::endian::little, "safetensors data is little-endian");

namespace latticeq {

namespace {

using Json = nlohmann::ordered_json;

constexpr size_t kLengthBytes = 8;

struct TypeName
{
    const char* name;
    at::ScalarType type;
};

constexpr TypeName kTypes[] = { { "F32", at::kFloat }, { "F16", at::kHalf }, { "BF16", at::kBFloat16 },
    { "F64", at::kDouble }, { "I64", at::kLong }, { "I32", at::kInt }, { "I16", at::kShort }, { "I8", at::kChar },
    { "U8", at::kByte }, { "BOOL", at::kBool } };

/** A tensor's place in the file, checked. */
struct Entry
{
    std::string name;
    at::ScalarType type;
    std::vector<int64_t> shape;
    size_t begin; // bytes after the header
    size_t end;
};

class Reader
{
public:
    Reader(const std::filesystem::path& path)
        : m_path(path)
        , m_bytes(readFile(path))
    {
    }

    SafetensorsFile read()
    {
        const Json header = parseHeader();
        SafetensorsFile file;
        if (header.contains("__metadata__"))
            file.metadata = readMetadata(header["__metadata__"]);
        std::vector<Entry> entries;
        for (const auto& [name, description] : header.items()) {
            if (name != "__metadata__")
                entries.push_back(readEntry(name, description));
        }
        std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.begin < b.begin; });
        for (size_t i = 1; i < entries.size(); ++i) {
            if (entries[i].begin < entries[i - 1].end)
                fail("tensors '" + entries[i - 1].name + "' and '" + entries[i].name + "' overlap");
        }
        for (const Entry& entry : entries)
            file.tensors.insert(entry.name, makeTensor(entry));
        return file;
    }

private:
    [[noreturn]] void fail(const std::string& what) const
    {
        throw std::invalid_argument(m_path.string() + " is not a valid .safetensors file: " + what);
    }

    Json parseHeader()
    {
        if (m_bytes.size() < kLengthBytes)
            fail("it has " + std::to_string(m_bytes.size()) + " bytes, expected at least 8");
        uint64_t length = 0;
        std::memcpy(&length, m_bytes.data(), kLengthBytes);
        if (length > m_bytes.size() - kLengthBytes) {
            fail("its header claims " + std::to_string(length) + " bytes, the file has "
                + std::to_string(m_bytes.size() - kLengthBytes) + " after the length");
        }
        m_dataStart = kLengthBytes + length;
        const char* text = m_bytes.data() + kLengthBytes;
        Json header = Json::parse(text, text + length, nullptr, /*allow_exceptions=*/false);
        if (!header.is_object())
            fail("its header is not a JSON object");
        return header;
    }

    std::map<std::string, std::string> readMetadata(const Json& metadata) const
    {
        std::map<std::string, std::string> result;
        if (!metadata.is_object())
            fail("__metadata__ is not a JSON object");
        for (const auto& [key, value] : metadata.items()) {
            if (!value.is_string())
                fail("metadata '" + key + "' is not a string");
            result[key] = value.get<std::string>();
        }
        return result;
    }

    Entry readEntry(const std::string& name, const Json& description) const
    {
        if (!description.is_object() || !description.contains("dtype") || !description["dtype"].is_string()
            || !isSizeList(description, "shape") || !isSizeList(description, "data_offsets")
            || description["data_offsets"].size() != 2)
            fail("tensor '" + name + "' lacks a dtype, a shape or two data_offsets");
        const auto typeName = description["dtype"].get<std::string>();
        const auto* type = std::find_if(
            std::begin(kTypes), std::end(kTypes), [&](const TypeName& known) { return typeName == known.name; });
        if (type == std::end(kTypes))
            fail("tensor '" + name + "' has the unknown dtype " + typeName);
        Entry entry { name, type->type, description["shape"].get<std::vector<int64_t>>(),
            description["data_offsets"][0].get<size_t>(), description["data_offsets"][1].get<size_t>() };
        checkPlace(entry);
        return entry;
    }

    static bool isSizeList(const Json& description, const char* key)
    {
        if (!description.contains(key) || !description[key].is_array())
            return false;
        return std::all_of(description[key].begin(), description[key].end(), [](const Json& value) {
            return value.is_number_unsigned() && value.get<uint64_t>() <= uint64_t(std::numeric_limits<int64_t>::max());
        });
    }

    void checkPlace(const Entry& entry) const
    {
        const size_t available = m_bytes.size() - m_dataStart;
        if (entry.begin > entry.end || entry.end > available) {
            fail("tensor '" + entry.name + "' lies at bytes " + std::to_string(entry.begin) + " to "
                + std::to_string(entry.end) + ", the file has " + std::to_string(available));
        }
        uint64_t bytes = at::elementSize(entry.type);
        bool overflows = false;
        for (const int64_t size : entry.shape)
            overflows = __builtin_mul_overflow(bytes, static_cast<uint64_t>(size), &bytes) || overflows;
        if (overflows || bytes != entry.end - entry.begin) {
            fail("tensor '" + entry.name + "' of shape " + shapeText(entry.shape) + " has "
                + std::to_string(entry.end - entry.begin) + " bytes, expected "
                + (overflows ? "more than fit any file" : std::to_string(bytes)));
        }
    }

    at::Tensor makeTensor(const Entry& entry) const
    {
        at::Tensor tensor = at::empty(entry.shape, at::TensorOptions(entry.type));
        if (entry.end > entry.begin)
            std::memcpy(tensor.data_ptr(), m_bytes.data() + m_dataStart + entry.begin, entry.end - entry.begin);
        return tensor;
    }

    std::filesystem::path m_path;
    std::string m_bytes;
    size_t m_dataStart = 0;
};

const char* typeName(at::ScalarType type, const std::string& tensor)
{
    for (const TypeName& known : kTypes) {
        if (known.type == type)
            return known.name;
    }
    throw std::invalid_argument("tensor '" + tensor + "' has a type that .safetensors files cannot hold");
}

} // namespace

SafetensorsFile readSafetensors(const std::filesystem::path& path)
{
    return Reader(path).read();
}

std::string safetensorsBytes(const SafetensorsFile& content)
{
    Json header = Json::object();
    if (!content.metadata.empty())
        header["__metadata__"] = content.metadata;
    size_t offset = 0;
    for (const auto& item : content.tensors) {
        const size_t bytes = item.value().nbytes();
        header[item.key()] = { { "dtype", typeName(item.value().scalar_type(), item.key()) },
            { "shape", item.value().sizes().vec() }, { "data_offsets", { offset, offset + bytes } } };
        offset += bytes;
    }
    std::string text = header.dump();
    text.resize((text.size() + kLengthBytes - 1) / kLengthBytes * kLengthBytes, ' ');
    const uint64_t length = text.size();
    std::string bytes(reinterpret_cast<const char*>(&length), kLengthBytes);
    bytes.reserve(kLengthBytes + length + offset);
    bytes += text;
    for (const auto& item : content.tensors) {
        const at::Tensor tensor = item.value().to(at::kCPU).contiguous();
        bytes.append(static_cast<const char*>(tensor.data_ptr()), tensor.nbytes());
    }
    return bytes;
}

void writeSafetensors(const std::filesystem::path& path, const SafetensorsFile& content)
{
    writeFileAtomically(path, safetensorsBytes(content));
}

} // namespace latticeq
