// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/cards.h"

#include <functional>

namespace latticeq {

/** The device that a run computes on. */
struct DeviceChoice
{
    std::string device; // "cpu" or "cuda:0"
    std::string title; // "cpu" or "cuda:0 NVIDIA H100"
    std::string why; // "the first card that can be used"
    int64_t totalBytes = 0; // of a card
};

/** "85.0 GB", in thousands of millions of bytes as cards are sold. */
std::string gigabytesText(int64_t bytes);

/** Throws std::invalid_argument with one sentence unless `wanted` is auto, cpu, cuda or cuda:n. */
void checkDeviceName(const std::string& wanted);

/**
 * What --device means among these cards: auto is the first usable card, else the processor; cuda the first usable
 * card. Calls `examine` for those cards only that it depends on. Throws std::invalid_argument with one sentence.
 */
DeviceChoice chooseAmong(
    const std::string& wanted, const CardList& list, const std::function<void(Card&)>& examine = examineCard);

} // namespace latticeq
