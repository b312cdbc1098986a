// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <ATen/ATen.h>

namespace latticeq::test {

/** Images of one pixel that holds the image's number; the label is its last digit. */
class NumberedImages : public Dataset
{
public:
    explicit NumberedImages(int64_t size)
        : m_size(size)
    {
    }
    int64_t size() const override { return m_size; }
    std::vector<int64_t> imageShape() const override { return { 1, 1, 1 }; }
    int64_t largestLabel() const override { return 9; }
    ImageBatch batch(const std::vector<int64_t>& positions) const override
    {
        const at::Tensor numbers = at::tensor(positions, at::kLong);
        return { numbers.to(at::kFloat).reshape({ -1, 1, 1, 1 }), numbers % 10 };
    }

private:
    int64_t m_size;
};

/** Logits that are right for even images, second best for odd ones, and wrong among all five for multiples of seven. */
inline at::Tensor classifyNumbers(const at::Tensor& images)
{
    const at::Tensor number = images.flatten().to(at::kLong);
    at::Tensor logits = at::zeros({ number.numel(), 10 });
    logits.scatter_(1, (number % 10).unsqueeze(1), 1.0);
    logits = at::where((number % 2 == 1).unsqueeze(1), logits + at::one_hot((number + 1) % 10, 10) * 2, logits);
    return at::where((number % 7 == 0).unsqueeze(1), -logits, logits);
}

} // namespace latticeq::test
