// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/sample_runs.h"

namespace latticeq::ui::test {

/** Five sizes, of which two were tried on the whole network and one lies between them as chosen. */
inline BitsChoice sampleChoice()
{
    BitsChoice choice;
    choice.sensitivities = { { 1, "layer1.0.conv1", { { 1, 10, 0, 0.5, 90, 95, true }, { 2, 20, 0, 0.05, 93, 99, true } } } };
    for (int i = 0; i < 5; ++i)
        choice.curve.push_back({ 80'000 + 10'000 * i, 1.0 + i, 0.1 / (1 << (2 * i)), std::nullopt, {} });
    choice.curve[0].top1 = 92.5;
    choice.curve[3].top1 = 93.75;
    choice.chosen = { 105'000, 3.4, 0.004, 93.5, { { "layer1.0.conv1", 2 } } };
    return choice;
}

/** A finished run that chose its bits. */
inline RunDocumentPtr choosingRun(const QString& id)
{
    RunResult result = sampleResult();
    result.settings.maxBytes = 106'000;
    result.bitsChoice = sampleChoice();
    auto run = std::make_shared<RunDocument>(result.settings);
    run->id = id;
    run->open(result);
    return run;
}

} // namespace latticeq::ui::test
