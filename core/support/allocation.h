// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace latticeq {

/**
 * Makes the C library keep freed memory of up to 1 GiB for the next allocation instead of returning it to the
 * system. A forward pass allocates its activations anew in every batch; without this, half of the time of an
 * evaluation on two cores goes into page faults. For a program to call at its start.
 */
void keepFreedMemory();

/**
 * For a scope, large memory goes back to the system as soon as it is freed, whatever keepFreedMemory() says: where
 * many large values of one size come and go, the kept pieces would not fit the next ones and memory would double.
 */
class ReturnLargeMemory
{
public:
    ReturnLargeMemory();
    ReturnLargeMemory(const ReturnLargeMemory&) = delete;
    ReturnLargeMemory& operator=(const ReturnLargeMemory&) = delete;
    ~ReturnLargeMemory();
};

/** Returns the memory that is kept by keepFreedMemory() to the system; after a run, before a long pause. */
void returnFreedMemory();

} // namespace latticeq
