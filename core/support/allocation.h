// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace latticeq {

/**
 * Makes the C library keep freed memory of up to 1 GiB for the next allocation instead of returning it to the
 * system. A forward pass allocates its activations anew in every batch; without this, half of the time of an
 * evaluation on two cores goes into page faults. For a program to call at its start.
 */
void keepFreedMemory();

/** Returns the memory that is kept by keepFreedMemory() to the system; after a run, before a long pause. */
void returnFreedMemory();

} // namespace latticeq
