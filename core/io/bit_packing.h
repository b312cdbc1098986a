// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace latticeq {

/** Appends numbers of any width to a stream of bits, the lowest bit first, without gaps. */
class BitWriter
{
public:
    /** Writes the lowest `bits` (0 to 32) of a value. */
    void write(uint32_t value, int bits);
    /** The bytes so far, the last one filled up with zeros. */
    const std::vector<uint8_t>& bytes() const { return m_bytes; }

private:
    std::vector<uint8_t> m_bytes;
    int m_used = 8; // bits of the last byte
};

/** Reads what BitWriter wrote, given the same widths. */
class BitReader
{
public:
    BitReader(const uint8_t* bytes, size_t size)
        : m_bytes(bytes)
        , m_size(size)
    {
    }
    /** Throws std::out_of_range past the end. */
    uint32_t read(int bits);

private:
    const uint8_t* m_bytes;
    size_t m_size;
    size_t m_position = 0; // bits
};

} // namespace latticeq
