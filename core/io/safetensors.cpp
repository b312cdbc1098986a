// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"

#include "core/io/atomic_file.h"
#include "core/io/printable_text.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <set>
#include <stdexcept>
#include <tuple>

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

/** Deeper than tensor → description → list of numbers no header goes. */
constexpr int kDeepest = 2;

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
    Reader(std::string_view bytes, const std::string& source)
        : m_bytes(bytes)
        , m_source(source)
    {
    }

    SafetensorsFile read()
    {
        const nlohmann::json header = parseHeader();
        SafetensorsFile file;
        if (header.contains("__metadata__"))
            file.metadata = readMetadata(header["__metadata__"]);
        std::vector<Entry> entries;
        for (const auto& [name, description] : header.items()) {
            if (name != "__metadata__")
                entries.push_back(readEntry(name, description));
        }
        std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
            return std::tie(a.begin, a.end, a.name) < std::tie(b.begin, b.end, b.name);
        });
        checkGapless(entries);
        for (const Entry& entry : entries)
            file.tensors.insert(entry.name, makeTensor(entry));
        return file;
    }

private:
    [[noreturn]] void fail(const std::string& what) const
    {
        throw std::invalid_argument(m_source + " is not a valid .safetensors file: " + what);
    }

    nlohmann::json parseHeader()
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
        nlohmann::json header = parseStrictly(m_bytes.substr(kLengthBytes, length));
        if (!header.is_object())
            fail("its header is not a JSON object in UTF-8");
        return header;
    }

    /** Parsers take the last of equal keys, each reader perhaps another: equal keys are refused. */
    nlohmann::json parseStrictly(std::string_view text) const
    {
        using Event = nlohmann::json::parse_event_t;
        std::vector<std::set<std::string>> keys;
        const auto check = [&](int depth, Event event, const nlohmann::json& parsed) {
            if (event == Event::object_start)
                keys.emplace_back();
            if (event == Event::object_end)
                keys.pop_back();
            if ((event == Event::object_start || event == Event::array_start) && depth > kDeepest)
                fail("its header nests deeper than names, descriptions and their numbers");
            if (event == Event::key && !keys.back().insert(parsed.get<std::string>()).second)
                fail("its header names '" + printableText(parsed.get<std::string>()) + "' twice");
            return true;
        };
        return nlohmann::json::parse(text.begin(), text.end(), check, /*allow_exceptions=*/false);
    }

    /** Hidden bytes between tensors or after them are refused, as by the format's own library. */
    void checkGapless(const std::vector<Entry>& entries) const
    {
        size_t end = 0;
        for (const Entry& entry : entries) {
            const std::string name = "tensor '" + printableText(entry.name) + "'";
            if (entry.begin < end)
                fail(name + " overlaps the one before it, which ends at byte " + std::to_string(end));
            if (entry.begin > end)
                fail(name + " leaves bytes " + std::to_string(end) + " to " + std::to_string(entry.begin) + " unused");
            end = entry.end;
        }
        if (end != m_bytes.size() - m_dataStart) {
            fail("its tensors end at byte " + std::to_string(end) + ", its data at byte "
                + std::to_string(m_bytes.size() - m_dataStart));
        }
    }

    std::map<std::string, std::string> readMetadata(const nlohmann::json& metadata) const
    {
        std::map<std::string, std::string> result;
        if (!metadata.is_object())
            fail("__metadata__ is not a JSON object");
        for (const auto& [key, value] : metadata.items()) {
            if (!value.is_string())
                fail("metadata '" + printableText(key) + "' is not a string");
            result[key] = value.get<std::string>();
        }
        return result;
    }

    Entry readEntry(const std::string& name, const nlohmann::json& description) const
    {
        if (!description.is_object() || !description.contains("dtype") || !description["dtype"].is_string()
            || !isSizeList(description, "shape") || !isSizeList(description, "data_offsets")
            || description["data_offsets"].size() != 2)
            fail("tensor '" + printableText(name) + "' lacks a dtype, a shape or two data_offsets");
        const auto typeName = description["dtype"].get<std::string>();
        const auto* type = std::find_if(
            std::begin(kTypes), std::end(kTypes), [&](const TypeName& known) { return typeName == known.name; });
        if (type == std::end(kTypes))
            fail("tensor '" + printableText(name) + "' has the unknown dtype " + printableText(typeName));
        Entry entry { name, type->type, description["shape"].get<std::vector<int64_t>>(),
            description["data_offsets"][0].get<size_t>(), description["data_offsets"][1].get<size_t>() };
        checkPlace(entry);
        return entry;
    }

    static bool isSizeList(const nlohmann::json& description, const char* key)
    {
        if (!description.contains(key) || !description[key].is_array())
            return false;
        return std::all_of(description[key].begin(), description[key].end(), [](const nlohmann::json& value) {
            return value.is_number_unsigned() && value.get<uint64_t>() <= uint64_t(std::numeric_limits<int64_t>::max());
        });
    }

    void checkPlace(const Entry& entry) const
    {
        const size_t available = m_bytes.size() - m_dataStart;
        if (entry.begin > entry.end || entry.end > available) {
            fail("tensor '" + printableText(entry.name) + "' lies at bytes " + std::to_string(entry.begin) + " to "
                + std::to_string(entry.end) + ", the file has " + std::to_string(available));
        }
        uint64_t bytes = at::elementSize(entry.type);
        bool overflows = false;
        for (const int64_t size : entry.shape)
            overflows = __builtin_mul_overflow(bytes, static_cast<uint64_t>(size), &bytes) || overflows;
        overflows = overflows || hasHugeSides(entry.shape);
        if (overflows || bytes != entry.end - entry.begin) {
            fail("tensor '" + printableText(entry.name) + "' of shape " + shapeText(entry.shape) + " has "
                + std::to_string(entry.end - entry.begin) + " bytes, expected "
                + (overflows ? "more than fit any file" : std::to_string(bytes)));
        }
    }

    /** Strides of an empty tensor overflow where its other sides do. */
    static bool hasHugeSides(const std::vector<int64_t>& shape)
    {
        int64_t product = 1;
        return std::any_of(shape.begin(), shape.end(), [&](int64_t size) {
            return __builtin_mul_overflow(product, std::max<int64_t>(1, size), &product);
        });
    }

    at::Tensor makeTensor(const Entry& entry) const
    {
        const bool isBool = entry.type == at::kBool; // a byte that is neither 0 nor 1 must not become a bool
        at::Tensor tensor = at::empty(entry.shape, at::TensorOptions(isBool ? at::kByte : entry.type));
        if (entry.end > entry.begin)
            std::memcpy(tensor.data_ptr(), m_bytes.data() + m_dataStart + entry.begin, entry.end - entry.begin);
        return isBool ? tensor.ne(0) : tensor;
    }

    std::string_view m_bytes;
    const std::string& m_source;
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
    return parseSafetensors(readFile(path), path.string());
}

SafetensorsFile parseSafetensors(std::string_view bytes, const std::string& source)
{
    return Reader(bytes, source).read();
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
