// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/allocation.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace latticeq {

void keepFreedMemory()
{
#ifdef __GLIBC__
    constexpr int kGibibyte = 1 << 30;
    mallopt(M_TRIM_THRESHOLD, kGibibyte);
    mallopt(M_MMAP_THRESHOLD, kGibibyte);
#endif
}

void returnFreedMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace latticeq
