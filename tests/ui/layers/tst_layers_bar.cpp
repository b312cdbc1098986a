// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/layers_bar.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace latticeq::ui;

class TestLayersBar : public QObject
{
    Q_OBJECT
private slots:
    void countsLayers_data();
    void countsLayers();
    void saysWhatTheFilterHides();
    void saysThatTheOrderIsFixed();
    void offersToFollowOnlyWhileRunning();
    void everyControlIsNamed();
};

void TestLayersBar::countsLayers_data()
{
    QTest::addColumn<int>("shown");
    QTest::addColumn<int>("all");
    QTest::addColumn<QString>("text");
    QTest::newRow("all are shown") << 22 << 22 << "22 layers";
    QTest::newRow("some are hidden") << 9 << 22 << "9 of 22 layers";
    QTest::newRow("there is one") << 1 << 1 << "1 layer";
}

void TestLayersBar::countsLayers()
{
    QFETCH(int, shown);
    QFETCH(int, all);
    QFETCH(QString, text);
    QMenu menu;
    LayersBar bar(&menu, nullptr);
    LayersBarState state;
    state.shown = shown;
    state.all = all;
    bar.setState(state);
    QCOMPARE(bar.findChild<QLabel*>("layerCount")->text(), text);
}

void TestLayersBar::saysWhatTheFilterHides()
{
    QMenu menu;
    LayersBar bar(&menu, nullptr);
    LayersBarState state;
    state.hiddenCurrent = "fc";
    state.orderFixed = true;
    bar.setState(state);
    QVERIFY(bar.findChild<QLabel*>("layersNote")->text().contains("fc"));
}

void TestLayersBar::saysThatTheOrderIsFixed()
{
    QMenu menu;
    LayersBar bar(&menu, nullptr);
    QVERIFY(bar.findChild<QLabel*>("layersNote")->text().isEmpty());
    LayersBarState state;
    state.orderFixed = true;
    bar.setState(state);
    QCOMPARE(bar.findChild<QLabel*>("layersNote")->text(), QString("order fixed while running"));
}

void TestLayersBar::offersToFollowOnlyWhileRunning()
{
    QMenu menu;
    LayersBar bar(&menu, nullptr);
    auto* button = bar.findChild<QToolButton*>("followButton");
    auto* text = bar.findChild<QLabel*>("followingText");
    QVERIFY(button->isHidden() && text->isHidden());
    LayersBarState state;
    state.running = true;
    state.following = true;
    bar.setState(state);
    QVERIFY(button->isHidden() && !text->isHidden());
    state.following = false;
    bar.setState(state);
    QVERIFY(!button->isHidden() && text->isHidden());
    QSignalSpy asked(&bar, &LayersBar::followAsked);
    button->click();
    QCOMPARE(asked.count(), 1);
}

void TestLayersBar::everyControlIsNamed()
{
    QMenu menu;
    LayersBar bar(&menu, nullptr);
    QList<QWidget*> controls { bar.findChild<QLineEdit*>() };
    for (QAbstractButton* button : bar.findChildren<QAbstractButton*>(Qt::FindDirectChildrenOnly))
        controls.append(button);
    controls.removeAll(nullptr);
    QCOMPARE(controls.size(), 3);
    for (const QWidget* control : controls) {
        QVERIFY2(!control->accessibleName().isEmpty(), qPrintable(control->objectName()));
        QVERIFY2(!control->toolTip().isEmpty(), qPrintable(control->objectName()));
        QVERIFY2(control->focusPolicy() & Qt::TabFocus, qPrintable(control->objectName()));
    }
}

QTEST_MAIN(TestLayersBar)
#include "tst_layers_bar.moc"
