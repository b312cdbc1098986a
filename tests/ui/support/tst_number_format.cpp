// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/number_format.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace latticeq::ui;

class TestNumberFormat : public QObject
{
    Q_OBJECT
private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void texts_data();
    void texts();
    void errorsKeepThreeDigitsOverAllDecades();
    void figuresFollowTheLocale();
};

void TestNumberFormat::texts_data()
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
    QTest::addColumn<QString>("actual");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a small error has a power of ten") << formatError(3.52e-6) << "3.52·10⁻⁶";
    QTest::newRow("an error that rounds up to ten takes the next power") << formatError(9.996e-7) << "1.00·10⁻⁶";
    QTest::newRow("an error near one is written plainly") << formatError(0.0352) << "0.0352";
    QTest::newRow("no error is 0") << formatError(0) << "0";
    QTest::newRow("an error that is not a number is not known") << formatError(kNan) << "–";
    QTest::newRow("a large error has a positive power") << formatError(1.5e7) << "1.50·10⁷";
    QTest::newRow("a mantissa under the header's power") << formatMantissa(3.52e-6, -6) << "3.52";
    QTest::newRow("a mantissa above ten keeps three digits") << formatMantissa(17.24e-6, -6) << "17.2";
    QTest::newRow("a mantissa that rounds up to ten keeps three digits") << formatMantissa(9.996e-6, -6) << "10.0";
    QTest::newRow("a tiny mantissa does not vanish") << formatMantissa(2.13e-9, -6) << "0.00213";
    QTest::newRow("a power of ten") << formatPowerOfTen(-12) << "10⁻¹²";
    QTest::newRow("bits") << formatBits(4.2) << "4.20";
    QTest::newRow("a percentage") << formatPercent(93.824) << "93.82 %";
    QTest::newRow("a percentage without decimals") << formatPercent(62.4, 0) << "62 %";
    QTest::newRow("a loss in points has a true minus") << formatPoints(-0.14) << "−0.14 pt";
    QTest::newRow("a gain in points has a plus") << formatPoints(0.1) << "+0.10 pt";
    QTest::newRow("no change in points has no sign") << formatPoints(-0.001) << "0.00 pt";
    QTest::newRow("a size in 10⁶ bytes") << formatSize(155'000) << "0.155 MB";
    QTest::newRow("a size of tens of megabytes keeps three digits") << formatSize(46'800'000) << "46.8 MB";
    QTest::newRow("a fall below twice is in percent") << formatChange(0.78) << "−22 %";
    QTest::newRow("a rise below twice is in percent") << formatChange(1.33) << "+33 %";
    QTest::newRow("no change") << formatChange(1) << "0 %";
    QTest::newRow("from twice on it is a factor") << formatChange(7.36) << "×7.36";
    QTest::newRow("a factor that rounds up keeps three digits") << formatChange(99.97) << "×100";
    QTest::newRow("a change that cannot be told") << formatChange(kInfinity) << "–";
    QTest::newRow("seconds") << formatDuration(21.9) << "0:21";
    QTest::newRow("minutes") << formatDuration(77) << "1:17";
    QTest::newRow("hours") << formatDuration(3850) << "1:04:10";
    QTest::newRow("no negative time") << formatDuration(-5) << "0:00";
    QTest::newRow("about seconds") << formatRoughDuration(41) << "about 40 s";
    QTest::newRow("about a second") << formatRoughDuration(0.1) << "about 1 s";
    QTest::newRow("about minutes") << formatRoughDuration(170) << "about 3 min";
    QTest::newRow("about hours") << formatRoughDuration(9000) << "about 2.5 h";
    QTest::newRow("decibels") << formatDecibels(21.44) << "21.4 dB";
    QTest::newRow("nothing lost") << formatDecibels(kInfinity) << "∞ dB";
    QTest::newRow("a negative zero has no sign") << formatFixed(-0.001, 2) << "0.00";
    QTest::newRow("counts are grouped") << formatCount(12400) << "12,400";
}

void TestNumberFormat::texts()
{
    QFETCH(QString, actual);
    QFETCH(QString, expected);
    QCOMPARE(actual, expected);
}

void TestNumberFormat::errorsKeepThreeDigitsOverAllDecades()
{
    for (double value = 1.23e-12; value < 1e-3; value *= 10)
        QVERIFY2(formatError(value).startsWith(QStringLiteral("1.23·10⁻")), qPrintable(formatError(value)));
}

void TestNumberFormat::figuresFollowTheLocale()
{
    QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
    QCOMPARE(formatBits(4.2), QStringLiteral("4,20"));
    QCOMPARE(formatError(3.52e-6), QStringLiteral("3,52·10⁻⁶"));
    QCOMPARE(formatPoints(-0.14), QStringLiteral("−0,14 pt"));
}

QTEST_MAIN(TestNumberFormat)
#include "tst_number_format.moc"
