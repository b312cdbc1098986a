// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/checkpoint_parts.h"

#include "core/io/pickled_tensors.h"
#include "core/io/printable_text.h"

#include <cstring>
#include <stdexcept>

namespace latticeq {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view kMagicNumber = "\x80\x02\x8a\nl\xfc\x9c\x46\xf9 j\xa8P\x19."sv;
constexpr int64_t kProtocolVersion = 1001;

Pickle takePickle(std::string_view& bytes)
{
    size_t consumed = 0;
    Pickle pickle = readPickle(bytes, &consumed);
    bytes.remove_prefix(consumed);
    return pickle;
}

void checkProtocol(const Pickle& protocol)
{
    const auto* version = std::get_if<int64_t>(&protocol.root->value);
    if (!version || *version != kProtocolVersion)
        throw std::invalid_argument("is in another version of PyTorch's older layout, expected 1001");
}

void checkSystem(const Pickle& system)
{
    const auto* dict = std::get_if<PickleDict>(&system.root->value);
    if (!dict)
        throw std::invalid_argument("does not say which system wrote it");
    for (const auto& [key, value] : dict->items) {
        const auto* name = std::get_if<std::string_view>(&key->value);
        const auto* little = std::get_if<bool>(&value->value);
        if (name && *name == "little_endian" && little && !*little)
            throw std::invalid_argument("was written on a big-endian system, expected a little-endian one");
    }
}

std::string_view takeStorage(std::string_view& bytes, std::string_view key, const PickledStorages& known)
{
    const auto storage = known.find(key);
    if (storage == known.end())
        throw std::invalid_argument("holds the storage '" + printableText(key) + "' that no tensor uses");
    int64_t values = 0;
    if (bytes.size() < sizeof(values))
        throw std::invalid_argument("ends before its storage '" + printableText(key) + "'");
    std::memcpy(&values, bytes.data(), sizeof(values));
    bytes.remove_prefix(sizeof(values));
    if (values != storage->second.values) {
        throw std::invalid_argument("holds the storage '" + printableText(key) + "' with " + std::to_string(values)
            + " values, expected " + std::to_string(storage->second.values));
    }
    const uint64_t size = storage->second.bytes();
    if (size > bytes.size()) {
        throw std::invalid_argument("ends inside its storage '" + printableText(key) + "': " + std::to_string(size)
            + " bytes expected, " + std::to_string(bytes.size()) + " left");
    }
    const std::string_view content = bytes.substr(0, size);
    bytes.remove_prefix(size);
    return content;
}

} // namespace

CheckpointParts readZipCheckpoint(std::string_view bytes)
{
    constexpr std::string_view kPickle = "/data.pkl";
    const NamedBytes entries = readZipArchive(bytes);
    std::string_view pickle;
    std::string folder;
    for (const auto& [name, content] : entries) {
        if (name.find('/') == name.size() - kPickle.size() && name.ends_with(kPickle)) {
            folder = name.substr(0, name.find('/'));
            pickle = content;
        }
    }
    if (folder.empty())
        throw std::invalid_argument("is a zip archive without data.pkl, so no PyTorch checkpoint");
    const auto order = entries.find(folder + "/byteorder");
    if (order != entries.end() && order->second != "little")
        throw std::invalid_argument("was written on a big-endian system, expected a little-endian one");
    CheckpointParts parts { readPickle(pickle), {} };
    const std::string data = folder + "/data/";
    for (auto entry = entries.lower_bound(data); entry != entries.end() && entry->first.starts_with(data); ++entry)
        parts.storages.emplace(entry->first.substr(data.size()), entry->second);
    return parts;
}

bool isLegacyCheckpoint(std::string_view bytes)
{
    return bytes.starts_with(kMagicNumber);
}

CheckpointParts readLegacyCheckpoint(std::string_view bytes)
{
    bytes.remove_prefix(kMagicNumber.size());
    checkProtocol(takePickle(bytes));
    checkSystem(takePickle(bytes));
    CheckpointParts parts { takePickle(bytes), {} };
    const PickledStorages known = pickledStorages(parts.pickle);
    const Pickle keys = takePickle(bytes);
    const auto* list = std::get_if<PickleList>(&keys.root->value);
    if (!list)
        throw std::invalid_argument("has no list of its storages");
    for (const PicklePointer item : list->items) {
        const auto* key = std::get_if<std::string_view>(&item->value);
        if (!key)
            throw std::invalid_argument("has a list of storages with something else in it");
        if (!parts.storages.emplace(*key, takeStorage(bytes, *key, known)).second)
            throw std::invalid_argument("lists the storage '" + printableText(*key) + "' twice");
    }
    return parts;
}

} // namespace latticeq
