// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_menu.h"

#include <qcustomplot.h>

#include <QTest>

using namespace latticeq::ui;

class Fitting : public QWidget
{
    Q_OBJECT
public:
    int fitted = 0;
public slots:
    void fit() { ++fitted; }
};

class TestPlotMenu : public QObject
{
    Q_OBJECT
private slots:
    void theMenuOffersEveryFormatAndScale()
    {
        QCustomPlot plot;
        plot.resize(100, 80);
        const std::unique_ptr<QToolButton> button(makePlotMenuButton(plot, QStringLiteral("errors"), nullptr));
        emit button->menu()->aboutToShow();
        QStringList texts;
        for (const QAction* action : button->menu()->actions())
            texts.append(action->text());
        for (const char* word : { "PNG", "SVG", "PDF", "Copy", "Fit" })
            QVERIFY2(!texts.filter(QString::fromLatin1(word)).isEmpty(), word);
        const QMenu* png = button->menu()->actions().first()->menu();
        QVERIFY(png);
        QCOMPARE(png->actions().size(), 4);
        QVERIFY(png->actions().last()->text().contains(QStringLiteral("400 × 320")));
        QVERIFY(!button->accessibleName().isEmpty());
        QVERIFY(!button->toolTip().isEmpty());
    }

    void copyPutsAPictureOnTheClipboard()
    {
        QCustomPlot plot;
        plot.resize(100, 80);
        const std::unique_ptr<QToolButton> button(makePlotMenuButton(plot, QStringLiteral("errors"), nullptr));
        action(*button, "Copy")->trigger();
        QCOMPARE(QApplication::clipboard()->pixmap().size(), QSize(200, 160));
    }

    void fitIsTheViewsOwnWhereItHasOne()
    {
        Fitting view;
        auto* plot = new QCustomPlot(&view);
        auto* button = makePlotMenuButton(*plot, QStringLiteral("errors"), &view);
        action(*button, "Fit")->trigger();
        QCOMPARE(view.fitted, 1);
    }

    void fitRescalesABarePlot()
    {
        QCustomPlot plot;
        plot.addGraph()->setData({ 10, 20 }, { 1, 2 });
        const std::unique_ptr<QToolButton> button(makePlotMenuButton(plot, QStringLiteral("errors"), nullptr));
        action(*button, "Fit")->trigger();
        QCOMPARE(plot.xAxis->range().lower, 10.0);
        QCOMPARE(plot.xAxis->range().upper, 20.0);
    }

private:
    static QAction* action(const QToolButton& button, const char* word)
    {
        emit button.menu()->aboutToShow();
        for (QAction* action : button.menu()->actions()) {
            if (action->text().contains(QString::fromLatin1(word)))
                return action;
        }
        return nullptr;
    }
};

QTEST_MAIN(TestPlotMenu)
#include "tst_plot_menu.moc"
