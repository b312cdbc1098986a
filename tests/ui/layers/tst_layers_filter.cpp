// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/layers_filter.h"

#include "tests/ui/sample_runs.h"
#include "ui/layers/layers_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;

namespace {

struct Fixture
{
    Workspace workspace;
    LayersModel model { workspace };
    LayersFilter filter;
    Fixture() { filter.setSourceModel(&model); }
    QString layer(int row) const { return filter.index(row, 1).data().toString(); }
};

} // namespace

class TestLayersFilter : public QObject
{
    Q_OBJECT
private slots:
    void showsLayersThatContainTheText();
    void signsOfRegularExpressionsAreOrdinary();
    void sortsByValue();
    void unknownValuesComeLastEitherWay();
    void staysConsistentWhileARunGoesOn();
};

void TestLayersFilter::showsLayersThatContainTheText()
{
    Fixture f;
    f.workspace.setCurrent(test::sampleRun("a", 22));
    f.filter.setText("CONV2");
    QVERIFY(f.filter.rowCount() > 0 && f.filter.rowCount() < 22);
    for (int row = 0; row < f.filter.rowCount(); ++row)
        QVERIFY(f.layer(row).contains("conv2"));
    QVERIFY(!f.filter.indexOf("fc").isValid());
    f.filter.setText("");
    QCOMPARE(f.filter.rowCount(), 22);
    QCOMPARE(f.filter.indexOf("fc").row(), 21);
    QVERIFY(!f.filter.indexOf("").isValid());
}

void TestLayersFilter::signsOfRegularExpressionsAreOrdinary()
{
    Fixture f;
    f.workspace.setCurrent(test::sampleRun("a", 6));
    f.filter.setText("conv.");
    QCOMPARE(f.filter.rowCount(), 0);
    f.filter.setText("1.0");
    QCOMPARE(f.filter.rowCount(), 2);
}

void TestLayersFilter::sortsByValue()
{
    Fixture f;
    f.workspace.setCurrent(test::sampleRun("a", 200));
    for (const LayerColumn column : { LayerColumn::Error, LayerColumn::Number, LayerColumn::Change }) {
        f.filter.sort(static_cast<int>(column), Qt::DescendingOrder);
        for (int row = 1; row < 200; ++row) {
            const auto value = [&](int r) {
                return f.filter.index(r, static_cast<int>(column)).data(LayersModel::SortRole).toDouble();
            };
            QVERIFY(value(row - 1) >= value(row));
        }
    }
}

void TestLayersFilter::unknownValuesComeLastEitherWay()
{
    Fixture f;
    auto run = std::make_shared<RunDocument>(test::sampleSettings());
    run->plan(test::sampleModel(6));
    f.workspace.setCurrent(run);
    LayerReport report = run->layers()[3].report;
    report.mce = 1e-6;
    run->apply({ LayerFinished { report } });
    for (const Qt::SortOrder order : { Qt::AscendingOrder, Qt::DescendingOrder }) {
        f.filter.sort(static_cast<int>(LayerColumn::Error), order);
        QCOMPARE(f.layer(0), run->layers()[3].name());
    }
}

void TestLayersFilter::staysConsistentWhileARunGoesOn()
{
    Fixture f;
    const QAbstractItemModelTester tester(&f.filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    auto run = std::make_shared<RunDocument>(test::sampleSettings());
    run->plan(test::sampleModel(22));
    f.workspace.setCurrent(run);
    f.filter.sort(static_cast<int>(LayerColumn::Error), Qt::DescendingOrder);
    f.filter.setText("conv1");
    for (const RunEvent& event : test::sampleEvents(22))
        run->apply({ event });
    f.filter.setText("");
    run->plan(test::sampleModel(4));
    QCOMPARE(f.filter.rowCount(), 4);
}

QTEST_MAIN(TestLayersFilter)
#include "tst_layers_filter.moc"
