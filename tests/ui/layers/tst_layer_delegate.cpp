// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/layer_delegate.h"

#include "tests/ui/sample_runs.h"
#include "ui/layers/layers_model.h"
#include "ui/support/theme.h"

#include <QComboBox>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace latticeq;
using namespace latticeq::ui;

namespace {

struct Fixture
{
    Workspace workspace;
    LayersModel model { workspace };
    LayerDelegate delegate { model, workspace.selection() };

    QModelIndex cell(int row, LayerColumn column) const { return model.index(row, static_cast<int>(column)); }

    QImage paint(const QModelIndex& index, const Theme& theme = Theme::light()) const
    {
        QImage image(200, 22, QImage::Format_ARGB32_Premultiplied);
        image.fill(theme.base);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.rect = image.rect();
        option.palette = theme.palette();
        option.state = QStyle::State_Enabled | QStyle::State_Active;
        delegate.paint(&painter, option, index);
        return image;
    }
};

/** Pixels of a colour in the row through the middle. */
int count(const QImage& image, const QColor& color)
{
    int pixels = 0;
    for (int x = 0; x < image.width(); ++x)
        pixels += image.pixelColor(x, image.height() / 2).rgb() == color.rgb() ? 1 : 0;
    return pixels;
}

} // namespace

class TestLayerDelegate : public QObject
{
    Q_OBJECT
private slots:
    void barsAreAsLongAsErrors();
    void theScalarTickStandsRightOfASmallerError();
    void fixedLayersHaveNoBar();
    void rowsHaveBands();
    void theCurrentLayerIsMarked();
    void colorsFollowTheTheme();
    void theEditorOffersWhatIsPossible();
    void choosingInTheEditorCommits();
};

void TestLayerDelegate::barsAreAsLongAsErrors()
{
    Fixture f;
    const auto run = test::sampleRun("a", 22);
    f.workspace.setCurrent(run);
    const QColor hue = Theme::light().runStyle(run->colorSlot).color;
    for (int row = 2; row < 21; ++row) {
        const double before = run->layers()[size_t(row) - 1].report.mce;
        const double now = run->layers()[size_t(row)].report.mce;
        const int shorter = count(f.paint(f.cell(row - (before < now ? 1 : 0), LayerColumn::Error)), hue);
        const int longer = count(f.paint(f.cell(row - (before < now ? 0 : 1), LayerColumn::Error)), hue);
        QVERIFY(shorter > 0 && shorter <= longer);
    }
}

void TestLayerDelegate::theScalarTickStandsRightOfASmallerError()
{
    Fixture f;
    const auto run = test::sampleRun("a");
    f.workspace.setCurrent(run);
    const QImage image = f.paint(f.cell(2, LayerColumn::Error));
    const QColor hue = Theme::light().runStyle(run->colorSlot).color;
    int barEnd = 0;
    int tick = 0;
    for (int x = 0; x < image.width(); ++x) {
        if (image.pixelColor(x, 11).rgb() == hue.rgb())
            barEnd = x;
        if (image.pixelColor(x, 5).rgb() == Theme::light().axis.rgb()) // above the bar
            tick = x;
    }
    QVERIFY(tick > barEnd && barEnd > 0);
    QVERIFY(std::abs(tick / double(barEnd) - 2.5) < 0.3); // as scalar ÷ lattice error of the sample
}

void TestLayerDelegate::fixedLayersHaveNoBar()
{
    Fixture f;
    const auto run = test::sampleRun("a");
    f.workspace.setCurrent(run);
    QCOMPARE(count(f.paint(f.cell(0, LayerColumn::Error)), Theme::light().runStyle(run->colorSlot).color), 0);
}

void TestLayerDelegate::rowsHaveBands()
{
    Fixture f;
    const auto run = test::sampleRun("a");
    f.workspace.setCurrent(run);
    const QString current = run->layers()[1].name();
    f.workspace.selection().set(current, { run->layers()[2].name() });
    const Theme& theme = Theme::light();
    const auto ground = [&](int row) { return f.paint(f.cell(row, LayerColumn::Layer)).pixelColor(198, 1).rgb(); };
    QCOMPARE(ground(1), blend(theme.base, theme.text, 0.08).rgb());
    QCOMPARE(ground(2), blend(theme.base, theme.text, 0.04).rgb());
    QCOMPARE(ground(3), theme.base.rgb());
    QVERIFY(!rowBand(LayerSelection(), QString(), theme).isValid());
}

void TestLayerDelegate::theCurrentLayerIsMarked()
{
    Fixture f;
    const auto run = test::sampleRun("a");
    f.workspace.setCurrent(run);
    f.workspace.selection().set(run->layers()[1].name());
    const QColor text = Theme::light().text;
    QCOMPARE(f.paint(f.cell(1, LayerColumn::Number)).pixelColor(0, 11).rgb(), text.rgb());
    QVERIFY(f.paint(f.cell(2, LayerColumn::Number)).pixelColor(0, 11).rgb() != text.rgb());
}

void TestLayerDelegate::colorsFollowTheTheme()
{
    Fixture f;
    const auto run = test::sampleRun("a");
    f.workspace.setCurrent(run);
    const QImage dark = f.paint(f.cell(2, LayerColumn::Error), Theme::darkTheme());
    QVERIFY(count(dark, Theme::darkTheme().runStyle(run->colorSlot).color) > 0);
    QCOMPARE(count(dark, Theme::light().runStyle(run->colorSlot).color), 0);
}

void TestLayerDelegate::theEditorOffersWhatIsPossible()
{
    Fixture f;
    auto run = std::make_shared<RunDocument>(test::sampleSettings());
    run->plan(test::sampleModel(6));
    f.workspace.setCurrent(run);
    QWidget parent;
    const auto editor = [&](int row) {
        const QModelIndex index = f.cell(row, LayerColumn::Bits);
        auto* combo = qobject_cast<QComboBox*>(f.delegate.createEditor(&parent, {}, index));
        f.delegate.setEditorData(combo, index);
        return combo;
    };
    QCOMPARE(editor(1)->count(), 9); // 1 to 8 and full precision
    QCOMPARE(editor(1)->currentData().toInt(), 4);
    QCOMPARE(editor(0)->count(), 2); // the method fixes 8; full precision is the only other
    QCOMPARE(editor(0)->currentData().toInt(), 8);
    QVERIFY(editor(1)->accessibleName().contains(run->layers()[1].name()));
}

void TestLayerDelegate::choosingInTheEditorCommits()
{
    Fixture f;
    auto run = std::make_shared<RunDocument>(test::sampleSettings());
    run->plan(test::sampleModel(6));
    f.workspace.setCurrent(run);
    QWidget parent;
    const QModelIndex index = f.cell(1, LayerColumn::Bits);
    auto* combo = qobject_cast<QComboBox*>(f.delegate.createEditor(&parent, {}, index));
    QSignalSpy commits(&f.delegate, &QAbstractItemDelegate::commitData);
    QSignalSpy closes(&f.delegate, &QAbstractItemDelegate::closeEditor);
    QSignalSpy overrides(&f.model, &LayersModel::overrideAsked);
    combo->setCurrentIndex(combo->findData(2));
    emit combo->activated(combo->currentIndex());
    QCOMPARE(commits.count(), 1);
    QCOMPARE(closes.count(), 1);
    f.delegate.setModelData(combo, &f.model, index);
    QTRY_COMPARE(overrides.count(), 1);
    QCOMPARE(overrides.first().at(1).toInt(), 2);
}

QTEST_MAIN(TestLayerDelegate)
#include "tst_layer_delegate.moc"
