// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mixed_precision/bits_choice.h"

namespace latticeq {

/** sensitivity.csv: a row for each layer and number of bits; `chosen` marks the one that the layer got. */
std::string sensitivityCsv(
    const std::vector<LayerSensitivity>& sensitivities, const std::map<std::string, int>& chosen);

/** tradeoff.csv: size against divergence, `chosen` marks the file's own point. */
std::string tradeOffCsv(const std::vector<TradeOffPoint>& curve, const TradeOffPoint& chosen);

/** What sensitivityCsv() wrote. Throws std::invalid_argument, naming `source`, where it is damaged. */
std::vector<LayerSensitivity> readSensitivities(const std::string& csv, const std::string& source);

/** Both files of a run; the curve's points come without the bits of their layers, but for the chosen one. */
BitsChoice readBitsChoice(const std::string& sensitivities, const std::string& tradeOff, const std::string& folder);

} // namespace latticeq
