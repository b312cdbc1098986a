// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/lattice_panels.h"

#include "tests/ui/lattices/sample_lattices.h"
#include "tests/ui/sample_runs.h"

#include <QSignalSpy>
#include <QTest>

using namespace latticeq::ui;
using latticeq::ui::test::SampleLayers;

namespace {

const QString kLayer = QStringLiteral("layer1.0.conv1");

} // namespace

class TestLatticePanels : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void asksForNothingUntilActive();
    void swapsRunsAndLayers();
    void unlinkingKeepsWhatPanelBShows();
    void theScalarGridIsThatOfTheOtherPanelsRun();
    void aChosenRunThatIsGoneGivesWayToTheDefaults();
    void coloursAndWordsFollowTheTheme();

private:
    RunDocumentPtr addRun(const QString& id, uint64_t seed);

    std::unique_ptr<Workspace> m_workspace;
    std::shared_ptr<SampleLayers> m_layers;
    std::unique_ptr<LatticePanels> m_panels;
};

void TestLatticePanels::init()
{
    m_panels.reset();
    m_workspace = std::make_unique<Workspace>();
    m_layers = std::make_shared<SampleLayers>();
    m_workspace->setCurrent(addRun(QStringLiteral("a"), 1));
    m_workspace->selection().set(kLayer);
    m_panels = std::make_unique<LatticePanels>(*m_workspace);
}

RunDocumentPtr TestLatticePanels::addRun(const QString& id, uint64_t seed)
{
    RunDocumentPtr run = latticeq::ui::test::sampleRun(id, 6, seed);
    run->setLattices(m_layers);
    return run;
}

void TestLatticePanels::asksForNothingUntilActive()
{
    m_panels->chooseChannel(0, 2);
    QCOMPARE(m_layers->questions.load(), 0);
    m_panels->setActive(true);
    QTRY_VERIFY(m_panels->content(0).picture && m_panels->content(1).picture);
    QCOMPARE(m_panels->content(0).picture->request.channel, 2);
    QCOMPARE(m_panels->content(1).picture->request.channel, 2);
}

void TestLatticePanels::swapsRunsAndLayers()
{
    m_panels->chooseLayer(1, QStringLiteral("fc"));
    m_panels->swap();
    QVERIFY(m_panels->source(0).kind == LatticeSource::Kind::ScalarGrid);
    QVERIFY(m_panels->source(1).kind == LatticeSource::Kind::CurrentRun);
    QCOMPARE(m_workspace->selection().current(), QStringLiteral("fc"));
    QCOMPARE(m_panels->layer(1), kLayer);
    m_panels->swap();
    QCOMPARE(m_panels->layer(0), kLayer);
    QCOMPARE(m_panels->layer(1), QStringLiteral("fc"));
}

void TestLatticePanels::unlinkingKeepsWhatPanelBShows()
{
    m_panels->chooseChannel(0, 3);
    m_panels->setLinked(false);
    m_panels->chooseChannel(0, 5);
    m_workspace->selection().set(QStringLiteral("layer1.0.conv2"));
    QCOMPARE(m_panels->channel(1), 3);
    QCOMPARE(m_panels->layer(1), kLayer);
    m_panels->setLinked(true);
    QCOMPARE(m_panels->channel(1), 5);
    QCOMPARE(m_panels->layer(1), QStringLiteral("layer1.0.conv2"));
}

void TestLatticePanels::theScalarGridIsThatOfTheOtherPanelsRun()
{
    m_workspace->setPinned({ addRun(QStringLiteral("b"), 2) });
    m_panels->chooseRun(0, LatticeSource::Kind::Run, QStringLiteral("b"));
    m_panels->setActive(true);
    QTRY_VERIFY(m_panels->content(0).picture && m_panels->content(1).picture);
    QVERIFY(m_panels->content(1).scalarGrid);
    QVERIFY(!m_panels->content(0).scalarGrid);
    QCOMPARE(m_panels->layerNames(0), m_panels->layerNames(1));
}

void TestLatticePanels::aChosenRunThatIsGoneGivesWayToTheDefaults()
{
    m_workspace->setPinned({ addRun(QStringLiteral("b"), 2) });
    m_panels->chooseRun(0, LatticeSource::Kind::Run, QStringLiteral("b"));
    QCOMPARE(m_panels->runChoices().size(), 3);
    m_workspace->setPinned({});
    QVERIFY(m_panels->source(0).kind == LatticeSource::Kind::CurrentRun);
    QVERIFY(m_panels->source(1).kind == LatticeSource::Kind::ScalarGrid);
    QCOMPARE(m_panels->runChoices().size(), 2);
}

void TestLatticePanels::coloursAndWordsFollowTheTheme()
{
    QSignalSpy changed(m_panels.get(), &LatticePanels::contentChanged);
    m_panels->restyle(Theme::light());
    const QColor light = m_panels->content(0).color;
    QCOMPARE(m_panels->content(1).color, Theme::light().axis);
    m_panels->restyle(Theme::darkTheme());
    QVERIFY(m_panels->content(0).color != light);
    QCOMPARE(m_panels->content(1).color, Theme::darkTheme().axis);
    QCOMPARE(changed.count(), 4);
    QVERIFY(m_panels->content(0).marker.startsWith(u'A'));
    QVERIFY(m_panels->content(1).marker.startsWith(u'B'));
}

QTEST_MAIN(TestLatticePanels)
#include "tst_lattice_panels.moc"
