// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/export_item.h"

#include "tests/ui/report/sample_plot.h"
#include "tests/ui/bits/sample_choice.h"

#include <QSet>
#include <QtTest>

using namespace latticeq::ui;

class TestExportItem : public QObject
{
    Q_OBJECT

private slots:
    void aMissingSuffixIsAdded_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        QTest::newRow("no suffix") << "small"
                                   << "small.pth";
        QTest::newRow("the suffix") << "small.pth"
                                    << "small.pth";
        QTest::newRow("the suffix in capitals") << "small.PTH"
                                                << "small.PTH";
        QTest::newRow("another suffix") << "v1.2"
                                        << "v1.2.pth";
    }

    void aMissingSuffixIsAdded()
    {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        QCOMPARE(withSuffix(name, "pth"), expected);
    }

    void aFileNameHasNoSeparators_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        QTest::newRow("words") << "Best run, so far"
                               << "best-run-so-far";
        QTest::newRow("a path") << "../../etc/passwd"
                                << "etc-passwd";
        QTest::newRow("letters of another language") << "Été 2"
                                                     << "été-2";
    }

    void aFileNameHasNoSeparators()
    {
        QFETCH(QString, name);
        QFETCH(QString, expected);
        QCOMPARE(fileNamePart(name), expected);
    }

    void everyFileHasAnotherNameWithItsSuffix()
    {
        const auto plot = test::samplePlot();
        const QList<NamedPlot> plots { { "Errors", plot.get() }, { "Accuracy", plot.get() } };
        const QList<ExportItem> items = exportItems(*test::choosingRun("a"), plots, { "svg", 1 }, true);
        QCOMPARE(items.size(), 5 + 4 + 2 + 2);
        QSet<QString> names;
        for (const ExportItem& item : items) {
            names.insert(item.fileName);
            QVERIFY(item.fileName.endsWith(u'.' + item.suffix));
            QVERIFY(item.expectedBytes > 0);
            QVERIFY(item.unavailable.isEmpty());
        }
        QCOMPARE(names.size(), items.size());
    }

    void whatIsMissingIsSaid()
    {
        RunDocument planned(test::sampleSettings());
        planned.plan(test::sampleModel());
        for (const ExportItem& item : exportItems(planned, {}, {}, true))
            QVERIFY(!item.unavailable.isEmpty());
        const QList<ExportItem> items = exportItems(*test::sampleRun("a"), {}, {}, false);
        QVERIFY(!items[0].unavailable.isEmpty());
        QVERIFY(items.last().unavailable.isEmpty());
    }
};

QTEST_MAIN(TestExportItem)
#include "tst_export_item.moc"
