// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/layers_model.h"

#include "tests/ui/sample_runs.h"

#include <QAbstractItemModelTester>
#include <QIcon>
#include <QSignalSpy>
#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;
using FailureReportingMode = QAbstractItemModelTester::FailureReportingMode;

namespace {

RunDocumentPtr planned(int layers = 6)
{
    auto run = std::make_shared<RunDocument>(test::sampleSettings());
    run->plan(test::sampleModel(layers));
    return run;
}

int at(LayerColumn column)
{
    return static_cast<int>(column);
}

} // namespace

class TestLayersModel : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void staysConsistentWhileARunGoesOn();
    void aBatchIsOneChange();
    void followsTheCurrentRun();
    void twoHundredLayers();
    void theHeaderCarriesThePowerOfTen();
    void fixedLayersAndCostlyBasesHaveIcons();
    void bitsAreEditableOnlyBeforeARun();
    void otherBitsAreAskedFor_data();
    void otherBitsAreAskedFor();
    void aNewPlanShowsTheAskedBits();
};

void TestLayersModel::staysConsistentWhileARunGoesOn()
{
    Workspace workspace;
    LayersModel model(workspace);
    const QAbstractItemModelTester tester(&model, FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    const auto run = planned(6);
    workspace.setCurrent(run);
    QCOMPARE(model.rowCount(), 6);
    run->setState(RunDocument::State::Running);
    for (const RunEvent& event : test::sampleEvents(6))
        run->apply({ event });
    run->plan(test::sampleModel(9)); // another network
    QCOMPARE(model.rowCount(), 9);
    run->apply({ LayerStarted { 1, 12, "unplanned" } });
    QCOMPARE(model.rowCount(), 12);
    workspace.setCurrent(std::make_shared<RunDocument>(RunSettings {}));
    QCOMPARE(model.rowCount(), 0);
}

void TestLayersModel::aBatchIsOneChange()
{
    Workspace workspace;
    const auto run = planned(6);
    workspace.setCurrent(run);
    LayersModel model(workspace);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    run->apply({ ConvergenceReached { 2, { { -1, 16, 1e-3 } } }, ConvergenceReached { 3, { { -1, 16, 1e-3 } } } });
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().at(0).toModelIndex().row(), 2);
    QCOMPARE(changes.first().at(1).toModelIndex().row(), 3);
    run->apply(test::sampleEvents(6));
    QCOMPARE(changes.count(), 2);
    QCOMPARE(resets.count(), 0);
}

void TestLayersModel::followsTheCurrentRun()
{
    Workspace workspace;
    const auto before = test::sampleRun("a", 6);
    workspace.setCurrent(before);
    LayersModel model(workspace);
    workspace.setPinned({ before });
    workspace.setCurrent(test::sampleRun("b", 8));
    QCOMPARE(model.rowCount(), 8);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    before->apply({ ConvergenceReached { 2, { { -1, 16, 1e-3 } } } }); // pinned, but not current
    QCOMPARE(changes.count(), 0);
}

void TestLayersModel::twoHundredLayers()
{
    Workspace workspace;
    const auto run = test::sampleRun("a", 200);
    workspace.setCurrent(run);
    LayersModel model(workspace);
    const QAbstractItemModelTester tester(&model, FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 200);
    for (int row = 0; row < 200; ++row) {
        const QModelIndex index = model.index(row, at(LayerColumn::Layer));
        QCOMPARE(index.data(LayersModel::LayerRole).toString(), run->layers()[size_t(row)].name());
        QCOMPARE(model.rowOf(run->layers()[size_t(row)].name()) >= 0, true);
        QCOMPARE(model.index(row, 0).data().toString(), QString::number(row + 1));
    }
}

void TestLayersModel::theHeaderCarriesThePowerOfTen()
{
    Workspace workspace;
    const auto run = planned(6);
    workspace.setCurrent(run);
    LayersModel model(workspace);
    QSignalSpy headers(&model, &QAbstractItemModel::headerDataChanged);
    LayerReport report = run->layers()[1].report;
    report.mce = 3.52e-5;
    report.scalarMce = 7.04e-5;
    run->apply({ LayerFinished { report } });
    QCOMPARE(headers.count(), 1);
    QCOMPARE(model.headerData(at(LayerColumn::Error), Qt::Horizontal).toString(), QString("Cubic error ×10⁻⁵"));
    QCOMPARE(model.headerData(at(LayerColumn::Scalar), Qt::Horizontal).toString(), QString("Scalar ×10⁻⁵"));
    QCOMPARE(model.index(1, at(LayerColumn::Error)).data().toString(), QString("3.52"));
    QCOMPARE(model.largestError(), 7.04e-5);
    report = run->layers()[0].report; // the fixed layer's error stretches nothing
    report.mce = 1;
    run->apply({ LayerFinished { report } });
    QCOMPARE(model.exponent(), -5);
    QCOMPARE(model.largestError(), 7.04e-5);
}

void TestLayersModel::fixedLayersAndCostlyBasesHaveIcons()
{
    Workspace workspace;
    const auto run = planned(6);
    workspace.setCurrent(run);
    LayersModel model(workspace);
    const auto icon = [&](int row, LayerColumn column) {
        return model.index(row, at(column)).data(Qt::DecorationRole).value<QIcon>();
    };
    QVERIFY(!icon(0, LayerColumn::Bits).isNull());
    QVERIFY(icon(1, LayerColumn::Bits).isNull());
    QCOMPARE(model.index(0, at(LayerColumn::Bits)).data(Qt::ToolTipRole).toString(), QString("8 bits by the method"));
    LayerReport report = run->layers()[1].report;
    QVERIFY(icon(1, LayerColumn::Effective).isNull());
    report.effectiveBits = report.bitsWeight + 2;
    run->apply({ LayerFinished { report } });
    QVERIFY(!icon(1, LayerColumn::Effective).isNull());
}

void TestLayersModel::bitsAreEditableOnlyBeforeARun()
{
    Workspace workspace;
    const auto run = planned(6);
    workspace.setCurrent(run);
    LayersModel model(workspace);
    for (int column = 0; column < kLayerColumns; ++column)
        QCOMPARE(model.index(1, column).flags().testFlag(Qt::ItemIsEditable), column == at(LayerColumn::Bits));
    run->setState(RunDocument::State::Running);
    const QModelIndex bits = model.index(1, at(LayerColumn::Bits));
    QVERIFY(!bits.flags().testFlag(Qt::ItemIsEditable));
    QVERIFY(!model.setData(bits, 3));
}

void TestLayersModel::otherBitsAreAskedFor_data()
{
    QTest::addColumn<int>("row");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<bool>("accepted");
    QTest::addColumn<int>("asked");
    QTest::newRow("fewer bits of a searched layer") << 1 << QVariant(3) << true << 1;
    QTest::newRow("a searched layer left at full precision") << 1 << QVariant(32) << true << 1;
    QTest::newRow("the bits it has already") << 1 << QVariant(4) << true << 0;
    QTest::newRow("more than 8 bits") << 1 << QVariant(9) << false << 0;
    QTest::newRow("no bits") << 1 << QVariant(0) << false << 0;
    QTest::newRow("a text") << 1 << QVariant("many") << false << 0;
    QTest::newRow("the fixed first layer left at full precision") << 0 << QVariant(32) << true << 1;
    QTest::newRow("fewer bits of the fixed last layer") << 5 << QVariant(4) << false << 0;
}

void TestLayersModel::otherBitsAreAskedFor()
{
    QFETCH(int, row);
    QFETCH(QVariant, value);
    QFETCH(bool, accepted);
    QFETCH(int, asked);
    Workspace workspace;
    const auto run = planned(6);
    workspace.setCurrent(run);
    LayersModel model(workspace);
    QSignalSpy overrides(&model, &LayersModel::overrideAsked);
    QCOMPARE(model.setData(model.index(row, at(LayerColumn::Bits)), value), accepted);
    QCoreApplication::processEvents();
    QCOMPARE(overrides.count(), asked);
    if (asked > 0) {
        QCOMPARE(overrides.first().at(0).toString(), run->layers()[size_t(row)].name());
        QCOMPARE(overrides.first().at(1).toInt(), value.toInt());
    }
}

void TestLayersModel::aNewPlanShowsTheAskedBits()
{
    Workspace workspace;
    workspace.setCurrent(planned(6));
    LayersModel model(workspace);
    connect(&model, &LayersModel::overrideAsked, &workspace, [&](const QString& layer, int bits) {
        RunSettings settings = workspace.current()->settings();
        settings.layerBits[layer.toStdString()] = bits;
        auto run = std::make_shared<RunDocument>(settings);
        run->plan(test::sampleModel(6));
        workspace.setCurrent(run);
    });
    QVERIFY(model.setData(model.index(2, at(LayerColumn::Bits)), 2));
    QTRY_COMPARE(model.index(2, at(LayerColumn::Bits)).data().toString(), QString("2"));
    QVERIFY(model.setData(model.index(2, at(LayerColumn::Bits)), 32));
    QTRY_COMPARE(model.index(2, at(LayerColumn::Bits)).data().toString(), QString("FP32"));
}

QTEST_MAIN(TestLayersModel)
#include "tst_layers_model.moc"
