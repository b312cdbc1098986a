// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_view.h"

#include <QSignalSpy>
#include <QTest>

using namespace latticeq::ui;

/** A view that counts what the base asks of it. */
class CountingView : public PlotView
{
    Q_OBJECT
public:
    explicit CountingView(Workspace& workspace)
        : PlotView(workspace, QStringLiteral("counting"), nullptr)
    {
        plot().setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
        addFreeAxis(plot().xAxis);
    }
    using PlotView::isManual;
    using PlotView::setDirty;
    using PlotView::setEmptyText;
    int redraws = 0;
    int retranslations = 0;
    int clicks = 0;

protected:
    void redraw() override
    {
        ++redraws;
        if (!isManual())
            showRange(plot().xAxis, { 0, 100 });
    }
    void retranslate() override { ++retranslations; }
    void clicked(const QPoint&, Qt::KeyboardModifiers) override { ++clicks; }
};

class TestPlotView : public QObject
{
    Q_OBJECT
private slots:
    void manyChangesAreOneRedraw()
    {
        CountingView view(m_workspace);
        view.show();
        QTRY_COMPARE(view.redraws, 1);
        QSignalSpy replots(&view.plot(), &QCustomPlot::afterReplot);
        for (int i = 0; i < 100; ++i)
            view.setDirty();
        QTRY_COMPARE(view.redraws, 2);
        QVERIFY(replots.size() <= 2);
    }

    void aHiddenViewCatchesUpWhenShown()
    {
        CountingView view(m_workspace);
        view.setDirty();
        QCoreApplication::processEvents();
        QCOMPARE(view.redraws, 0);
        view.show();
        QTRY_COMPARE(view.redraws, 1);
    }

    void refreshDrawsAHiddenView()
    {
        CountingView view(m_workspace);
        view.refresh();
        QCOMPARE(view.redraws, 1);
    }

    void keysMoveTheAxisAndHomeFitsAgain()
    {
        CountingView view(m_workspace);
        view.resize(400, 300);
        view.show();
        QTRY_COMPARE(view.redraws, 1);
        QTest::keyClick(&view.plot(), Qt::Key_Plus);
        QVERIFY(view.isManual());
        QCOMPARE(view.plot().xAxis->range().size(), 80.0);
        QTest::keyClick(&view.plot(), Qt::Key_Right);
        QCOMPARE(view.plot().xAxis->range().lower, 18.0);
        view.refresh();
        QCOMPARE(view.plot().xAxis->range().size(), 80.0);
        QTest::keyClick(&view.plot(), Qt::Key_Home);
        QVERIFY(!view.isManual());
        QTRY_COMPARE(view.plot().xAxis->range().size(), 100.0);
    }

    void aClickIsNotADrag()
    {
        CountingView view(m_workspace);
        view.resize(400, 300);
        view.show();
        QTRY_COMPARE(view.redraws, 1);
        QTest::mouseClick(&view.plot(), Qt::LeftButton, {}, QPoint(100, 100));
        QCOMPARE(view.clicks, 1);
        QTest::mousePress(&view.plot(), Qt::LeftButton, {}, QPoint(100, 100));
        QTest::mouseMove(&view.plot(), QPoint(150, 100));
        QTest::mouseRelease(&view.plot(), Qt::LeftButton, {}, QPoint(150, 100));
        QCOMPARE(view.clicks, 1);
    }

    void enterAsksForTheLatticeOfACurrentLayer()
    {
        CountingView view(m_workspace);
        QSignalSpy asked(&m_workspace.selection(), &LayerSelection::latticeAsked);
        m_workspace.selection().set(QString());
        QTest::keyClick(&view.plot(), Qt::Key_Return);
        QCOMPARE(asked.size(), 0);
        m_workspace.selection().set(QStringLiteral("conv1"));
        QTest::keyClick(&view.plot(), Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
    }

    void theThemeChangesLive()
    {
        CountingView view(m_workspace);
        view.setPalette(Theme::light().palette());
        view.refresh();
        QCOMPARE(view.plot().xAxis->basePen().color(), Theme::light().axis);
        view.setPalette(Theme::darkTheme().palette());
        QCOMPARE(view.plot().xAxis->basePen().color(), Theme::darkTheme().axis);
        QCOMPARE(view.plot().xAxis->tickLabelColor(), Theme::darkTheme().secondary);
    }

    void fontAndLanguageChangeLive()
    {
        CountingView view(m_workspace);
        QFont large = view.font();
        large.setPixelSize(30);
        view.setFont(large);
        QCOMPARE(view.plot().xAxis->tickLabelFont().pixelSize(), 26);
        QEvent language(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&view, &language);
        QCOMPARE(view.retranslations, 1);
    }

    void theEmptyTextComesAndGoes()
    {
        CountingView view(m_workspace);
        view.setEmptyText(QStringLiteral("Nothing yet"));
        QCOMPARE(view.emptyText(), QStringLiteral("Nothing yet"));
        QVERIFY2(!view.plot().xAxis->grid()->realVisibility(), "its lines would cross the text");
        view.setEmptyText(QString());
        QVERIFY(view.emptyText().isEmpty());
        QVERIFY(view.plot().xAxis->grid()->realVisibility());
    }

private:
    Workspace m_workspace;
};

QTEST_MAIN(TestPlotView)
#include "tst_plot_view.moc"
