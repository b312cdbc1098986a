// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/layer_cell.h"

#include <QLocale>
#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;
using Status = LayerState::Status;

namespace {

LayerState finished()
{
    LayerState layer;
    layer.status = Status::Finished;
    LayerReport& r = layer.report;
    r.index = 9;
    r.name = "layer2.0.downsample.0";
    r.type = "conv";
    r.shape = { 32, 16, 1, 1 };
    r.bitsWeight = 4;
    r.bitsActivation = 8;
    r.group = 2;
    r.bitsBasis = 8;
    r.effectiveBits = 6.03;
    r.weights = 512;
    r.mce = 5.14e-6;
    r.scalarMce = 14.2e-6;
    r.mse = 2.1e-4;
    r.sqnrDb = 21.44;
    r.outputMse = 0.0123;
    r.seconds = 2.12;
    r.candidates = 12400;
    return layer;
}

QString text(const LayerState& layer, LayerColumn column)
{
    const RunSettings settings;
    return LayerCell { layer, settings, -6 }.text(column);
}

} // namespace

class TestLayerCell : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void aFinishedLayerShowsEverything_data();
    void aFinishedLayerShowsEverything();
    void aPlannedLayerShowsItsPlanOnly();
    void aSearchedLayerShowsHowFarItIs();
    void aLayerAtFullPrecisionHasNoErrors();
    void aLayerThatNoPlanToldShowsItsName();
    void basesThatCostABitAreWarnedOf();
    void depthwiseLayersAreAdvisedToBeScalar();
    void fixedBitsAreExplained();
    void unknownValuesDoNotSort();
    void valuesSortAsNumbers();
};

void TestLayerCell::aFinishedLayerShowsEverything_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("expected");
    const auto row = [](LayerColumn column, const char* expected) {
        QTest::newRow(qPrintable(columnTitle(column))) << static_cast<int>(column) << QString::fromUtf8(expected);
    };
    row(LayerColumn::Number, "10");
    row(LayerColumn::Layer, "layer2.0.downsample.0");
    row(LayerColumn::Group, "2");
    row(LayerColumn::Bits, "4");
    row(LayerColumn::Effective, "6.03");
    row(LayerColumn::Error, "5.14");
    row(LayerColumn::Scalar, "14.2");
    row(LayerColumn::Change, "−64 %");
    row(LayerColumn::Search, "");
    row(LayerColumn::Seconds, "2.1");
    row(LayerColumn::Type, "Convolution");
    row(LayerColumn::Shape, "32 × 16 × 1 × 1");
    row(LayerColumn::BitsActivation, "8");
    row(LayerColumn::Granularity, "per channel");
    row(LayerColumn::BasisBits, "8");
    row(LayerColumn::Mse, "2.10·10⁻⁴");
    row(LayerColumn::Sqnr, "21.4 dB");
    row(LayerColumn::OutputError, "0.0123");
    row(LayerColumn::Candidates, "12,400");
}

void TestLayerCell::aFinishedLayerShowsEverything()
{
    QFETCH(int, column);
    QFETCH(QString, expected);
    QCOMPARE(text(finished(), static_cast<LayerColumn>(column)), expected);
}

void TestLayerCell::aPlannedLayerShowsItsPlanOnly()
{
    LayerState layer = finished();
    layer.status = Status::Planned;
    QCOMPARE(text(layer, LayerColumn::Effective), QString("6.03"));
    for (const LayerColumn column :
        { LayerColumn::Error, LayerColumn::Scalar, LayerColumn::Change, LayerColumn::Seconds, LayerColumn::Mse,
            LayerColumn::Sqnr, LayerColumn::OutputError, LayerColumn::Candidates })
        QCOMPARE(text(layer, column), QString("–"));
}

void TestLayerCell::aSearchedLayerShowsHowFarItIs()
{
    LayerState layer = finished();
    layer.status = Status::Searching;
    QCOMPARE(text(layer, LayerColumn::Error), QString("…"));
    layer.convergence = { { -1, 180, 512 * 7.1e-6 } };
    QCOMPARE(text(layer, LayerColumn::Error), QString("7.10…"));
    QCOMPARE(text(layer, LayerColumn::Change), QString("…"));
    QCOMPARE(text(layer, LayerColumn::Scalar), QString("–"));
    QCOMPARE(text(layer, LayerColumn::Seconds), QString("25 %")); // 180 of 9 × 80 candidates
    layer.report.group = 1;
    QCOMPARE(text(layer, LayerColumn::Seconds), QString("45 %")); // of 4 × 100
}

void TestLayerCell::aLayerAtFullPrecisionHasNoErrors()
{
    LayerState layer = finished();
    layer.report.bitsWeight = kFullPrecisionBits;
    layer.report.effectiveBits = 32;
    QCOMPARE(text(layer, LayerColumn::Bits), QString("FP32"));
    QCOMPARE(text(layer, LayerColumn::Effective), QString("32.00"));
    for (const LayerColumn column : { LayerColumn::Group, LayerColumn::Granularity, LayerColumn::BasisBits,
             LayerColumn::Error, LayerColumn::Scalar, LayerColumn::Change })
        QCOMPARE(text(layer, column), QString("–"));
    QVERIFY(!(LayerCell { layer, {}, -6 }.warns()));
}

void TestLayerCell::aLayerThatNoPlanToldShowsItsName()
{
    LayerState layer;
    layer.report.name = "conv1";
    layer.status = Status::Searching;
    QCOMPARE(text(layer, LayerColumn::Layer), QString("conv1"));
    QCOMPARE(text(layer, LayerColumn::Bits), QString("–"));
    QCOMPARE(text(layer, LayerColumn::Seconds), QString("…"));
}

void TestLayerCell::basesThatCostABitAreWarnedOf()
{
    const RunSettings settings;
    LayerState layer = finished();
    QVERIFY((LayerCell { layer, settings, -6 }.warns()));
    QCOMPARE((LayerCell { layer, settings, -6 }.toolTip(LayerColumn::Effective)),
        QString("Bases and scales cost 2.0 bits per weight here. Smaller: fewer basis bits (--quant_basis), a basis per "
                "layer (--per_layer) or single weights (--scalar)."));
    layer.report.perLayer = true; // a per-layer basis cannot be advised where there is one
    QVERIFY(!(LayerCell { layer, settings, -6 }.toolTip(LayerColumn::Effective).contains("--per_layer")));
    layer.report.effectiveBits = 4.99;
    QVERIFY(!(LayerCell { layer, settings, -6 }.warns()));
    QVERIFY((LayerCell { layer, settings, -6 }.toolTip(LayerColumn::Effective).isEmpty()));
}

void TestLayerCell::depthwiseLayersAreAdvisedToBeScalar()
{
    RunSettings settings;
    LayerState layer = finished();
    layer.report.shape = { 32, 1, 3, 3 };
    QVERIFY((LayerCell { layer, settings, -6 }.toolTip(LayerColumn::Effective).endsWith("--depthwise scalar8")));
    settings.scalarDepthwise = true;
    QVERIFY(!(LayerCell { layer, settings, -6 }.toolTip(LayerColumn::Effective).contains("--depthwise")));
}

void TestLayerCell::fixedBitsAreExplained()
{
    const RunSettings settings;
    LayerState layer = finished();
    QVERIFY((LayerCell { layer, settings, -6 }.toolTip(LayerColumn::Bits).isEmpty()));
    layer.fixed = true;
    layer.report.bitsWeight = 8;
    QCOMPARE((LayerCell { layer, settings, -6 }.toolTip(LayerColumn::Bits)), QString("8 bits by the method"));
}

void TestLayerCell::unknownValuesDoNotSort()
{
    const RunSettings settings;
    LayerState layer = finished();
    layer.report.outputMse.reset();
    QVERIFY(!(LayerCell { layer, settings, -6 }.sortValue(LayerColumn::OutputError).isValid()));
    layer.status = Status::Planned;
    for (const LayerColumn column : { LayerColumn::Error, LayerColumn::Scalar, LayerColumn::Change, LayerColumn::Search,
             LayerColumn::Seconds, LayerColumn::Sqnr })
        QVERIFY(!(LayerCell { layer, settings, -6 }.sortValue(column).isValid()));
}

void TestLayerCell::valuesSortAsNumbers()
{
    const RunSettings settings;
    const LayerState layer = finished();
    const LayerCell cell { layer, settings, -6 };
    QCOMPARE(cell.sortValue(LayerColumn::Number).toInt(), 9);
    QCOMPARE(cell.sortValue(LayerColumn::Error).toDouble(), 5.14e-6);
    QCOMPARE(cell.sortValue(LayerColumn::Change).toDouble(), 5.14 / 14.2);
    QCOMPARE(cell.sortValue(LayerColumn::Shape).toLongLong(), 512LL); // by the number of weights
    QCOMPARE(cell.sortValue(LayerColumn::Sqnr).toDouble(), 21.44);
    QCOMPARE(cell.sortValue(LayerColumn::Candidates).toLongLong(), 12400LL);
}

QTEST_MAIN(TestLayerCell)
#include "tst_layer_cell.moc"
