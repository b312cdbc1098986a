// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_runs.h"
#include "ui/runs/compare_model.h"
#include "ui/runs/compare_view.h"
#include "ui/runs/run_database.h"
#include "ui/runs/run_records.h"
#include "ui/runs/size_scatter.h"
#include "ui/support/theme.h"

#include <qcustomplot.h>

#include <QCheckBox>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace latticeq;
using namespace latticeq::ui;

class TestCompareView : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup()
    {
        m_view.reset();
        m_workspace.reset();
        m_database.reset();
    }
    void saysHowToBeginWithFewerThanTwoRuns();
    void takesTheFirstPinAsReference();
    void followsRunsThatAreUnpinned();
    void copiesWithTheKeyboard();
    void drawsOtherRunsOfTheModelGrey();
    void showsFullPrecisionAndAllIntervals();
    void findsTheRunUnderThePointer();
    void keepsAZoomUntilHome();
    void followsTheTheme();

private:
    SizeScatter* scatter() const { return m_view->findChild<SizeScatter*>(); }
    void pin(const QStringList& ids)
    {
        QList<RunDocumentPtr> runs;
        for (const QString& id : ids)
            runs += test::sampleRun(id, 6, static_cast<uint64_t>(runs.size() + 1));
        m_workspace->setPinned(runs);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<RunDatabase> m_database;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<CompareView> m_view;
};

void TestCompareView::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_database = std::make_unique<RunDatabase>(m_dir->filePath(QStringLiteral("runs.sqlite")));
    m_workspace = std::make_unique<Workspace>();
    m_view = std::make_unique<CompareView>(*m_workspace);
    m_view->setDatabase(m_database.get());
    m_view->resize(808, 558);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void TestCompareView::saysHowToBeginWithFewerThanTwoRuns()
{
    auto* empty = m_view->findChild<QLabel*>(QStringLiteral("compareEmpty"));
    QVERIFY(empty->isVisible());
    QVERIFY(empty->text().contains(QStringLiteral("Pin two runs")));
    pin({ QStringLiteral("a"), QStringLiteral("b") });
    QTRY_VERIFY(!empty->isVisible());
    QVERIFY(m_view->model().rowCount() > 0);
}

void TestCompareView::takesTheFirstPinAsReference()
{
    const RunDocumentPtr current = test::sampleRun(QStringLiteral("now"), 6, 9);
    m_workspace->setCurrent(current);
    pin({ QStringLiteral("a") });
    QCOMPARE(m_view->runs().size(), 2);
    QCOMPARE(m_view->runs().first()->id, QStringLiteral("a"));
    QCOMPARE(m_view->runs().last(), current);
    QTRY_COMPARE(
        m_view->model().headerData(1, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("A Run a ★"));
}

void TestCompareView::followsRunsThatAreUnpinned()
{
    pin({ QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c") });
    QTRY_COMPARE(m_view->model().columnCount(), 4);
    QVERIFY(!m_view->model().hasDifferenceColumn());
    m_workspace->setPinned(m_workspace->pinned().mid(1));
    QTRY_VERIFY(m_view->model().hasDifferenceColumn());
    m_workspace->setPinned({});
    QTRY_COMPARE(m_view->model().rowCount(), 0);
}

void TestCompareView::copiesWithTheKeyboard()
{
    pin({ QStringLiteral("a"), QStringLiteral("b") });
    QTRY_VERIFY(m_view->model().rowCount() > 0);
    QGuiApplication::clipboard()->clear();
    auto* box = m_view->findChild<QCheckBox*>(QStringLiteral("differencesOnly"));
    box->setFocus();
    QTest::keySequence(box, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), m_view->model().asText());
    const int few = m_view->model().rowCount();
    box->click();
    QVERIFY(m_view->model().rowCount() > few);
}

void TestCompareView::drawsOtherRunsOfTheModelGrey()
{
    RunRecord other = recordOf(*test::sampleRun(QStringLiteral("other"), 6, 4));
    QVERIFY(m_database->insert(other));
    other.id = QStringLiteral("another model");
    other.model = QStringLiteral("resnet18");
    QVERIFY(m_database->insert(other));
    other.id = QStringLiteral("stopped");
    other.model = QString::fromStdString(other.settings.model);
    other.state = RunRecord::State::Stopped;
    QVERIFY(m_database->insert(other));
    pin({ QStringLiteral("a"), QStringLiteral("b") });
    QVERIFY(m_database->insert(recordOf(*m_workspace->pinned().first())));
    QTRY_COMPARE(scatter()->points().size(), size_t(3));
    QStringList grey;
    QStringList colored;
    for (const SizePoint& point : scatter()->points())
        (point.colorSlot < 0 ? grey : colored) += point.id;
    QCOMPARE(grey, QStringList(QStringLiteral("other")));
    QCOMPARE(colored, QStringList({ QStringLiteral("a"), QStringLiteral("b") }));
}

void TestCompareView::showsFullPrecisionAndAllIntervals()
{
    pin({ QStringLiteral("a"), QStringLiteral("b") });
    QTRY_COMPARE(scatter()->points().size(), size_t(2));
    QTRY_VERIFY(m_view->plot().itemCount() > 0);
    const QCPRange shown = m_view->plot().yAxis->range();
    for (const SizePoint& point : scatter()->points())
        QVERIFY(shown.contains(point.top1Low) && shown.contains(point.top1High));
    QVERIFY(shown.contains(m_workspace->pinned().first()->fullPrecision().report->top1));
    QVERIFY(shown.lower > 0);
    QVERIFY(m_view->plot().findChild<QCPGraph*>(QStringLiteral("full precision")));
    QCPLegend& legend = *m_view->plot().legend;
    QCOMPARE(legend.itemCount(), 1);
    QTRY_VERIFY2(legend.item(0)->outerRect().height() > 0
            && legend.item(0)->outerRect().bottom() < m_view->plot().axisRect()->top(),
        "the name stands above the axes, where no interval reaches");
}

void TestCompareView::findsTheRunUnderThePointer()
{
    pin({ QStringLiteral("a"), QStringLiteral("b") });
    QTRY_VERIFY(m_view->plot().graphCount() >= 2);
    const SizePoint first = scatter()->points().front();
    const QPointF place(
        m_view->plot().xAxis->coordToPixel(first.megabytes), m_view->plot().yAxis->coordToPixel(first.top1));
    const SizePoint* found = scatter()->pointAt(place + QPointF(1, 1));
    QVERIFY(found);
    QCOMPARE(found->id, first.id);
    QVERIFY(!scatter()->pointAt(place + QPointF(60, 0)));
    QSignalSpy opened(m_view.get(), &CompareView::openAsked);
    QTest::mouseDClick(&m_view->plot(), Qt::LeftButton, {}, place.toPoint());
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().toString(), first.id);
}

void TestCompareView::keepsAZoomUntilHome()
{
    pin({ QStringLiteral("a"), QStringLiteral("b") });
    QTRY_VERIFY(m_view->plot().itemCount() > 0);
    const double fitted = m_view->plot().yAxis->range().size();
    QTest::keyClick(&m_view->plot(), Qt::Key_Plus);
    const double zoomed = m_view->plot().yAxis->range().size();
    QVERIFY(zoomed < fitted);
    QSignalSpy replotted(&m_view->plot(), &QCustomPlot::afterReplot);
    QVERIFY(m_database->insert(recordOf(*test::sampleRun(QStringLiteral("other"), 6, 4))));
    QTRY_VERIFY(replotted.count() > 0 && scatter()->points().size() == 3);
    QCOMPARE(m_view->plot().yAxis->range().size(), zoomed);
    QTest::keyClick(&m_view->plot(), Qt::Key_Home);
    QTRY_VERIFY(m_view->plot().yAxis->range().size() > zoomed);
}

void TestCompareView::followsTheTheme()
{
    pin({ QStringLiteral("a"), QStringLiteral("b") });
    const auto colorOf = [&] { return m_view->plot().xAxis->basePen().color(); };
    applyTheme(ThemeChoice::Light);
    QTRY_COMPARE(colorOf(), Theme::light().axis);
    applyTheme(ThemeChoice::Dark);
    QTRY_COMPARE(colorOf(), Theme::darkTheme().axis);
    applyTheme(ThemeChoice::Light);
    QTRY_COMPARE(colorOf(), Theme::light().axis);
}

QTEST_MAIN(TestCompareView)
#include "tst_compare_view.moc"
