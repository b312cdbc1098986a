// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_runs.h"
#include "ui/settings/estimate_panel.h"
#include "ui/settings/machine_speed.h"
#include "ui/settings/settings_state.h"
#include "ui/support/number_format.h"

#include <QClipboard>
#include <QLabel>
#include <QSettings>
#include <QToolButton>
#include <QtTest/QtTest>

using namespace latticeq;
using namespace latticeq::ui;

class EstimatePanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void nothingIsKnownBeforeTheNetwork();
    void sizeBitsAndTimeAreShown();
    void theEstimateFollowsTheSettings();
    void anotherNetworkIsNotEstimatedWithTheOldOne();
    void impossibleSettingsSayWhy();
    void plansThatFailSayWhy();
    void aFasterMachineNeedsLessTime();
    void theCommandIsCopied();

private:
    QString textOf(const char* name) const { return m_panel->findChild<QLabel*>(name)->text(); }
    void edit(const std::function<void(RunSettings&)>& edit);

    std::unique_ptr<SettingsState> m_state;
    std::unique_ptr<EstimatePanel> m_panel;
};

void EstimatePanelTest::init()
{
    QCoreApplication::setOrganizationName("LatticeQ tests");
    QCoreApplication::setApplicationName("tst_estimate_panel");
    QSettings().clear();
    m_panel.reset();
    m_state = std::make_unique<SettingsState>();
    m_panel = std::make_unique<EstimatePanel>(*m_state);
}

void EstimatePanelTest::edit(const std::function<void(RunSettings&)>& edit)
{
    RunSettings settings = m_state->settings();
    edit(settings);
    m_state->change("Test", settings);
}

void EstimatePanelTest::nothingIsKnownBeforeTheNetwork()
{
    QVERIFY(!m_panel->estimate());
    QCOMPARE(textOf("estimate.size"), "–");
    QCOMPARE(textOf("estimate.time"), "–");
}

void EstimatePanelTest::sizeBitsAndTimeAreShown()
{
    QSignalSpy changed(m_panel.get(), &EstimatePanel::estimateChanged);
    m_panel->setModel(test::sampleModel());
    QCOMPARE(changed.count(), 1);
    QVERIFY(m_panel->estimate());
    const RunEstimate& estimate = *m_panel->estimate();
    QVERIFY(estimate.packedBytes > 0 && estimate.totalSeconds() > 0);
    QCOMPARE(textOf("estimate.size"),
        QString("%1 · %2 bits/w").arg(formatSize(estimate.packedBytes), formatBits(estimate.effectiveBits)));
    QCOMPARE(textOf("estimate.time"), formatRoughDuration(estimate.totalSeconds()));
    const QString details = m_panel->findChild<QLabel*>("estimate.size")->toolTip();
    QVERIFY(details.contains(formatCount(estimate.packedBytes)));
    QVERIFY(details.contains("Searching bases"));
}

void EstimatePanelTest::theEstimateFollowsTheSettings()
{
    m_panel->setModel(test::sampleModel());
    const RunEstimate before = *m_panel->estimate();
    edit([](RunSettings& s) { s.weightBits = 2; });
    QVERIFY(m_panel->estimate()->packedBytes < before.packedBytes);
    QVERIFY(m_panel->estimate()->effectiveBits < before.effectiveBits);
    edit([](RunSettings& s) { s.steps = 8000; });
    QVERIFY(m_panel->estimate()->totalSeconds() > before.totalSeconds());
    m_state->undoStack().setIndex(0);
    QCOMPARE(m_panel->estimate()->packedBytes, before.packedBytes);
}

void EstimatePanelTest::anotherNetworkIsNotEstimatedWithTheOldOne()
{
    m_panel->setModel(test::sampleModel());
    QSignalSpy lost(m_panel.get(), &EstimatePanel::estimateLost);
    edit([](RunSettings& s) {
        s.model = "resnet18";
        s.data.clear();
        s.quantizeActivations = false;
    });
    QCOMPARE(lost.count(), 1);
    QVERIFY(!m_panel->estimate());
    QCOMPARE(textOf("estimate.size"), "–");
}

void EstimatePanelTest::impossibleSettingsSayWhy()
{
    m_panel->setModel(test::sampleModel());
    QSignalSpy problem(m_panel.get(), &EstimatePanel::problemChanged);
    edit([](RunSettings& s) { s.weights = "/nowhere/x.pth"; });
    QCOMPARE(problem.count(), 1);
    QVERIFY(textOf("estimate.problem").contains("/nowhere/x.pth"));
    QVERIFY(!m_panel->findChild<QLabel*>("estimate.problem")->isHidden());
    QVERIFY(!m_panel->estimate());
    m_state->undoStack().undo();
    QVERIFY(m_panel->problem().isEmpty());
    QVERIFY(m_panel->findChild<QLabel*>("estimate.problem")->isHidden());
}

void EstimatePanelTest::plansThatFailSayWhy()
{
    m_panel->setModel(test::sampleModel());
    m_state->setLayerBits("no such layer", 3);
    QVERIFY2(m_panel->problem().contains("no such layer"), qPrintable(m_panel->problem()));
    QVERIFY(m_state->problem().isEmpty());
}

void EstimatePanelTest::aFasterMachineNeedsLessTime()
{
    m_panel->setModel(test::sampleModel());
    const double before = m_panel->estimate()->totalSeconds();
    MachineSpeed fast = rememberedSpeed();
    fast.candidateWeightsPerSecond *= 100;
    fast.multiplyAddsPerSecond *= 100;
    rememberSpeed(fast);
    QCOMPARE(rememberedSpeed().multiplyAddsPerSecond, fast.multiplyAddsPerSecond);
    m_panel->estimateAgain();
    QVERIFY(m_panel->estimate()->totalSeconds() < before);
}

void EstimatePanelTest::theCommandIsCopied()
{
    m_panel->findChild<QToolButton*>("estimate.copy")->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), "latticeq quantize");
    m_state->setLayerBits("layer1.0.conv1", 3);
    m_panel->copyCommand();
    QCOMPARE(QGuiApplication::clipboard()->text(), "latticeq quantize --preset demo --layer layer1.0.conv1=3");
}

QTEST_MAIN(EstimatePanelTest)
#include "tst_estimate_panel.moc"
