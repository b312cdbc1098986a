// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/allocation.h"

#include <atomic>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace latticeq {

namespace {

constexpr int kKept = 1 << 30; // bytes; what is larger is returned when it is freed
constexpr int kLarge = 1 << 24;

std::atomic<bool> isKept = false;

void returnAbove([[maybe_unused]] int bytes)
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, bytes);
#endif
}

} // namespace

void keepFreedMemory()
{
#ifdef __GLIBC__
    mallopt(M_TRIM_THRESHOLD, kKept);
#endif
    returnAbove(kKept);
    isKept = true;
}

ReturnLargeMemory::ReturnLargeMemory()
{
    if (isKept)
        returnAbove(kLarge);
}

ReturnLargeMemory::~ReturnLargeMemory()
{
    if (isKept)
        returnAbove(kKept);
}

void returnFreedMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace latticeq
