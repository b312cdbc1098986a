// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preparation_group.h"

#include "ui/settings/network_choice.h"
#include "ui/settings/number_box.h"

#include <QLineEdit>
#include <QtTest/QtTest>

using namespace latticeq;
using namespace latticeq::ui;

class TestPreparationGroup : public QObject
{
    Q_OBJECT

private slots:
    void typedNumbersReachTheSettings();
    void whatIsNoNumberIsKeptOut();
    void sizesAreWrittenAndUndone();
    void anotherNetworkForgetsThePreparation();
};

void TestPreparationGroup::typedNumbersReachTheSettings()
{
    SettingsState state;
    PreparationGroup group(state);
    auto* mean = group.findChild<QLineEdit*>(QStringLiteral("preparation.mean"));
    QVERIFY(mean);
    QTest::keyClicks(mean, QStringLiteral("0.5, 0.406")); // 0.40 on its way is no 0.4
    QCOMPARE(state.settings().images.mean, (std::vector<double> { 0.5, 0.406 }));
    QCOMPARE(mean->text(), QStringLiteral("0.5, 0.406"));
    state.undoStack().undo();
    QCOMPARE(mean->text(), QString());
    state.undoStack().redo();
    mean->clear();
    QTest::keyClick(mean, Qt::Key_Backspace);
    emit mean->textEdited(QString());
    QVERIFY(state.settings().images.mean.empty());
}

void TestPreparationGroup::whatIsNoNumberIsKeptOut()
{
    SettingsState state;
    PreparationGroup group(state);
    auto* deviation = group.findChild<QLineEdit*>(QStringLiteral("preparation.deviation"));
    QVERIFY(deviation);
    QTest::keyClicks(deviation, QStringLiteral("0.2x;,0.3"));
    QCOMPARE(state.settings().images.deviation, (std::vector<double> { 0.2, 0.3 }));
}

void TestPreparationGroup::sizesAreWrittenAndUndone()
{
    SettingsState state;
    PreparationGroup group(state);
    auto* size = group.findChild<NumberBox*>(QStringLiteral("preparation.size"));
    QVERIFY(size);
    size->setFocus();
    QTest::keyClick(size, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(size, QStringLiteral("160"));
    QTest::keyClick(size, Qt::Key_Return);
    QCOMPARE(state.settings().images.size, int64_t(160));
    state.undoStack().undo();
    QCOMPARE(state.settings().images.size, int64_t(0));
}

void TestPreparationGroup::anotherNetworkForgetsThePreparation()
{
    RunSettings settings = SettingsState().settings();
    settings.images.size = 64;
    settings.layerBits["fc"] = 8;
    changeNetwork(settings, "/tmp/own.pt");
    QVERIFY(settings.images == ImageSettings {} && settings.layerBits.empty());
    QCOMPARE(QString::fromStdString(settings.data), QString()); // Fashion-MNIST was the demo's
    settings.data = "/tmp/photographs";
    changeNetwork(settings, "resnet18");
    QCOMPARE(QString::fromStdString(settings.data), QStringLiteral("/tmp/photographs"));
}

QTEST_MAIN(TestPreparationGroup)
#include "tst_preparation_group.moc"
