// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/card_layer.h"

#include <ATen/ATen.h>

namespace latticeq {

namespace {

template <typename T> int64_t bytesOf(const std::vector<T>& values)
{
    return static_cast<int64_t>(values.size() * sizeof(T));
}

template <typename T> CardMemory uploaded(const std::vector<T>& values)
{
    CardMemory memory(bytesOf(values));
    memory.upload(values.data(), bytesOf(values));
    return memory;
}

} // namespace

CardLayer::CardLayer(const SearchJob& job, const RunControl& control, WorkerThreads& workers)
    : m_job(job)
    , m_chains(job.search, workers)
    , m_walk(job.search, control)
    , m_vectors(uploaded(m_chains.blocks().values()))
    , m_states(uploaded(m_chains.states()))
    , m_marks(kConvergencePoints * static_cast<int64_t>(sizeof(int64_t)))
    , m_traces(std::ssize(m_chains.states()) * (kConvergencePoints / (m_chains.restarts() + 1))
          * static_cast<int64_t>(sizeof(float)))
{
    uploadSections();
    uploadTasks();
}

void CardLayer::uploadSections()
{
    const float* here = m_chains.blocks().values().data();
    std::vector<ErrorSection> sections;
    for (int64_t row = 0; row < m_chains.rows(); ++row) {
        m_firstSections.push_back(std::ssize(sections));
        for (ErrorSection section : m_chains.problem(row).sections) {
            section.blocks = static_cast<const float*>(m_vectors.data()) + (section.blocks - here);
            sections.push_back(section);
        }
    }
    m_firstSections.push_back(std::ssize(sections));
    m_sections = uploaded(sections);
}

void CardLayer::uploadTasks()
{
    std::vector<ChainTask> tasks;
    for (size_t chain = 0; chain < m_chains.problems().size(); ++chain) {
        const ChainProblem& problem = m_chains.problems()[chain];
        const int64_t first = m_firstSections[chain / static_cast<size_t>(m_chains.restarts())];
        tasks.push_back(
            { static_cast<const ErrorSection*>(m_sections.data()) + first, static_cast<int>(problem.sections.size()),
                problem.n, problem.basisBits, problem.biasCorrected, problem.noise });
    }
    m_tasks = uploaded(tasks);
}

std::optional<LayerLaunch> CardLayer::nextLaunch(int64_t candidates)
{
    if (m_walk.atEnd())
        return {};
    m_range = m_walk.next(candidates);
    m_checkpoints = m_walk.checkpoints(m_range);
    m_marks.upload(m_checkpoints.data(), bytesOf(m_checkpoints));
    LayerLaunch launch;
    launch.tasks = static_cast<const ChainTask*>(m_tasks.data());
    launch.states = static_cast<ChainState*>(m_states.data());
    launch.chains = std::ssize(m_chains.states());
    launch.range = m_range;
    launch.marks = static_cast<const int64_t*>(m_marks.data());
    launch.markCount = static_cast<int>(m_checkpoints.size());
    launch.traces = static_cast<float*>(m_traces.data());
    launch.n = m_chains.problem(0).n;
    launch.manySections = m_chains.problem(0).sections.size() > 1;
    return launch;
}

void CardLayer::finishLaunch()
{
    const int64_t before = m_walk.candidates();
    m_walk.advance(m_range);
    m_result.candidates = m_walk.candidates();
    const size_t marks = m_checkpoints.size();
    if (marks == 0)
        return;
    std::vector<float> traces(m_chains.states().size() * marks); // [chains, marks]
    m_traces.download(traces.data(), bytesOf(traces));
    std::vector<float> errors(m_chains.states().size());
    for (size_t mark = 0; mark < marks; ++mark) {
        for (size_t chain = 0; chain < errors.size(); ++chain)
            errors[chain] = traces[chain * marks + mark];
        const int64_t candidates = before + m_checkpoints[mark] - m_range.first;
        recordConvergence(m_chains.convergence(candidates, errors), m_job.convergence, m_result);
    }
    if (m_job.bases) {
        m_job.bases(m_result.candidates, [this] {
            fetchStates();
            return m_chains.bestBases();
        });
    }
}

void CardLayer::fetchStates()
{
    m_states.download(m_chains.states().data(), bytesOf(m_chains.states()));
}

LayerSearchResult CardLayer::finish(bool stopped)
{
    fetchStates();
    m_result.stopped = stopped;
    if (m_result.convergence.empty() || m_result.convergence.back().candidates != m_result.candidates)
        recordConvergence(m_chains.convergence(m_result.candidates), m_job.convergence, m_result);
    finishSearch(m_job.search, m_chains, m_result);
    m_result.coordinates = coordinates(m_result.basis);
    return std::move(m_result);
}

at::Tensor CardLayer::coordinates(const at::Tensor& basis) const
{
    const int n = m_chains.problem(0).n;
    at::Tensor result = at::empty_like(m_job.search.vectors);
    const auto bytes = static_cast<int64_t>(result.nbytes());
    const CardMemory found(bytes);
    CardMemory bases(static_cast<int64_t>(basis.nbytes()));
    bases.upload(basis.data_ptr<float>(), static_cast<int64_t>(basis.nbytes()));
    std::vector<CoordinatesLaunch> launches;
    int64_t vectors = 0;
    for (int64_t row = 0; row < m_chains.rows(); ++row) {
        const std::vector<ErrorSection>& sections = m_chains.problem(row).sections;
        for (size_t s = 0; s < sections.size(); ++s) {
            launches.push_back({ static_cast<const ErrorSection*>(m_sections.data()) + m_firstSections[row] + s,
                static_cast<const float*>(bases.data()) + row * n * n,
                static_cast<float*>(found.data()) + vectors * n });
            vectors += sections[s].vectorCount;
        }
    }
    coordinatesOnCard(launches, n);
    found.download(result.data_ptr<float>(), bytes);
    return result;
}

} // namespace latticeq
