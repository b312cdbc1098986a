// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/layers_view.h"

#include "tests/ui/sample_runs.h"
#include "ui/layers/layer_column.h"
#include "ui/layers/layers_model.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTranslator>

using namespace latticeq;
using namespace latticeq::ui;

namespace {

int at(LayerColumn column)
{
    return static_cast<int>(column);
}

struct Fixture
{
    Workspace workspace;
    LayersView view { workspace };
    QTableView& table = view.table();
    QLineEdit& filter = *view.findChild<QLineEdit*>("layerFilter");
    QLabel& message = *view.findChild<QLabel*>("layersMessage");

    explicit Fixture(int layers = 22)
    {
        workspace.setCurrent(std::make_shared<RunDocument>(test::sampleSettings()));
        workspace.current()->plan(test::sampleModel(layers));
        view.resize(1148, 300);
        view.show();
        view.activateWindow();
        static_cast<void>(QTest::qWaitForWindowActive(&view)); // shortcuts need it
        table.setFocus();
    }
    QModelIndex cell(int row, LayerColumn column) const { return table.model()->index(row, at(column)); }
    QString text(int row, LayerColumn column) const { return cell(row, column).data().toString(); }
    QString label(const char* name) const { return view.findChild<QLabel*>(name)->text(); }
    void doubleClick(const QModelIndex& index)
    {
        const QPoint place = table.visualRect(index).center();
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, place);
    }
};

} // namespace

class TestLayersView : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void rowsAreOfOneHeight();
    void showsLayersAsTheyFinish();
    void theFilterSaysWhenNothingMatches();
    void textOfTheFilterIsNoMarkup();
    void aHiddenCurrentLayerStaysCurrent();
    void theOrderIsFixedWhileRunning();
    void enterAndDoubleClickAskForTheLattice();
    void bitsAreEditedInPlace();
    void anEditorClosesWhenTheRunStarts();
    void followsAgainByKey();
    void typingFInTheFilterIsText();
    void copiesWhatIsShown();
    void columnsFillTheWidth();
    void columnsAreKept();
    void aForeignStateChangesNothing();
    void twoHundredLayersAreDrawn();
    void textsFollowTheLanguage();
};

void TestLayersView::rowsAreOfOneHeight()
{
    Fixture f;
    QVERIFY(f.table.rowHeight(0) >= 22);
    for (int row = 1; row < 22; ++row)
        QCOMPARE(f.table.rowHeight(row), f.table.rowHeight(0));
}

void TestLayersView::showsLayersAsTheyFinish()
{
    Fixture f;
    QCOMPARE(f.text(1, LayerColumn::Error), QString("–"));
    f.workspace.current()->setState(RunDocument::State::Running);
    f.workspace.current()->apply(test::sampleEvents(22));
    QVERIFY(f.text(1, LayerColumn::Error) != QString("–"));
    QCOMPARE(f.text(1, LayerColumn::Change), QString("−60 %"));
}

void TestLayersView::theFilterSaysWhenNothingMatches()
{
    Fixture f;
    QVERIFY(f.message.isHidden());
    f.filter.setText("conv7");
    QCOMPARE(f.table.model()->rowCount(), 0);
    QVERIFY(!f.message.isHidden());
    QVERIFY(f.message.text().startsWith("No layer contains 'conv7'. <a "));
    QVERIFY(f.message.text().contains("Clear filter"));
    emit f.message.linkActivated("#clear");
    QCOMPARE(f.table.model()->rowCount(), 22);
    QVERIFY(f.filter.text().isEmpty());
    QVERIFY(f.message.isHidden());
    f.workspace.setCurrent(std::make_shared<RunDocument>(RunSettings {}));
    QVERIFY(!f.message.isHidden()); // no layers at all
    QVERIFY(!f.message.text().contains("<a "));
}

void TestLayersView::textOfTheFilterIsNoMarkup()
{
    Fixture f;
    f.filter.setText("<b>%1");
    QVERIFY(f.message.text().contains("&lt;b&gt;%1"));
    QCOMPARE(f.message.text().count("Clear filter"), 1);
}

void TestLayersView::aHiddenCurrentLayerStaysCurrent()
{
    Fixture f;
    f.workspace.selection().set("fc");
    f.filter.setText("conv2");
    QCOMPARE(f.workspace.selection().current(), QString("fc"));
    QVERIFY(f.label("layersNote").contains("fc"));
    f.filter.clear();
    QVERIFY(f.label("layersNote").isEmpty());
    QCOMPARE(f.table.currentIndex().row(), 21);
}

void TestLayersView::theOrderIsFixedWhileRunning()
{
    Fixture f;
    auto& run = *f.workspace.current();
    f.table.sortByColumn(at(LayerColumn::Error), Qt::DescendingOrder);
    run.setState(RunDocument::State::Running);
    QCOMPARE(f.label("layersNote"), QString("order fixed while running"));
    QStringList before;
    for (int row = 0; row < 22; ++row)
        before.append(f.text(row, LayerColumn::Layer));
    run.apply(test::sampleEvents(22));
    for (int row = 0; row < 22; ++row)
        QCOMPARE(f.text(row, LayerColumn::Layer), before.at(row));
    run.finish(test::sampleResult(22));
    QVERIFY(f.label("layersNote").isEmpty());
    for (int row = 1; row < 22; ++row) {
        QVERIFY(f.cell(row - 1, LayerColumn::Error).data(LayersModel::SortRole).toDouble()
            >= f.cell(row, LayerColumn::Error).data(LayersModel::SortRole).toDouble());
    }
}

void TestLayersView::enterAndDoubleClickAskForTheLattice()
{
    Fixture f;
    QSignalSpy asked(&f.workspace.selection(), &LayerSelection::latticeAsked);
    QTest::keyClick(&f.table, Qt::Key_Return);
    QCOMPARE(asked.count(), 0); // no layer is current
    f.doubleClick(f.cell(2, LayerColumn::Layer));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(f.workspace.selection().current(), f.text(2, LayerColumn::Layer));
    QTest::keyClick(&f.table, Qt::Key_Return);
    QCOMPARE(asked.count(), 2);
}

void TestLayersView::bitsAreEditedInPlace()
{
    Fixture f;
    QSignalSpy asked(&f.workspace.selection(), &LayerSelection::latticeAsked);
    QSignalSpy overrides(&f.view, &LayersView::overrideAsked);
    f.doubleClick(f.cell(2, LayerColumn::Bits));
    auto* editor = f.table.findChild<QComboBox*>("bitsEditor");
    QVERIFY(editor);
    QCOMPARE(asked.count(), 0); // a double click that edits shows no lattice
    editor->setCurrentIndex(editor->findData(3));
    emit editor->activated(editor->currentIndex());
    QTRY_COMPARE(overrides.count(), 1);
    QCOMPARE(overrides.first().at(0).toString(), f.text(2, LayerColumn::Layer));
    QCOMPARE(overrides.first().at(1).toInt(), 3);
}

void TestLayersView::anEditorClosesWhenTheRunStarts()
{
    Fixture f;
    QSignalSpy overrides(&f.view, &LayersView::overrideAsked);
    f.table.edit(f.cell(2, LayerColumn::Bits));
    QVERIFY(f.table.findChild<QComboBox*>("bitsEditor"));
    f.workspace.current()->setState(RunDocument::State::Running);
    QTRY_VERIFY(!f.table.findChild<QComboBox*>("bitsEditor"));
    QCOMPARE(overrides.count(), 0);
}

void TestLayersView::followsAgainByKey()
{
    Fixture f;
    f.workspace.current()->setState(RunDocument::State::Running);
    f.workspace.selection().choose("fc");
    QVERIFY(!f.workspace.selection().following());
    QTest::keyClick(&f.table, Qt::Key_F);
    QVERIFY(f.workspace.selection().following());
}

void TestLayersView::typingFInTheFilterIsText()
{
    Fixture f;
    f.workspace.selection().choose("conv1");
    f.view.focusFilter();
    QTest::keyClicks(&f.filter, "fc");
    QCOMPARE(f.filter.text(), QString("fc"));
    QCOMPARE(f.table.model()->rowCount(), 1);
    QVERIFY(!f.workspace.selection().following());
    QTest::keyClick(&f.filter, Qt::Key_Escape);
    QVERIFY(f.filter.text().isEmpty());
}

void TestLayersView::copiesWhatIsShown()
{
    Fixture f;
    f.workspace.setCurrent(test::sampleRun("a", 22));
    f.workspace.selection().set(f.text(1, LayerColumn::Layer), { f.text(2, LayerColumn::Layer) });
    QTest::keyClick(&f.table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split('\n');
    QCOMPARE(lines.size(), 4); // titles, two rows, the end of the last line
    QCOMPARE(lines.at(0), QString("#\tLayer\tn\tBits\tEffective\tCubic error ×10⁻⁶\tScalar ×10⁻⁶\tvs scalar\ts"));
    QStringList expected;
    for (const LayerColumn column :
        { LayerColumn::Number, LayerColumn::Layer, LayerColumn::Group, LayerColumn::Bits, LayerColumn::Effective,
            LayerColumn::Error, LayerColumn::Scalar, LayerColumn::Change, LayerColumn::Seconds })
        expected.append(f.text(1, column));
    QCOMPARE(lines.at(1).split('\t'), expected);
}

void TestLayersView::columnsFillTheWidth()
{
    Fixture f;
    const QHeaderView& header = *f.table.horizontalHeader();
    for (const int width : { 1148, 1440, 2000 }) {
        f.view.resize(width, 300);
        QTRY_COMPARE(header.length(), f.table.viewport()->width());
    }
    for (int column = 0; column < header.count(); ++column) {
        const QString title = f.table.model()->headerData(column, Qt::Horizontal).toString();
        const int least = header.fontMetrics().horizontalAdvance(title);
        QVERIFY2(header.isSectionHidden(column) || header.sectionSize(column) > least, qPrintable(title));
    }
}

void TestLayersView::columnsAreKept()
{
    QByteArray state;
    {
        Fixture f;
        f.table.setColumnHidden(at(LayerColumn::Sqnr), false);
        f.table.setColumnHidden(at(LayerColumn::Scalar), true);
        f.table.setColumnWidth(at(LayerColumn::Layer), 321);
        f.table.horizontalHeader()->moveSection(5, 1);
        f.table.sortByColumn(at(LayerColumn::Number), Qt::DescendingOrder);
        state = f.view.saveState();
    }
    Fixture f;
    QVERIFY(f.view.restoreState(state));
    QVERIFY(!f.table.isColumnHidden(at(LayerColumn::Sqnr)));
    QVERIFY(f.table.isColumnHidden(at(LayerColumn::Scalar)));
    QCOMPARE(f.table.columnWidth(at(LayerColumn::Layer)), 321);
    QCOMPARE(f.table.horizontalHeader()->visualIndex(5), 1);
    QCOMPARE(f.text(0, LayerColumn::Number), QString("22"));
}

void TestLayersView::aForeignStateChangesNothing()
{
    Fixture f;
    const QByteArray before = f.view.saveState();
    QVERIFY(!f.view.restoreState({}));
    QVERIFY(!f.view.restoreState("something else entirely"));
    QVERIFY(!f.view.restoreState(before.left(before.size() / 2)));
    QCOMPARE(f.view.saveState(), before);
}

void TestLayersView::twoHundredLayersAreDrawn()
{
    Fixture f(200);
    f.workspace.setCurrent(test::sampleRun("a", 200));
    QCOMPARE(f.table.model()->rowCount(), 200);
    QCOMPARE(f.label("layerCount"), QString("200 layers"));
    const QImage top = f.table.viewport()->grab().toImage();
    f.workspace.selection().set(f.text(199, LayerColumn::Layer));
    QVERIFY(top != f.table.viewport()->grab().toImage());
    QVERIFY(f.table.viewport()->rect().intersects(f.table.visualRect(f.cell(199, LayerColumn::Number))));
}

void TestLayersView::textsFollowTheLanguage()
{
    class French : public QTranslator
    {
    public:
        bool isEmpty() const override { return false; }
        QString translate(const char*, const char* text, const char*, int) const override
        {
            return qstrcmp(text, "Layer") == 0 ? QStringLiteral("Couche") : QString();
        }
    } french;
    Fixture f;
    QCoreApplication::installTranslator(&french);
    QCoreApplication::processEvents();
    const QString title = f.table.model()->headerData(at(LayerColumn::Layer), Qt::Horizontal).toString();
    QCoreApplication::removeTranslator(&french);
    QCOMPARE(title, QString("Couche"));
}

QTEST_MAIN(TestLayersView)
#include "tst_layers_view.moc"
