// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/layer_selection_sync.h"

#include "tests/ui/sample_runs.h"
#include "ui/layers/layers_filter.h"
#include "ui/layers/layers_model.h"

#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;

namespace {

struct Fixture
{
    Workspace workspace;
    LayersModel model { workspace };
    LayersFilter filter;
    QTableView view;
    LayerSelection& selection = workspace.selection();

    explicit Fixture(int layers = 22)
    {
        workspace.setCurrent(test::sampleRun("a", layers));
        filter.setSourceModel(&model);
        filter.sort(0);
        view.setSelectionBehavior(QAbstractItemView::SelectRows);
        view.setSelectionMode(QAbstractItemView::ExtendedSelection);
        new LayerSelectionSync(view, filter, selection);
        view.resize(600, 800);
        view.show();
    }
    QString name(int row) const { return filter.index(row, 0).data(LayersModel::LayerRole).toString(); }
    void click(int row, Qt::KeyboardModifiers keys = Qt::NoModifier)
    {
        const QPoint place = view.visualRect(filter.index(row, 1)).center();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, keys, place);
    }
    QSet<QString> selectedRows() const
    {
        QSet<QString> names;
        for (const QModelIndex& index : view.selectionModel()->selectedRows())
            names.insert(index.data(LayersModel::LayerRole).toString());
        return names;
    }
};

} // namespace

class TestLayerSelectionSync : public QObject
{
    Q_OBJECT
private slots:
    void aClickChooses();
    void clicksWithKeysExtend();
    void arrowKeysMoveTheCurrentLayer();
    void takingTheLastLayerAwayIsUndone();
    void theViewShowsWhatIsSelected();
    void beingToldIsNoChoice();
    void sortingKeepsTheSelection();
    void filteringIsNoChoice();
    void extendingKeepsHiddenLayers();
    void aNewListKeepsTheSelection();
    void theCurrentLayerScrollsIntoView();
};

void TestLayerSelectionSync::aClickChooses()
{
    Fixture f;
    f.selection.set(f.name(5));
    QSignalSpy changed(&f.selection, &LayerSelection::changed);
    f.click(2);
    QCOMPARE(f.selection.current(), f.name(2));
    QCOMPARE(f.selection.selected(), QSet<QString> { f.name(2) });
    QVERIFY(!f.selection.following());
    QCOMPARE(changed.count(), 1);
}

void TestLayerSelectionSync::clicksWithKeysExtend()
{
    Fixture f;
    f.click(2);
    f.click(4, Qt::ControlModifier);
    QCOMPARE(f.selection.current(), f.name(4));
    QCOMPARE(f.selection.selected(), (QSet<QString> { f.name(2), f.name(4) }));
    f.click(7, Qt::ShiftModifier);
    QVERIFY(f.selection.isSelected(f.name(5)) && f.selection.isSelected(f.name(6)));
    QCOMPARE(f.selection.current(), f.name(7));
    f.click(7, Qt::ControlModifier); // taken away: another selected one becomes current
    QVERIFY(!f.selection.isSelected(f.name(7)));
    QVERIFY(f.selection.isSelected(f.selection.current()));
    QCOMPARE(f.selectedRows(), f.selection.selected());
}

void TestLayerSelectionSync::arrowKeysMoveTheCurrentLayer()
{
    Fixture f;
    f.click(2);
    QTest::keyClick(&f.view, Qt::Key_Down);
    QCOMPARE(f.selection.current(), f.name(3));
    QTest::keyClick(&f.view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(f.selection.current(), f.name(4));
    QCOMPARE(f.selection.selected(), (QSet<QString> { f.name(3), f.name(4) }));
}

void TestLayerSelectionSync::takingTheLastLayerAwayIsUndone()
{
    Fixture f;
    f.click(2);
    f.click(2, Qt::ControlModifier);
    QCOMPARE(f.selection.current(), f.name(2));
    QCOMPARE(f.selectedRows(), QSet<QString> { f.name(2) });
}

void TestLayerSelectionSync::theViewShowsWhatIsSelected()
{
    Fixture f;
    f.selection.set(f.name(3), { f.name(1), f.name(2) });
    QCOMPARE(f.selectedRows(), f.selection.selected());
    QCOMPARE(f.view.currentIndex().row(), 3);
}

void TestLayerSelectionSync::beingToldIsNoChoice()
{
    Fixture f;
    QSignalSpy changed(&f.selection, &LayerSelection::changed);
    f.selection.set(f.name(3));
    f.selection.set(f.name(8), { f.name(1) });
    QCOMPARE(changed.count(), 2);
    QVERIFY(f.selection.following());
}

void TestLayerSelectionSync::sortingKeepsTheSelection()
{
    Fixture f;
    f.selection.set(f.name(3), { f.name(3), f.name(9) });
    const QSet<QString> before = f.selection.selected();
    QSignalSpy changed(&f.selection, &LayerSelection::changed);
    f.filter.sort(static_cast<int>(LayerColumn::Error), Qt::DescendingOrder);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(f.selectedRows(), before);
    QCOMPARE(f.name(f.view.currentIndex().row()), f.selection.current());
}

void TestLayerSelectionSync::filteringIsNoChoice()
{
    Fixture f;
    f.selection.set("fc", { "fc", "conv1" });
    QSignalSpy changed(&f.selection, &LayerSelection::changed);
    f.filter.setText("conv2");
    QCOMPARE(changed.count(), 0);
    QCOMPARE(f.selection.current(), QString("fc"));
    QVERIFY(f.selectedRows().isEmpty());
    QVERIFY(f.selection.following());
    f.filter.setText("");
    QCOMPARE(changed.count(), 0);
    QCOMPARE(f.selectedRows(), (QSet<QString> { "fc", "conv1" }));
    QCOMPARE(f.name(f.view.currentIndex().row()), QString("fc"));
}

void TestLayerSelectionSync::extendingKeepsHiddenLayers()
{
    Fixture f;
    f.selection.set("fc");
    f.filter.setText("conv2");
    f.click(0);
    QCOMPARE(f.selection.selected(), QSet<QString> { f.name(0) }); // a plain click is a new choice
    f.selection.set(f.name(0), { "fc", f.name(0) });
    f.click(1, Qt::ControlModifier);
    QCOMPARE(f.selection.selected(), (QSet<QString> { "fc", f.name(0), f.name(1) }));
}

void TestLayerSelectionSync::aNewListKeepsTheSelection()
{
    Fixture f;
    f.click(4);
    const QString layer = f.selection.current();
    QSignalSpy changed(&f.selection, &LayerSelection::changed);
    f.workspace.setCurrent(test::sampleRun("b", 22));
    QCOMPARE(changed.count(), 0);
    QCOMPARE(f.selectedRows(), QSet<QString> { layer });
}

void TestLayerSelectionSync::theCurrentLayerScrollsIntoView()
{
    Fixture f(200);
    f.selection.set(f.name(190));
    QVERIFY(f.view.viewport()->rect().intersects(f.view.visualRect(f.filter.index(190, 0))));
}

QTEST_MAIN(TestLayerSelectionSync)
#include "tst_layer_selection_sync.moc"
