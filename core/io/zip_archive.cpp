// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/zip_archive.h"

#include "core/io/printable_text.h"

#include <zlib.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <vector>

namespace latticeq {

namespace {

constexpr uint32_t kWide = 0xffffffff; // stands for a 64-bit number elsewhere
constexpr uint16_t kEncrypted = 1;
constexpr uint16_t kSizesFollow = 1 << 3;

[[noreturn]] void throwDamaged(const std::string& what)
{
    throw std::invalid_argument("is damaged: " + what);
}

/** Reads numbers one after another, never beyond the end. */
class Cursor
{
public:
    Cursor(std::string_view bytes, uint64_t position)
        : m_bytes(bytes)
        , m_position(position)
    {
    }

    std::string_view take(uint64_t count)
    {
        if (m_position > m_bytes.size() || count > m_bytes.size() - m_position)
            throwDamaged("its zip archive ends early or points beyond its end");
        const std::string_view part = m_bytes.substr(m_position, count);
        m_position += count;
        return part;
    }

    template <typename Integer> Integer number()
    {
        Integer value;
        std::memcpy(&value, take(sizeof(Integer)).data(), sizeof(Integer));
        return value;
    }

    void expect(std::string_view signature)
    {
        if (take(signature.size()) != signature)
            throwDamaged("a part of its zip archive does not start with its mark");
    }

    uint64_t position() const { return m_position; }
    bool atEnd() const { return m_position >= m_bytes.size(); }

private:
    std::string_view m_bytes;
    uint64_t m_position;
};

struct Directory
{
    uint64_t entries;
    uint64_t bytes;
    uint64_t position;
};

struct Entry
{
    std::string_view name;
    uint16_t flags = 0;
    uint16_t method = 0;
    uint32_t checksum = 0;
    uint64_t packedBytes = 0;
    uint64_t bytes = 0;
    uint64_t header = 0; // where its own header starts
    uint64_t data = 0;
};

Directory readWideEnd(std::string_view bytes, uint64_t locator)
{
    Cursor pointer(bytes, locator);
    pointer.expect("PK\x06\x07");
    pointer.take(4); // disk
    Cursor end(bytes, pointer.number<uint64_t>());
    end.expect("PK\x06\x06");
    end.take(8 + 2 + 2 + 4 + 4 + 8); // own size, versions, disks, entries on this disk
    Directory directory {};
    directory.entries = end.number<uint64_t>();
    directory.bytes = end.number<uint64_t>();
    directory.position = end.number<uint64_t>();
    return directory;
}

Directory findDirectory(std::string_view bytes)
{
    constexpr size_t kEndBytes = 22;
    constexpr size_t kLocatorBytes = 20;
    const size_t found = bytes.rfind(std::string_view("PK\x05\x06"));
    if (found == std::string_view::npos || bytes.size() - found < kEndBytes)
        throwDamaged("its zip archive has no directory at the end");
    Cursor end(bytes, found + 8);
    end.take(2);
    Directory directory {};
    directory.entries = end.number<uint16_t>();
    directory.bytes = end.number<uint32_t>();
    directory.position = end.number<uint32_t>();
    if (end.number<uint16_t>() != bytes.size() - found - kEndBytes)
        throwDamaged("its zip archive does not end where its directory does");
    if (directory.entries == 0xffff || directory.bytes == kWide || directory.position == kWide)
        directory = readWideEnd(bytes, found < kLocatorBytes ? 0 : found - kLocatorBytes);
    if (directory.position > found || directory.bytes > found - directory.position)
        throwDamaged("the directory of its zip archive overlaps its end");
    return directory;
}

/** Takes 64-bit numbers from an extra field, in place of those that say kWide. */
void widen(Entry& entry, std::string_view extra)
{
    Cursor fields(extra, 0);
    while (!fields.atEnd()) {
        const auto kind = fields.number<uint16_t>();
        const std::string_view field = fields.take(fields.number<uint16_t>());
        if (kind != 1)
            continue;
        Cursor numbers(field, 0);
        for (uint64_t* value : { &entry.bytes, &entry.packedBytes, &entry.header }) {
            if (*value == kWide)
                *value = numbers.number<uint64_t>();
        }
    }
}

Entry readDirectoryEntry(Cursor& cursor)
{
    Entry entry;
    cursor.expect("PK\x01\x02");
    cursor.take(4); // versions
    entry.flags = cursor.number<uint16_t>();
    entry.method = cursor.number<uint16_t>();
    cursor.take(4); // time
    entry.checksum = cursor.number<uint32_t>();
    entry.packedBytes = cursor.number<uint32_t>();
    entry.bytes = cursor.number<uint32_t>();
    const auto nameBytes = cursor.number<uint16_t>();
    const auto extraBytes = cursor.number<uint16_t>();
    const auto commentBytes = cursor.number<uint16_t>();
    cursor.take(2 + 2 + 4); // disk, attributes
    entry.header = cursor.number<uint32_t>();
    entry.name = cursor.take(nameBytes);
    const std::string_view extra = cursor.take(extraBytes);
    cursor.take(commentBytes);
    if (std::max({ entry.bytes, entry.packedBytes, entry.header }) == kWide)
        widen(entry, extra);
    return entry;
}

/** Compares an entry's own header with the directory's, and sets where its data starts. */
void checkHeader(Entry& entry, std::string_view bytes)
{
    const std::string name = printableText(entry.name);
    Cursor cursor(bytes, entry.header);
    cursor.expect("PK\x03\x04");
    cursor.take(2);
    const auto flags = cursor.number<uint16_t>();
    const auto method = cursor.number<uint16_t>();
    cursor.take(4);
    const auto checksum = cursor.number<uint32_t>();
    const auto packedBytes = cursor.number<uint32_t>();
    const auto size = cursor.number<uint32_t>();
    const auto nameBytes = cursor.number<uint16_t>();
    const auto extraBytes = cursor.number<uint16_t>();
    const bool sameSizes = (flags & kSizesFollow) != 0
        || (checksum == entry.checksum && (size == kWide || size == entry.bytes)
            && (packedBytes == kWide || packedBytes == entry.packedBytes));
    if (cursor.take(nameBytes) != entry.name || method != entry.method || !sameSizes)
        throwDamaged("the entry '" + name + "' of its zip archive disagrees with the directory");
    cursor.take(extraBytes);
    entry.data = cursor.position();
    cursor.take(entry.method == 0 ? std::max(entry.bytes, entry.packedBytes) : entry.packedBytes);
}

bool isStored(const Entry& entry)
{
    return entry.method == 0 && entry.packedBytes == entry.bytes;
}

void checkSum(const Entry& entry, std::string_view content)
{
    const auto* data = reinterpret_cast<const Bytef*>(content.data());
    if (crc32_z(crc32_z(0, nullptr, 0), data, content.size()) != entry.checksum) {
        throwDamaged("the entry '" + printableText(entry.name)
            + "' of its zip archive does not have the checksum that is stored with it");
    }
}

/** The content of a deflated entry. */
std::string inflated(const Entry& entry, std::string_view packed)
{
    constexpr uint64_t kMostBytes = 64 << 20; // of a source file
    const std::string name = printableText(entry.name);
    if (entry.bytes > kMostBytes || packed.size() > kMostBytes)
        throwDamaged("the compressed entry '" + name + "' of its zip archive has more than 64 MB");
    std::string content(entry.bytes, '\0');
    z_stream stream {};
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data())); // zlib's interface is not const
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(content.data());
    stream.avail_out = static_cast<uInt>(content.size());
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        throw std::runtime_error("zlib cannot start");
    const int result = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    if (result != Z_STREAM_END || stream.avail_out != 0)
        throwDamaged("the compressed entry '" + name + "' of its zip archive cannot be unpacked");
    return content;
}

void checkContent(const Entry& entry, std::string_view bytes, bool plainOnly)
{
    const std::string_view packed = bytes.substr(entry.data, entry.packedBytes);
    const bool readable = isStored(entry) || (entry.method == Z_DEFLATED && !plainOnly);
    if (!readable || (entry.flags & kEncrypted) != 0) {
        throw std::invalid_argument("has a zip archive with the compressed entry '" + printableText(entry.name)
            + "', expected plain ones as PyTorch writes them");
    }
    if (isStored(entry))
        checkSum(entry, packed);
    else
        checkSum(entry, inflated(entry, packed));
}

/** All entries in the order of their places, checked to the last byte. */
std::vector<Entry> checkedEntries(std::string_view bytes, bool plainOnly)
{
    const Directory directory = findDirectory(bytes);
    const std::string_view before = bytes.substr(0, directory.position);
    Cursor cursor(bytes.substr(0, directory.position + directory.bytes), directory.position);
    std::vector<Entry> entries;
    while (!cursor.atEnd()) {
        entries.push_back(readDirectoryEntry(cursor));
        checkHeader(entries.back(), before);
    }
    if (entries.size() != directory.entries) {
        throwDamaged("its zip archive holds " + std::to_string(entries.size()) + " entries, expected "
            + std::to_string(directory.entries));
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return a.header < b.header; });
    uint64_t end = 0;
    for (const Entry& entry : entries) {
        if (entry.header < end)
            throwDamaged("the entry '" + printableText(entry.name) + "' of its zip archive overlaps another");
        end = entry.data + entry.packedBytes;
        checkContent(entry, bytes, plainOnly);
    }
    return entries;
}

} // namespace

void checkZipArchive(std::string_view bytes)
{
    checkedEntries(bytes, /*plainOnly=*/false);
}

NamedBytes readZipArchive(std::string_view bytes)
{
    NamedBytes contents;
    for (const Entry& entry : checkedEntries(bytes, /*plainOnly=*/true)) {
        if (!contents.emplace(entry.name, bytes.substr(entry.data, entry.bytes)).second)
            throwDamaged("the entry '" + printableText(entry.name) + "' of its zip archive is there twice");
    }
    return contents;
}

} // namespace latticeq
