// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lattice/kernels/chain_warp.h"

#include <stdexcept>
#include <vector>

namespace latticeq {

/**
 * The search on an NVIDIA card, without torch. All functions work on the thread's current card and its default stream;
 * pointers in launches are to the card's memory. They throw CardMemoryError or CardError.
 */

/** The card refused a request; the message holds its own words. */
class CardError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/** The card's memory does not suffice. */
class CardMemoryError : public CardError
{
public:
    using CardError::CardError;
};

/** Whether this build has kernels that run on card `index`. */
bool cardHasKernels(int index);

/** Makes card `index` the thread's current one. */
void useCard(int index);

/** Bytes of card `index` that CardMemory holds at the moment. */
int64_t cardMemoryHeld(int index);

/** Memory of the current card, freed with the object. */
class CardMemory
{
public:
    CardMemory() = default;
    explicit CardMemory(int64_t bytes);
    CardMemory(CardMemory&& other) noexcept;
    CardMemory& operator=(CardMemory&& other) noexcept;
    ~CardMemory();

    void* data() const { return m_data; }
    void upload(const void* source, int64_t bytes);
    /** Waits for what was launched before. */
    void download(void* target, int64_t bytes) const;

private:
    void* m_data = nullptr;
    int m_card = 0;
    int64_t m_bytes = 0;
};

/** The chains of one layer's search in a launch. */
struct LayerLaunch
{
    const ChainTask* tasks = nullptr; // [chains]
    ChainState* states = nullptr; // [chains]
    int64_t chains = 0;
    CandidateRange range; // what every chain tries
    const int64_t* marks = nullptr; // [markCount], within the range
    int markCount = 0;
    float* traces = nullptr; // [chains, markCount], best errors at the marks
    int n = 1;
    bool manySections = false; // a thread block per chain instead of a warp
    int64_t firstChain = 0; // among the launch's chains; set by advanceOnCard()
};

/**
 * Advances the chains of all layers; those of one group dimension run in one launch, a warp per chain. Waits for the
 * end, so that an error of the card is thrown here.
 */
void advanceOnCard(std::vector<LayerLaunch> layers);

/** A row's vectors under its basis [n, n]: coordinates [vectorCount, n] of all its sections, one after the other. */
struct CoordinatesLaunch
{
    const ErrorSection* section = nullptr;
    const float* basis = nullptr;
    float* coordinates = nullptr; // of this section
};

/** Computes the coordinates of all sections, a warp for each. */
void coordinatesOnCard(const std::vector<CoordinatesLaunch>& sections, int n);

} // namespace latticeq
