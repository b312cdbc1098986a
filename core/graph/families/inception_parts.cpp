// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/families/inception_parts.h"

namespace latticeq {

Place addBasicConvolution(NetworkBuilder& builder, const std::string& name, int64_t outputs, const Convolution& form)
{
    builder.addUnit({ name + ".conv", name + ".bn", name + ".relu" }, outputs, form);
    return builder.here();
}

Convolution unpadded(int64_t kernel, int64_t stride)
{
    Convolution form = square(kernel, stride);
    form.padding = { 0, 0 };
    return form;
}

} // namespace latticeq
