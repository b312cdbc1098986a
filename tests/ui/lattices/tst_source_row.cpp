// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/source_row.h"

#include "tests/ui/lattices/sample_lattices.h"
#include "tests/ui/sample_runs.h"
#include "ui/lattices/elided_combo.h"

#include <QTest>
#include <QToolButton>

using namespace latticeq::ui;

namespace {

/** A combo box that tells what it writes into its field. */
class OpenCombo : public ElidedCombo
{
public:
    QString shownText() const
    {
        QStyleOptionComboBox option;
        initStyleOption(&option);
        return option.currentText;
    }
};

} // namespace

class TestSourceRow : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void aLongNameLosesItsMiddle();
    void theTooltipHasTheWholeName();
    void choosingALayerOfPanelASelectsItEverywhere();
    void panelBKeepsALayerOfItsOwn();
    void theScalarGridCanBeChosen();
    void aNarrowRowShowsIconsAlone();

private:
    QComboBox& combo(const char* name) { return *m_row->findChild<QComboBox*>(QLatin1String(name)); }
    void activate(QComboBox& box, int index)
    {
        box.setCurrentIndex(index);
        emit box.activated(index);
    }

    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<LatticePanels> m_panels;
    std::unique_ptr<SourceRow> m_row;
};

void TestSourceRow::init()
{
    m_row.reset();
    m_panels.reset();
    m_workspace = std::make_unique<Workspace>();
    m_workspace->setCurrent(latticeq::ui::test::sampleRun(QStringLiteral("a")));
    m_workspace->selection().set(QStringLiteral("layer1.0.conv1"));
    m_panels = std::make_unique<LatticePanels>(*m_workspace);
    m_row = std::make_unique<SourceRow>(*m_panels);
}

void TestSourceRow::aLongNameLosesItsMiddle()
{
    const QString name = QStringLiteral("17 layer3.0.downsample.0");
    OpenCombo box;
    box.addItem(name);
    box.resize(120, 28);
    const QString shown = box.shownText();
    QVERIFY(shown != name);
    QVERIFY(shown.contains(u'…'));
    QVERIFY(shown.startsWith(QStringLiteral("17")) && shown.endsWith(u'0'));
    QVERIFY(box.fontMetrics().horizontalAdvance(shown) < box.width());
    box.resize(400, 28);
    QCOMPARE(box.shownText(), name);
}

void TestSourceRow::theTooltipHasTheWholeName()
{
    for (const char* name : { "runA", "layerA", "runB", "layerB" }) {
        QVERIFY(!combo(name).currentText().isEmpty());
        QVERIFY(combo(name).toolTip().startsWith(combo(name).currentText() + u'\n'));
        QVERIFY(!combo(name).accessibleName().isEmpty());
    }
    m_workspace->selection().set(QStringLiteral("fc"));
    QVERIFY(combo("layerA").toolTip().split(u'\n').first().endsWith(QStringLiteral("fc")));
}

void TestSourceRow::choosingALayerOfPanelASelectsItEverywhere()
{
    activate(combo("layerA"), 2);
    QCOMPARE(m_workspace->selection().current(), combo("layerA").itemData(2).toString());
    QCOMPARE(m_panels->layer(1), m_panels->layer(0));
}

void TestSourceRow::panelBKeepsALayerOfItsOwn()
{
    activate(combo("layerB"), 4); // the first is "Same layer"
    QCOMPARE(m_panels->layer(1), m_panels->layerNames(1).at(3));
    QCOMPARE(m_workspace->selection().current(), QStringLiteral("layer1.0.conv1"));
    activate(combo("layerB"), 0);
    QCOMPARE(m_panels->layer(1), QStringLiteral("layer1.0.conv1"));
}

void TestSourceRow::theScalarGridCanBeChosen()
{
    activate(combo("runA"), 1);
    QVERIFY(m_panels->source(0).kind == LatticeSource::Kind::ScalarGrid);
    m_panels->swap();
    m_panels->chooseRun(0, LatticeSource::Kind::CurrentRun, {});
    QCOMPARE(combo("runA").currentIndex(), 0);
}

void TestSourceRow::aNarrowRowShowsIconsAlone()
{
    m_row->resize(1200, 32);
    m_row->show();
    QTRY_COMPARE(m_row->swapButton().toolButtonStyle(), Qt::ToolButtonTextBesideIcon);
    m_row->resize(560, 32);
    QTRY_COMPARE(m_row->swapButton().toolButtonStyle(), Qt::ToolButtonIconOnly);
    QVERIFY(!m_row->swapButton().accessibleName().isEmpty());
}

QTEST_MAIN(TestSourceRow)
#include "tst_source_row.moc"
