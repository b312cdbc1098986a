// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/card_searcher.h"

#include "core/run/cards.h"
#include "core/run/run_control.h"
#include "core/search/card_layer.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <chrono>
#include <deque>

namespace latticeq {

namespace {

/** A launch is to take less than the 50 ms in which a person sees no delay. */
constexpr double kLaunchMilliseconds = 35;

constexpr int64_t kFirstCandidates = 4;

/** How many candidates a launch may try, from how long the last one took. */
class LaunchSize
{
public:
    int64_t candidates() const { return m_candidates; }

    void learn(std::chrono::steady_clock::duration took)
    {
        const double milliseconds = std::chrono::duration<double, std::milli>(took).count();
        const double factor = std::clamp(kLaunchMilliseconds / std::max(milliseconds, 1e-3), 0.25, 8.0);
        m_candidates
            = std::clamp<int64_t>(static_cast<int64_t>(static_cast<double>(m_candidates) * factor), 1, 1 << 20);
    }

private:
    int64_t m_candidates = kFirstCandidates;
};

/** Launches the next candidates of all layers together; false when all are at their end. */
bool advanceTogether(std::deque<CardLayer>& layers, LaunchSize& size)
{
    std::vector<LayerLaunch> launches;
    std::vector<CardLayer*> launched;
    for (CardLayer& layer : layers) {
        if (const auto launch = layer.nextLaunch(size.candidates())) {
            launches.push_back(*launch);
            launched.push_back(&layer);
        }
    }
    if (launches.empty())
        return false;
    const auto start = std::chrono::steady_clock::now();
    advanceOnCard(std::move(launches));
    size.learn(std::chrono::steady_clock::now() - start);
    for (CardLayer* layer : launched)
        layer->finishLaunch();
    return true;
}

std::vector<LayerSearchResult> searchTogether(
    const std::vector<SearchJob>& jobs, RunControl& control, WorkerThreads& workers)
{
    std::deque<CardLayer> layers; // which cannot move
    for (const SearchJob& job : jobs)
        layers.emplace_back(job, control, workers);
    LaunchSize size;
    while (control.waitWhilePaused() && advanceTogether(layers, size)) { }
    std::vector<LayerSearchResult> results;
    for (CardLayer& layer : layers)
        results.push_back(layer.finish(control.stopRequested()));
    return results;
}

/** A job for channels [first, last) of another, without its listeners. */
SearchJob channelsOf(const SearchJob& job, int64_t first, int64_t last)
{
    SearchJob part;
    part.search = job.search;
    part.search.vectors = job.search.vectors.narrow(0, first, last - first);
    part.search.channelBits.assign(job.search.channelBits.begin() + first, job.search.channelBits.begin() + last);
    part.search.firstChannel = job.search.firstChannel + first;
    part.search.budgetSeconds = job.search.budgetSeconds * static_cast<double>(last - first)
        / static_cast<double>(job.search.vectors.size(0));
    return part;
}

LayerSearchResult joinChannels(LayerSearchResult first, const LayerSearchResult& second)
{
    first.basis = at::cat({ first.basis, second.basis });
    first.basisMaximum = at::cat({ first.basisMaximum, second.basisMaximum });
    first.coordinates = at::cat({ first.coordinates, second.coordinates });
    first.cubicErrors.insert(first.cubicErrors.end(), second.cubicErrors.begin(), second.cubicErrors.end());
    first.convergence.resize(std::min(first.convergence.size(), second.convergence.size()));
    for (size_t i = 0; i < first.convergence.size(); ++i)
        first.convergence[i].bestError += second.convergence[i].bestError;
    first.candidates = std::min(first.candidates, second.candidates);
    first.candidateWeights += second.candidateWeights;
    first.computedWeights += second.computedWeights;
    first.stopped = first.stopped || second.stopped;
    return first;
}

} // namespace

CardSearcher::CardSearcher(
    const std::string& device, WorkerThreads& workers, std::function<void(const std::string&)> log)
    : m_card(std::stoi(device.substr(device.find(':') + 1)))
    , m_workers(workers)
    , m_log(std::move(log))
{
}

std::vector<LayerSearchResult> CardSearcher::search(const std::vector<SearchJob>& jobs, RunControl& control) const
{
    if (std::any_of(jobs.begin(), jobs.end(), [](const SearchJob& job) { return job.search.refined; }))
        return ProcessorSearcher(m_workers).search(jobs, control); // there is no refined search on cards
    useCard(m_card);
    releaseCardMemory(); // what LibTorch keeps of the evaluation before
    try {
        return searchTogether(jobs, control, m_workers);
    } catch (const CardMemoryError&) {
        if (m_log)
            m_log(jobs.size() > 1 ? "The card has no memory for " + std::to_string(jobs.size())
                        + " searches at once; going on with half of them"
                                  : "The card has no memory for all channels at once; going on with half of them");
    }
    return jobs.size() > 1 ? searchInHalves(jobs, control)
                           : std::vector<LayerSearchResult> { searchChannelsInHalves(jobs.front(), control) };
}

std::vector<LayerSearchResult> CardSearcher::searchInHalves(
    const std::vector<SearchJob>& jobs, RunControl& control) const
{
    const auto middle = jobs.begin() + std::ssize(jobs) / 2;
    std::vector<LayerSearchResult> results = search({ jobs.begin(), middle }, control);
    for (LayerSearchResult& result : search({ middle, jobs.end() }, control))
        results.push_back(std::move(result));
    return results;
}

LayerSearchResult CardSearcher::searchChannelsInHalves(const SearchJob& job, RunControl& control) const
{
    const int64_t channels = job.search.vectors.size(0);
    if (job.search.perLayer || channels == 1) {
        throw std::runtime_error("the card's memory does not suffice for the "
            + std::to_string(job.search.vectors.numel())
            + " weights of one basis; search on the processor (--device cpu)");
    }
    LayerSearchResult first = search({ channelsOf(job, 0, channels / 2) }, control).front();
    LayerSearchResult joined
        = joinChannels(std::move(first), search({ channelsOf(job, channels / 2, channels) }, control).front());
    if (job.convergence)
        job.convergence(joined.convergence);
    return joined;
}

} // namespace latticeq
