// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace latticeq {

/** A graphics card as CUDA numbers it. */
struct Card
{
    int index = 0;
    std::string name;
    int64_t totalBytes = 0;
    int64_t freeBytes = 0; // known once the card is examined
    std::string whyUnusable; // empty: it can be used

    /** As for --device: "cuda:0". */
    std::string device() const { return "cuda:" + std::to_string(index); }
    /** "cuda:0 NVIDIA H100" */
    std::string title() const { return device() + ' ' + name; }
};

struct CardList
{
    std::vector<Card> cards;
    std::string whyNone; // why there is none to list, e.g. "this version is built without CUDA"
};

/** The cards by name and size; none of them is touched. */
CardList nameCards();

/** Fills in what only a look at the card tells: its free memory and why it cannot be used, in a part of a sentence. */
void examineCard(Card& card);

/** Bytes of a card's memory that this process holds for tensors. */
int64_t cardMemoryInUse(int index);

/** Gives memory that the process holds on cards without using it back to the cards. */
void releaseCardMemory();

} // namespace latticeq
