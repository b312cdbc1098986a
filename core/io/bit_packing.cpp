// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/bit_packing.h"

#include <stdexcept>

namespace latticeq {

void BitWriter::write(uint32_t value, int bits)
{
    for (int bit = 0; bit < bits; ++bit) {
        if (m_used == 8) {
            m_bytes.push_back(0);
            m_used = 0;
        }
        m_bytes.back() = static_cast<uint8_t>(m_bytes.back() | ((value >> bit) & 1U) << m_used++);
    }
}

uint32_t BitReader::read(int bits)
{
    if (m_position + static_cast<size_t>(bits) > 8 * m_size)
        throw std::out_of_range("packed numbers end early");
    uint32_t value = 0;
    for (int bit = 0; bit < bits; ++bit, ++m_position)
        value |= static_cast<uint32_t>(m_bytes[m_position / 8] >> (m_position % 8) & 1) << bit;
    return value;
}

} // namespace latticeq
