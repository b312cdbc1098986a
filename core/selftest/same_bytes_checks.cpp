// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/selftest/same_bytes_checks.h"

#include "core/lattice/kernels/chain_kernel.h"
#include "core/lattice/kernels/chain_reference.h"
#include "core/lattice/kernels/chain_steps.h"
#include "core/run/run_control.h"
#include "core/search/layer_searcher.h"
#include "core/search/search_chains.h"
#include "core/support/worker_threads.h"

#include <ATen/ATen.h>

#include <cstring>

namespace latticeq {

namespace {

struct Case
{
    const char* name;
    int n;
    int bits;
    int64_t vectors;
    bool perLayer;
    bool biasCorrected;
    int basisBits;
    int restarts = 2;
    int64_t stepsPerPhase = 25;
};

constexpr Case kCases[] = {
    { "single weights at 8 bits", 1, 8, 33, false, false, 8 },
    { "pairs at 4 bits", 2, 4, 100, false, false, 8 },
    { "kernel rows at 4 bits", 3, 4, 513, false, false, 8 },
    { "kernel rows at 2 bits after bias correction", 3, 2, 70, false, true, 4 },
    { "kernel rows at 1 bit with float bases", 3, 1, 31, false, false, 0 },
    { "groups of four at 3 bits after bias correction", 4, 3, 64, false, true, 8 },
    { "groups of seven at 4 bits", 7, 4, 40, false, false, 8 },
    { "one basis for a layer", 3, 4, 1500, true, false, 8 },
    { "one basis for a layer after bias correction", 2, 3, 90, true, true, 8 },
    { "one basis for a large layer, whose candidates the threads share", 3, 4, 5500, true, false, 8, 1, 8 },
};

LayerSearch makeSearch(const Case& c)
{
    LayerSearch search = randomLayer(4, c.vectors, c.n, c.bits, 7);
    search.perLayer = c.perLayer;
    search.biasCorrected = c.biasCorrected;
    search.basisBits = c.basisBits;
    search.restarts = c.restarts;
    search.stepsPerPhase = c.stepsPerPhase;
    return search;
}

/** Everything of a search that must not change, as bytes. */
std::string resultBytes(const LayerSearchResult& result)
{
    std::string bytes;
    for (const at::Tensor& tensor : { result.basis, result.basisMaximum, result.coordinates })
        bytes.append(static_cast<const char*>(tensor.data_ptr()), tensor.nbytes());
    bytes.append(reinterpret_cast<const char*>(result.cubicErrors.data()), result.cubicErrors.size() * sizeof(double));
    return bytes;
}

std::string searchBytes(const LayerSearch& search, int threads)
{
    WorkerThreads workers(threads);
    RunControl control;
    return resultBytes(searchLayer(search, workers, control));
}

/** By a card, beside a second search that shares its launches. */
std::string cardBytes(const std::string& device, const LayerSearch& search)
{
    WorkerThreads caller(1);
    RunControl control;
    return resultBytes(
        makeSearcher(device, caller)->search({ { search, {}, {} }, { search, {}, {} } }, control).back());
}

/** Best errors and bases of all chains by the plain reference. */
std::string referenceBytes(const LayerSearch& search)
{
    WorkerThreads caller(1);
    const SearchChains start(search, caller);
    const SearchSchedule schedule
        = publishedSchedule(static_cast<int>(search.vectors.size(2)), search.bits, search.stepsPerPhase);
    LayerSearchResult result;
    const int64_t n = search.vectors.size(2);
    result.basis = at::empty({ start.rows(), n, n });
    result.basisMaximum = at::empty({ start.rows() });
    for (int64_t row = 0; row < start.rows(); ++row) {
        ChainState best;
        for (int restart = 0; restart < search.restarts; ++restart) {
            ChainProblem problem = start.problem(row);
            problem.noise.restart = static_cast<uint32_t>(restart);
            ChainState state = start.state(row, restart);
            for (const NoisePhase& phase : schedule.phases)
                advanceChainReference(problem, phase, 0, phase.candidates, state);
            if (restart == 0 || state.bestError < best.bestError)
                best = state;
        }
        std::memcpy(result.basis[row].data_ptr(), best.bestBasis, static_cast<size_t>(n * n) * sizeof(float));
        result.basisMaximum.data_ptr<float>()[row] = best.bestMaximum;
        result.cubicErrors.push_back(best.bestError);
    }
    result.coordinates = coordinatesUnder(search, start, result.basis);
    return resultBytes(result);
}

} // namespace

LayerSearch randomLayer(int64_t channels, int64_t vectors, int n, int bits, uint64_t seed)
{
    LayerSearch search;
    search.vectors = at::empty({ channels, vectors, n });
    auto* values = search.vectors.data_ptr<float>();
    for (int64_t i = 0; i < search.vectors.numel(); i += 2) {
        const PhiloxWords words = philox({ { static_cast<uint32_t>(i), 0, 0, 0 } }, seed);
        const NormalPair pair = normalPair(words.w[0], words.w[1]);
        values[i] = 0.2F * pair.first;
        if (i + 1 < search.vectors.numel())
            values[i + 1] = 0.2F * pair.second;
    }
    search.vectors.clamp_(-1, 1);
    search.vectors.select(1, vectors / 2).zero_();
    search.channelBits.assign(static_cast<size_t>(channels), bits);
    search.bits = bits;
    search.seed = seed;
    return search;
}

void checkSameBytes(const std::string& device, const CheckSink& sink)
{
    for (const Case& c : kCases) {
        const LayerSearch search = makeSearch(c);
        const std::string expected = referenceBytes(search);
        const auto check = [&](const std::string& with, const std::string& bytes) {
            const bool same = bytes == expected;
            sink({ std::string(c.name) + ": " + with, same,
                same ? "the reference's bytes" : "other bytes than the reference" });
        };
        if (device != "cpu") {
            check(device, cardBytes(device, search));
            continue;
        }
        for (const std::string& set : instructionSets()) {
            useInstructionSet(set);
            for (const int threads : { 1, 2, 3 })
                check(set + ", " + std::to_string(threads) + " threads", searchBytes(search, threads));
        }
        useInstructionSet({});
    }
}

} // namespace latticeq
