// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/column_filler.h"

#include <QHeaderView>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>

using namespace latticeq::ui;

namespace {

constexpr int kLeast = 60;
constexpr int kFavourite = 1;

struct Fixture
{
    QStandardItemModel model { 3, 4 };
    QTableView table;
    QHeaderView& header = *table.horizontalHeader();

    Fixture()
    {
        table.setModel(&model);
        for (int column = 0; column < 4; ++column)
            header.resizeSection(column, kLeast);
        new ColumnFiller(table, kFavourite, [](int) { return kLeast; });
        show(600);
    }
    void show(int width)
    {
        table.resize(width, 200);
        table.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&table));
    }
    int width() const { return table.viewport()->width(); }
};

} // namespace

class TestColumnFiller : public QObject
{
    Q_OBJECT
private slots:
    void theFavouriteTakesWhatIsLeft()
    {
        Fixture f;
        QCOMPARE(f.header.length(), f.width());
        QCOMPARE(f.header.sectionSize(kFavourite), f.width() - 3 * kLeast);
        f.show(900);
        QCOMPARE(f.header.length(), f.width());
        QCOMPARE(f.header.sectionSize(kFavourite), f.width() - 3 * kLeast);
    }

    void itNeverCutsText()
    {
        Fixture f;
        f.show(150);
        QCOMPARE(f.header.sectionSize(kFavourite), kLeast);
    }

    void itFollowsThePersonsWidths()
    {
        Fixture f;
        f.header.resizeSection(0, 200);
        QCOMPARE(f.header.sectionSize(0), 200);
        QCOMPARE(f.header.length(), f.width());
        f.header.resizeSection(kFavourite, 70);
        QCOMPARE(f.header.length(), f.width());
    }

    void theLastShownColumnStandsIn()
    {
        Fixture f;
        f.header.hideSection(kFavourite);
        QCOMPARE(f.header.length(), f.width());
        QCOMPARE(f.header.sectionSize(3), f.width() - 2 * kLeast);
        f.header.showSection(kFavourite);
        QCOMPARE(f.header.sectionSize(3), kLeast);
        QCOMPARE(f.header.sectionSize(kFavourite), f.width() - 3 * kLeast);
    }

    void theLastInTheOrderShownStandsIn()
    {
        Fixture f;
        f.header.hideSection(kFavourite);
        f.header.moveSection(0, 3);
        QCOMPARE(f.header.sectionSize(3), kLeast);
        QCOMPARE(f.header.sectionSize(0), f.width() - 2 * kLeast);
    }
};

QTEST_MAIN(TestColumnFiller)
#include "tst_column_filler.moc"
