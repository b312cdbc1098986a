// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/group_dimension.h"

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <numeric>

namespace latticeq {

namespace {

int largestDivisor(int64_t number, std::initializer_list<int> candidates)
{
    const auto found
        = std::find_if(candidates.begin(), candidates.end(), [&](int candidate) { return number % candidate == 0; });
    return found == candidates.end() ? 1 : *found;
}

} // namespace

int64_t weightsPerChannel(const std::vector<int64_t>& shape)
{
    return std::accumulate(shape.begin() + 1, shape.end(), int64_t(1), std::multiplies<>());
}

int wantedGroupDimension(const std::vector<int64_t>& shape, int aggregation)
{
    const int64_t kernelSize = shape.size() == 4 ? shape[2] * shape[3] : 1;
    if (kernelSize == 1)
        return aggregation;
    if (shape[2] == 3 && shape[3] == 3)
        return 3;
    const int ofKernel = largestDivisor(kernelSize, { 4, 3, 2 });
    return ofKernel > 1 ? ofKernel : largestDivisor(weightsPerChannel(shape), { 3, 2 });
}

int groupDimension(const std::vector<int64_t>& shape, int aggregation)
{
    int n = wantedGroupDimension(shape, aggregation);
    while (weightsPerChannel(shape) % n != 0)
        --n;
    return n;
}

} // namespace latticeq
