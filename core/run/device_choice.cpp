// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/device_choice.h"

#include <charconv>
#include <cstdio>
#include <optional>
#include <stdexcept>

namespace latticeq {

namespace {

const std::string kFirstCard = "cuda";

/** The n of "cuda:n". */
std::optional<int> cardIndex(const std::string& wanted)
{
    constexpr std::string_view kPrefix = "cuda:";
    if (!wanted.starts_with(kPrefix))
        return std::nullopt;
    int index = 0;
    const char* end = wanted.data() + wanted.size();
    const auto [stop, error] = std::from_chars(wanted.data() + kPrefix.size(), end, index);
    const bool plain = wanted == std::string(kPrefix) + std::to_string(index);
    return error == std::errc() && stop == end && index >= 0 && plain ? std::optional(index) : std::nullopt;
}

DeviceChoice choiceOf(const Card& card, const std::string& why)
{
    return { card.device(), card.title(), why, card.totalBytes };
}

/** "this machine has 2 cards: cuda:0 NVIDIA H100, cuda:1 NVIDIA H100" */
std::string whatThereIs(const CardList& list)
{
    std::string text
        = "this machine has " + std::to_string(list.cards.size()) + (list.cards.size() == 1 ? " card" : " cards");
    for (size_t i = 0; i < list.cards.size(); ++i)
        text += (i == 0 ? ": " : ", ") + list.cards[i].title();
    return text;
}

DeviceChoice takeCard(int index, const CardList& list, const std::function<void(Card&)>& examine)
{
    if (index >= std::ssize(list.cards))
        throw std::invalid_argument("--device is 'cuda:" + std::to_string(index) + "', but " + whatThereIs(list));
    Card card = list.cards[static_cast<size_t>(index)];
    examine(card);
    if (!card.whyUnusable.empty())
        throw std::invalid_argument("--device " + card.device() + ": " + card.name + " cannot be used, "
            + card.whyUnusable + "; expected auto or cpu");
    return choiceOf(card, "the card that --device names");
}

/** The first card that can be used; without one `whyNone` says why. */
std::optional<DeviceChoice> firstUsable(
    const CardList& list, const std::function<void(Card&)>& examine, std::string& whyNone)
{
    whyNone = list.whyNone;
    for (Card card : list.cards) {
        examine(card);
        if (card.whyUnusable.empty())
            return choiceOf(
                card, list.cards.size() == 1 ? "the card that can be used" : "the first card that can be used");
        whyNone += (whyNone.empty() ? "" : "; ") + card.title() + " cannot be used, " + card.whyUnusable;
    }
    return std::nullopt;
}

} // namespace

std::string gigabytesText(int64_t bytes)
{
    char text[32];
    std::snprintf(text, sizeof(text), "%.1f GB", static_cast<double>(bytes) / 1e9);
    return text;
}

void checkDeviceName(const std::string& wanted)
{
    if (wanted != "auto" && wanted != "cpu" && wanted != kFirstCard && !cardIndex(wanted))
        throw std::invalid_argument("--device is '" + wanted + "', expected auto, cpu, cuda or cuda:0");
}

DeviceChoice chooseAmong(const std::string& wanted, const CardList& list, const std::function<void(Card&)>& examine)
{
    checkDeviceName(wanted);
    if (wanted == "cpu")
        return { "cpu", "cpu", "as --device says" };
    const std::optional<int> index = cardIndex(wanted);
    if (index && !list.cards.empty())
        return takeCard(*index, list, examine);
    std::string whyNone = list.whyNone;
    if (!index) {
        if (const auto first = firstUsable(list, examine, whyNone))
            return *first;
    }
    if (wanted != "auto")
        throw std::invalid_argument("--device " + wanted + ": " + whyNone + ", expected auto or cpu");
    return { "cpu", "cpu", whyNone };
}

} // namespace latticeq
