// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace latticeq {

/** Parts of a file by name. */
using NamedBytes = std::map<std::string, std::string_view, std::less<>>;

/**
 * The entries of a zip archive as PyTorch writes it (stored, not compressed), pointing into `bytes`. Throws
 * std::invalid_argument where one is compressed, named twice, overlaps another, reaches beyond the archive, or where
 * sizes or the CRC-32 do not agree. Messages lack their subject: "is damaged: …".
 */
NamedBytes readZipArchive(std::string_view bytes);

/** Throws as readZipArchive() does, but lets entries be compressed, as the source texts of a TorchScript archive are.
 */
void checkZipArchive(std::string_view bytes);

} // namespace latticeq
