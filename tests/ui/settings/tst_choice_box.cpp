// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/choice_box.h"

#include <QStandardItemModel>
#include <QtTest/QtTest>

using namespace latticeq::ui;

class ChoiceBoxTest : public QObject
{
    Q_OBJECT

private slots:
    void showingTellsNobody();
    void personsChooseByKeyboard();
    void choicesWithAnObstacleAreSkipped();
    void unknownValuesShowNothing();
};

namespace {

const QList<Choice> kChoices { { "a", "First", {} }, { "b", "Second", "It is not there yet." }, { "c", "Third", {} } };

} // namespace

void ChoiceBoxTest::showingTellsNobody()
{
    ChoiceBox box;
    QSignalSpy chosen(&box, &ChoiceBox::chosen);
    QSignalSpy changed(&box, &QComboBox::currentIndexChanged);
    box.showChoices(kChoices, "c");
    QCOMPARE(box.currentText(), "Third");
    box.showChoices({ { "c", "Renamed", {} } }, "c");
    QCOMPARE(box.currentText(), "Renamed");
    QCOMPARE(chosen.count() + changed.count(), 0);
}

void ChoiceBoxTest::personsChooseByKeyboard()
{
    ChoiceBox box;
    box.showChoices({ kChoices[0], kChoices[2] }, "a");
    QSignalSpy chosen(&box, &ChoiceBox::chosen);
    QTest::keyClick(&box, Qt::Key_Down);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().front().toString(), "c");
}

void ChoiceBoxTest::choicesWithAnObstacleAreSkipped()
{
    ChoiceBox box;
    box.showChoices(kChoices, "a");
    const QStandardItem* item = qobject_cast<QStandardItemModel*>(box.model())->item(1);
    QVERIFY(!item->isEnabled());
    QCOMPARE(item->toolTip(), "It is not there yet.");
    QTest::keyClick(&box, Qt::Key_Down);
    QCOMPARE(box.currentData().toString(), "c");
}

void ChoiceBoxTest::unknownValuesShowNothing()
{
    ChoiceBox box;
    box.showChoices(kChoices, "elsewhere");
    QCOMPARE(box.currentIndex(), -1);
}

QTEST_MAIN(ChoiceBoxTest)
#include "tst_choice_box.moc"
