// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/distribution_plot.h"

#include "tests/ui/sample_runs.h"

#include <QSemaphore>
#include <QTest>

#include <atomic>
#include <stdexcept>

using namespace latticeq;
using namespace latticeq::ui;

/** Answers with bins that tell the layer; the layer "held" waits until it is let go. */
class SampleLayers : public RunLayers
{
public:
    std::optional<LatticePicture> picture(const LatticeRequest&) const override { return std::nullopt; }
    std::optional<WeightDistribution> distribution(const std::string& layer, int bins) const override
    {
        ++asked;
        onGuiThread = onGuiThread || QThread::currentThread() == QCoreApplication::instance()->thread();
        if (layer == held)
            release.acquire();
        if (layer == unknown)
            throw std::invalid_argument("no such layer");
        const auto counts = std::vector<int64_t>(static_cast<size_t>(bins), static_cast<int64_t>(layer.size()));
        return WeightDistribution { layer, { -1, 1, counts }, { -1, 1, counts }, { -0.1, 0.1, counts }, 0.0032 };
    }
    mutable std::atomic<int> asked = 0;
    mutable std::atomic<bool> onGuiThread = false;
    mutable QSemaphore release;
    std::string held;
    std::string unknown;
};

class TestDistributionPlot : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_workspace = std::make_unique<Workspace>();
        m_layers = std::make_shared<SampleLayers>();
        m_run = test::sampleRun(QStringLiteral("a"));
        m_run->setLattices(m_layers);
        m_workspace->setCurrent(m_run);
        m_plot = std::make_unique<DistributionPlot>(*m_workspace);
        m_plot->setPalette(Theme::light().palette());
        m_plot->resize(400, 320);
    }
    void cleanup()
    {
        m_layers->release.release(10);
        m_plot.reset();
    }

    void withoutALayerItSaysWhatWillStandHere()
    {
        m_plot->show();
        m_plot->refresh();
        QVERIFY(m_plot->emptyText().contains(QStringLiteral("before and after")));
        QCOMPARE(m_layers->asked.load(), 0);
    }

    void theCurrentLayerIsAskedOnAWorkerThread()
    {
        m_workspace->selection().set(name(2));
        m_plot->show();
        QTRY_VERIFY(m_plot->distribution());
        QVERIFY(!m_layers->onGuiThread);
        m_plot->refresh();
        for (const char* graph : { "before", "after", "errors" })
            QCOMPARE(m_plot->plot().findChild<QCPGraph*>(QString::fromLatin1(graph))->dataCount(), 96);
        const auto* before = m_plot->plot().findChild<QCPGraph*>(QStringLiteral("before"));
        QCOMPARE(before->pen().color(), Theme::light().text);
        QCOMPARE(before->brush().style(), Qt::NoBrush);
        QCOMPARE(before->dataMainValue(0), static_cast<double>(name(2).size()));
        QVERIFY(m_plot->info().contains(QStringLiteral("rms error")));
        QVERIFY(m_plot->emptyText().isEmpty());
    }

    void aHiddenPlotAsksNothing()
    {
        m_workspace->selection().set(name(2));
        QCoreApplication::processEvents();
        QCOMPARE(m_layers->asked.load(), 0);
    }

    void staleAnswersAreDropped()
    {
        m_layers->held = name(1).toStdString();
        m_plot->show();
        m_workspace->selection().set(name(1));
        QTRY_COMPARE(m_layers->asked.load(), 1);
        for (int i = 2; i < 5; ++i)
            m_workspace->selection().set(name(i));
        m_layers->release.release();
        QTRY_VERIFY(m_plot->distribution());
        QCOMPARE(m_plot->distribution()->layer, name(4).toStdString());
        QCOMPARE(m_layers->asked.load(), 2); // those between were never counted
    }

    void anUnknownLayerIsEmpty()
    {
        m_layers->unknown = name(1).toStdString();
        m_plot->show();
        m_workspace->selection().set(name(1));
        QTRY_COMPARE(m_layers->asked.load(), 1);
        QTRY_VERIFY(m_plot->emptyText().contains(QStringLiteral("before and after")));
        QVERIFY(!m_plot->distribution());
    }

    void aLayerIsAskedWhenItFinishes()
    {
        auto run = std::make_shared<RunDocument>(test::sampleSettings());
        run->plan(test::sampleModel());
        run->setState(RunDocument::State::Running);
        run->setLattices(m_layers);
        m_workspace->setCurrent(run);
        m_workspace->selection().set(QStringLiteral("conv1"));
        m_plot->show();
        run->apply({ LayerStarted { 0, 6, "conv1" } });
        QCOMPARE(m_layers->asked.load(), 0);
        run->apply(test::sampleEvents());
        QTRY_VERIFY(m_plot->distribution());
        QCOMPARE(m_plot->distribution()->layer, std::string("conv1"));
    }

private:
    QString name(int layer) const { return m_run->layers()[static_cast<size_t>(layer)].name(); }

    std::unique_ptr<Workspace> m_workspace;
    std::shared_ptr<SampleLayers> m_layers;
    RunDocumentPtr m_run;
    std::unique_ptr<DistributionPlot> m_plot;
};

QTEST_MAIN(TestDistributionPlot)
#include "tst_distribution_plot.moc"
