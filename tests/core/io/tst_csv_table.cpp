// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_table.h"

#include <QtTest/QtTest>

using namespace latticeq;

class CsvTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cellsComeBack_data();
    void cellsComeBack();
    void whatDoesNotFitIsNamed_data();
    void whatDoesNotFitIsNamed();
};

void CsvTableTest::cellsComeBack_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QStringList>("rows");
    QTest::newRow("plain cells") << std::string("a,b\n1,2\n3,4\n") << QStringList { "1|2", "3|4" };
    QTest::newRow("no rows") << std::string("a,b\n") << QStringList {};
    QTest::newRow("not even a line break") << std::string("a,b") << QStringList {};
    QTest::newRow("no line break at the end") << std::string("a,b\n1,2") << QStringList { "1|2" };
    QTest::newRow("empty cells") << std::string("a,b\n,\n1,\n") << QStringList { "|", "1|" };
    QTest::newRow("line breaks of Windows") << std::string("a,b\r\n1,2\r\n") << QStringList { "1|2" };
    QTest::newRow("quoted commas, quotes and line breaks")
        << std::string("a,b\n\"x,y\",\"he said \"\"no\"\"\"\n\"two\nlines\",2\n")
        << QStringList { "x,y|he said \"no\"", "two\nlines|2" };
}

void CsvTableTest::cellsComeBack()
{
    QFETCH(std::string, text);
    QFETCH(QStringList, rows);
    QStringList read;
    for (const auto& row : readCsv(text, "a,b", "file"))
        read.append(QString::fromStdString(row[0] + "|" + row[1]));
    QCOMPARE(read, rows);
}

void CsvTableTest::whatDoesNotFitIsNamed_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("other columns") << std::string("a,c\n1,2\n") << "'a,c'";
    QTest::newRow("nothing") << std::string() << "''";
    QTest::newRow("too few cells") << std::string("a,b\n1,2\n3\n") << "1 cells in row 2";
    QTest::newRow("too many cells") << std::string("a,b\n1,2,3\n") << "3 cells in row 1";
}

void CsvTableTest::whatDoesNotFitIsNamed()
{
    QFETCH(std::string, text);
    QFETCH(QString, complaint);
    try {
        readCsv(text, "a,b", "some file");
        QFAIL("it was accepted");
    } catch (const std::invalid_argument& error) {
        QVERIFY2(QString(error.what()).contains(complaint), error.what());
        QVERIFY(QString(error.what()).startsWith("some file"));
    }
}

QTEST_GUILESS_MAIN(CsvTableTest)
#include "tst_csv_table.moc"
