// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/layer_selection.h"

#include <QSignalSpy>
#include <QTest>

using latticeq::ui::LayerSelection;

class TestLayerSelection : public QObject
{
    Q_OBJECT
private slots:
    void startsEmptyAndFollowing();
    void theCurrentLayerIsAlwaysSelected();
    void settingTheSameAgainTellsNobody();
    void settingDoesNotEndFollowing();
    void aPersonsChoiceEndsFollowing();
    void togglingAddsAndTakesAway();
    void theLastSelectedLayerStays();
    void clearingLeavesNothing();
};

void TestLayerSelection::startsEmptyAndFollowing()
{
    const LayerSelection selection;
    QVERIFY(selection.current().isEmpty());
    QVERIFY(selection.selected().isEmpty());
    QVERIFY(selection.following());
}

void TestLayerSelection::theCurrentLayerIsAlwaysSelected()
{
    LayerSelection selection;
    selection.set("b", { "a" });
    QCOMPARE(selection.current(), QString("b"));
    QCOMPARE(selection.selected(), (QSet<QString> { "a", "b" }));
}

void TestLayerSelection::settingTheSameAgainTellsNobody()
{
    LayerSelection selection;
    QSignalSpy changed(&selection, &LayerSelection::changed);
    selection.set("a");
    selection.set("a");
    selection.set("a", {});
    QCOMPARE(changed.count(), 1);
    selection.set("a", { "b" });
    QCOMPARE(changed.count(), 2);
}

void TestLayerSelection::settingDoesNotEndFollowing()
{
    LayerSelection selection;
    selection.set("a");
    QVERIFY(selection.following());
}

void TestLayerSelection::aPersonsChoiceEndsFollowing()
{
    LayerSelection selection;
    selection.set("a");
    QSignalSpy following(&selection, &LayerSelection::followingChanged);
    selection.choose("a"); // even of the layer that is current
    QCOMPARE(following.count(), 1);
    QVERIFY(!selection.following());
    selection.setFollowing(true);
    QCOMPARE(following.count(), 2);
    QCOMPARE(selection.current(), QString("a"));
}

void TestLayerSelection::togglingAddsAndTakesAway()
{
    LayerSelection selection;
    selection.set("a");
    selection.toggle("b");
    QCOMPARE(selection.current(), QString("b"));
    QVERIFY(selection.isSelected("a"));
    selection.toggle("b");
    QCOMPARE(selection.current(), QString("a"));
    QCOMPARE(selection.selected(), QSet<QString> { "a" });
    QVERIFY(!selection.following());
}

void TestLayerSelection::theLastSelectedLayerStays()
{
    LayerSelection selection;
    selection.set("a");
    selection.toggle("a");
    QCOMPARE(selection.current(), QString("a"));
    QVERIFY(selection.isSelected("a"));
}

void TestLayerSelection::clearingLeavesNothing()
{
    LayerSelection selection;
    selection.set("a");
    selection.set(QString());
    QVERIFY(selection.current().isEmpty());
    QVERIFY(selection.selected().isEmpty());
}

QTEST_MAIN(TestLayerSelection)
#include "tst_layer_selection.moc"
