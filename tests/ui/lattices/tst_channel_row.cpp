// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/channel_row.h"

#include "tests/ui/lattices/sample_lattices.h"
#include "tests/ui/sample_runs.h"

#include <QAbstractSlider>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace latticeq::ui;

class TestChannelRow : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void fieldAndStripShowTheSameChannel();
    void stepsStayWithinTheLayer();
    void theLowestValueOfPanelBFollowsPanelA();
    void modesMakeSenseInSpaceOnly();
    void aClickChoosesAMode();
    void everyPartHasANameAndATooltip();

private:
    template <typename Part> Part& part(const char* name) { return *m_row->findChild<Part*>(QLatin1String(name)); }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<LatticePanels> m_panels;
    std::unique_ptr<ChannelRow> m_row;
};

void TestChannelRow::init()
{
    m_row.reset();
    m_panels.reset();
    m_workspace = std::make_unique<Workspace>();
    const RunDocumentPtr run = latticeq::ui::test::sampleRun(QStringLiteral("a"));
    run->setLattices(std::make_shared<latticeq::ui::test::SampleLayers>());
    m_workspace->setCurrent(run);
    m_workspace->selection().set(QStringLiteral("layer1.0.conv1"));
    m_panels = std::make_unique<LatticePanels>(*m_workspace);
    m_row = std::make_unique<ChannelRow>(*m_panels);
    m_panels->setActive(true);
    QTRY_VERIFY(m_panels->content(0).picture); // the strip has its errors
}

void TestChannelRow::fieldAndStripShowTheSameChannel()
{
    part<QSpinBox>("channelA").setValue(4);
    QCOMPARE(m_panels->channel(0), 3);
    QCOMPARE(part<QAbstractSlider>("channelStrip").value(), 3);
    part<QAbstractSlider>("channelStrip").setValue(6);
    QCOMPARE(part<QSpinBox>("channelA").value(), 7);
    QCOMPARE(m_panels->channel(1), 6);
}

void TestChannelRow::stepsStayWithinTheLayer()
{
    m_row->stepChannel(-3);
    QCOMPARE(m_panels->channel(0), 0);
    m_row->stepChannel(2);
    QCOMPARE(m_panels->channel(0), 2);
    m_row->stepChannel(10'000);
    QCOMPARE(m_panels->channel(0), m_panels->channels(0) - 1);
}

void TestChannelRow::theLowestValueOfPanelBFollowsPanelA()
{
    QSpinBox& ofB = part<QSpinBox>("channelB");
    ofB.setValue(3);
    part<QSpinBox>("channelA").setValue(6);
    QCOMPARE(m_panels->channel(1), 2);
    ofB.setValue(ofB.minimum());
    QCOMPARE(m_panels->channel(1), 5);
}

void TestChannelRow::modesMakeSenseInSpaceOnly()
{
    const QToolButton& sheets = part<QToolButton>("sheetsMode");
    m_row->setDimensions(2);
    QVERIFY(sheets.parentWidget()->isHidden());
    m_row->setDimensions(3);
    QVERIFY(!sheets.parentWidget()->isHidden());
    QVERIFY(sheets.isEnabled());
    const QString usual = sheets.toolTip();
    m_row->setDimensions(9);
    QVERIFY(!sheets.isEnabled());
    QVERIFY(sheets.toolTip() != usual);
}

void TestChannelRow::aClickChoosesAMode()
{
    qRegisterMetaType<LatticeMode>();
    QSignalSpy chosen(m_row.get(), &ChannelRow::modeChosen);
    part<QToolButton>("planesMode").click();
    QCOMPARE(chosen.count(), 1);
    QVERIFY(chosen[0][0].value<LatticeMode>() == LatticeMode::Planes);
    m_row->setMode(LatticeMode::Sheets);
    QCOMPARE(chosen.count(), 1);
    QVERIFY(part<QToolButton>("sheetsMode").isChecked());
    QVERIFY(!part<QToolButton>("planesMode").isChecked());
}

void TestChannelRow::everyPartHasANameAndATooltip()
{
    m_row->setDimensions(3);
    for (const char* name : { "channelA", "channelB", "turnMode", "planesMode", "sheetsMode" }) {
        QVERIFY(!part<QWidget>(name).accessibleName().isEmpty());
        QVERIFY(part<QWidget>(name).toolTip().endsWith(u'.'));
    }
    QVERIFY(!part<QWidget>("channelStrip").accessibleName().isEmpty());
}

QTEST_MAIN(TestChannelRow)
#include "tst_channel_row.moc"
