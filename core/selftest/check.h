// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

namespace latticeq {

/** One question that a machine or a build is asked. */
struct CheckResult
{
    std::string name; // reads as a sentence
    bool passed = false;
    std::string detail; // what was measured, and the limit
};

using CheckSink = std::function<void(const CheckResult&)>;

/** "largest difference 1.2e-07, limit 1e-05" as a result. */
CheckResult withinLimit(const std::string& name, double difference, double limit);

} // namespace latticeq
