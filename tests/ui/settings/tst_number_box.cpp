// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/number_box.h"

#include <QtTest/QtTest>

using namespace latticeq::ui;

class NumberBoxTest : public QObject
{
    Q_OBJECT

private slots:
    void numbersReadAsPeopleWriteThem_data();
    void numbersReadAsPeopleWriteThem();
};

void NumberBoxTest::numbersReadAsPeopleWriteThem_data()
{
    QTest::addColumn<int>("decimals");
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("text");
    QTest::newRow("a whole number") << 0 << 80.0 << "80";
    QTest::newRow("thousands are grouped") << 0 << 12345.0 << "12,345";
    QTest::newRow("no zeros after a whole number of minutes") << 4 << 10.0 << "10";
    QTest::newRow("a fraction") << 4 << 1.5 << "1.5";
}

void NumberBoxTest::numbersReadAsPeopleWriteThem()
{
    QFETCH(int, decimals);
    QFETCH(double, value);
    QFETCH(QString, text);
    NumberBox box;
    box.setLocale(QLocale(QLocale::English));
    box.setDecimals(decimals);
    box.setRange(0, 1e6);
    box.setValue(value);
    QCOMPARE(box.text(), text);
    QCOMPARE(box.valueFromText(text), value);
}

QTEST_MAIN(NumberBoxTest)
#include "tst_number_box.moc"
