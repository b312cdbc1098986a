// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace latticeq {

/** Sets LibTorch's intra-op threads for a scope: reductions and products may round by how they are split. */
class ThreadCount
{
public:
    explicit ThreadCount(int threads);
    ThreadCount(const ThreadCount&) = delete;
    ThreadCount& operator=(const ThreadCount&) = delete;
    ~ThreadCount();

private:
    int m_before;
};

/** Threads of every calibration, whatever --threads says: thresholds are part of the result. */
inline constexpr int kCalibrationThreads = 4;

} // namespace latticeq
