// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/describe_model.h"
#include "core/run/layer_store.h"
#include "core/run/load_model.h"
#include "core/run/progress_meter.h"
#include "core/run/run_control.h"
#include "core/run/search_phase.h"
#include "core/support/worker_threads.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

namespace {

/** The processor's search, asked like a device that wants `chains` chains at once. */
class JoiningSearcher : public ProcessorSearcher
{
public:
    JoiningSearcher(WorkerThreads& workers, int64_t chains)
        : ProcessorSearcher(workers)
        , m_chains(chains)
    {
    }

    std::vector<LayerSearchResult> search(const std::vector<SearchJob>& jobs, RunControl& control) const override
    {
        groups.push_back(jobs.size());
        return ProcessorSearcher::search(jobs, control);
    }
    int64_t chainsWorthJoining() const override { return m_chains; }

    mutable std::vector<size_t> groups; // jobs of each call

private:
    int64_t m_chains;
};

/** What a search phase of the demo's network told. */
struct Found
{
    std::vector<std::string> names;
    std::vector<at::Tensor> coordinates;
    std::vector<size_t> groups;
    bool finished = false;
};

Found searchDemo(int64_t chains, double budgetSeconds = 0)
{
    RunSettings settings = test::quickSettings({});
    settings.timeBudgetSeconds = budgetSeconds;
    settings.layerBits["layer2.0.conv1"] = kFullPrecisionBits;
    const Network network = loadNetwork(findModel(kDemoModel), {});
    const std::vector<LayerPlan> plans = planLayers(layerShapes(network), settings, [](const std::string&) {});
    RunControl control;
    WorkerThreads workers(2);
    const EventSink sink = [](const RunEvent&) {};
    ProgressMeter meter(sink, control);
    LayerStore layers;
    for (const LayerPlan& plan : plans)
        layers.add(plan, network.parameter(network.node(*network.find(plan.layer.name)), "weight"), settings.seed);
    const JoiningSearcher searcher(workers, chains);
    SearchPhase phase(settings, plans, network, searcher, control);
    phase.setListeners(sink, layers, meter);
    Found found;
    found.finished = phase.run([&](const LayerPlan& plan, const JournalEntry* entry) {
        found.names.push_back(plan.layer.name);
        found.coordinates.push_back(entry ? entry->quantization.weight.coordinates : at::Tensor());
    });
    found.groups = searcher.groups;
    return found;
}

} // namespace

class SearchPhaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void layersFoundTogetherAreThoseFoundAlone();
    void groupsEndWhereTheirChainsFillTheDevice();
    void aTimeBudgetKeepsLayersApart();
};

void SearchPhaseTest::layersFoundTogetherAreThoseFoundAlone()
{
    const Found alone = searchDemo(0);
    const Found together = searchDemo(1 << 30);
    QVERIFY(alone.finished && together.finished);
    QCOMPARE(together.groups.size(), size_t(1));
    QVERIFY(together.names == alone.names);
    for (size_t layer = 0; layer < alone.coordinates.size(); ++layer) {
        QCOMPARE(together.coordinates[layer].defined(), alone.coordinates[layer].defined());
        QVERIFY(
            !alone.coordinates[layer].defined() || at::equal(alone.coordinates[layer], together.coordinates[layer]));
    }
}

void SearchPhaseTest::groupsEndWhereTheirChainsFillTheDevice()
{
    const Found found = searchDemo(100);
    QVERIFY(found.finished);
    QVERIFY(found.groups.size() > 1 && found.groups.size() < found.names.size());
}

void SearchPhaseTest::aTimeBudgetKeepsLayersApart()
{
    const Found found = searchDemo(1 << 30, 0.05);
    QVERIFY(found.finished);
    QCOMPARE(found.groups.size(), found.names.size());
}

QTEST_MAIN(SearchPhaseTest)
#include "tst_search_phase.moc"
