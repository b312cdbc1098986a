// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/figures_model.h"

#include "tests/ui/lattices/sample_lattices.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace latticeq::ui;
using namespace latticeq::ui::test;

namespace {

PanelContent contentOf(double cubicError, double effectiveBits, int n = 2, int vectors = 16)
{
    auto picture
        = std::make_shared<latticeq::LatticePicture>(makePicture(n, 4, tiltedBasis(n), gaussianVectors(n, vectors, 1)));
    picture->figures.cubicError = cubicError;
    picture->figures.scalarCubicError = 1.83e-5;
    picture->figures.effectiveBits = effectiveBits;
    PanelContent content;
    content.picture = picture;
    return content;
}

} // namespace

class TestFiguresModel : public QObject
{
    Q_OBJECT
private slots:
    void isAWellBehavedModel();
    void showsBothLatticesAndTheirDifference();
    void leavesOutWhatCannotBeCompared();
    void anUntoldMultipleIsShort();
    void namesTheRowsByChannelOrLayer();
    void everyColumnExplainsItself();

private:
    static QString text(const FiguresModel& model, int row, int column)
    {
        return model.index(row, column).data().toString();
    }
};

void TestFiguresModel::isAWellBehavedModel()
{
    FiguresModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(text(model, 0, FiguresModel::CubicError), QStringLiteral("–"));
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setContents(contentOf(3.52e-6, 5), contentOf(1.83e-5, 4.25));
    model.setContents({}, contentOf(1.83e-5, 4.25));
    QCOMPARE(changed.count(), 2);
}

void TestFiguresModel::showsBothLatticesAndTheirDifference()
{
    FiguresModel model;
    PanelContent scalar = contentOf(1.83e-5, 4.25);
    scalar.scalarGrid = true;
    model.setContents(contentOf(3.52e-6, 5), scalar);
    QCOMPARE(text(model, 0, FiguresModel::CubicError), QStringLiteral("3.52·10⁻⁶ ◂"));
    QCOMPARE(text(model, 1, FiguresModel::CubicError), QStringLiteral("1.83·10⁻⁵"));
    QCOMPARE(text(model, 2, FiguresModel::CubicError), QStringLiteral("×5.20"));
    QCOMPARE(text(model, 0, FiguresModel::VersusScalar), QStringLiteral("−81 %"));
    QCOMPARE(text(model, 1, FiguresModel::VersusScalar), QStringLiteral("–"));
    QCOMPARE(text(model, 2, FiguresModel::EffectiveBits), QStringLiteral("−0.75"));
    QVERIFY(text(model, 0, FiguresModel::Overloaded).endsWith(QStringLiteral("of 16")));
    QCOMPARE(text(model, 2, FiguresModel::CellVolume), QStringLiteral("0 %"));
}

void TestFiguresModel::leavesOutWhatCannotBeCompared()
{
    FiguresModel model;
    model.setContents(contentOf(3.52e-6, 5), contentOf(1.83e-5, 4.25, 3, 48));
    for (const int column :
        { FiguresModel::CubicError, FiguresModel::Overloaded, FiguresModel::CellVolume, FiguresModel::Packing })
        QCOMPARE(text(model, 2, column), QStringLiteral("–"));
    QVERIFY(!text(model, 0, FiguresModel::CubicError).contains(u'◂'));
    QCOMPARE(text(model, 2, FiguresModel::EffectiveBits), QStringLiteral("−0.75"));
}

void TestFiguresModel::anUntoldMultipleIsShort()
{
    FiguresModel model;
    model.setContents(contentOf(1e-6, 5), contentOf(2.5e5, 4.25)); // a search's first basis may be that bad
    QCOMPARE(text(model, 2, FiguresModel::CubicError), QStringLiteral("×10¹¹"));
}

void TestFiguresModel::namesTheRowsByChannelOrLayer()
{
    FiguresModel model;
    auto picture = std::make_shared<latticeq::LatticePicture>(*contentOf(1, 4).picture);
    picture->request.channel = 16;
    PanelContent a;
    a.picture = picture;
    auto whole = std::make_shared<latticeq::LatticePicture>(*picture);
    whole->perLayer = true;
    PanelContent b;
    b.picture = whole;
    model.setContents(a, b);
    QVERIFY(model.headerData(0, Qt::Vertical).toString().contains(QStringLiteral("17")));
    QVERIFY(!model.headerData(1, Qt::Vertical).toString().contains(QStringLiteral("17")));
}

void TestFiguresModel::everyColumnExplainsItself()
{
    const FiguresModel model;
    for (int column = 0; column < model.columnCount(); ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
        QVERIFY(model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().endsWith(u'.'));
    }
}

QTEST_MAIN(TestFiguresModel)
#include "tst_figures_model.moc"
