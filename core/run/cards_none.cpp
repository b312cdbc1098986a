// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/cards.h"

#include "core/run/nvidia_driver.h"

namespace latticeq {

CardList nameCards()
{
    const std::string why = "this version is built without CUDA";
    const std::string model = nvidiaCardModel();
    return { {}, model.empty() ? why : why + " (app/start --cuda builds one for this machine's " + model + ")" };
}

void examineCard(Card& card)
{
    card.whyUnusable = nameCards().whyNone;
}

int64_t cardMemoryInUse(int)
{
    return 0;
}

void releaseCardMemory() { }

} // namespace latticeq
