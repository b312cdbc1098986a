// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/selftest/check.h"

#include <cstdio>

namespace latticeq {

CheckResult withinLimit(const std::string& name, double difference, double limit)
{
    char detail[96];
    std::snprintf(detail, sizeof(detail), "largest difference %.3g, limit %.3g", difference, limit);
    return { name, difference <= limit, detail };
}

} // namespace latticeq
