// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/thread_count.h"

#include <ATen/Parallel.h>

namespace latticeq {

ThreadCount::ThreadCount(int threads)
    : m_before(at::get_num_threads())
{
    at::set_num_threads(threads);
}

ThreadCount::~ThreadCount()
{
    at::set_num_threads(m_before);
}

} // namespace latticeq
