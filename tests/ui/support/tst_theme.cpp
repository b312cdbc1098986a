// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/theme.h"

#include <QApplication>
#include <QSet>
#include <QTest>

#include <cmath>

using namespace latticeq::ui;

namespace {

double luminance(const QColor& color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/** WCAG's contrast ratio. */
double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private slots:
    void cleanup() { applyTheme(ThemeChoice::Light); }
    void contrastOnPlots_data();
    void contrastOnPlots();
    void textIsReadableOnEverySurface_data();
    void textIsReadableOnEverySurface();
    void rampGrowsMoreVisible();
    void aPaletteLeadsBackToItsTheme();
    void applyingAThemeChangesTheApplication();
    void everySlotLooksDifferent();
    void slotsAndClassesOutsideTheirRangeAreClamped();
    void blendGoesFromOneColorToTheOther();
};

/** The ratios that the visual design states. */
void TestTheme::contrastOnPlots_data()
{
    QTest::addColumn<QColor>("color");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("stated");
    const Theme& l = Theme::light();
    const Theme& d = Theme::darkTheme();
    QTest::newRow("light: text") << l.text << l.base << 16.6;
    QTest::newRow("light: secondary text") << l.secondary << l.base << 6.0;
    QTest::newRow("light: axis and scalar") << l.axis << l.base << 3.7;
    QTest::newRow("light: unused points") << l.unused << l.base << 3.0;
    QTest::newRow("light: white on the accent") << l.accentText << l.accent << 6.3;
    QTest::newRow("light: error") << l.error << l.base << 6.5;
    QTest::newRow("light: warning") << l.warning << l.base << 5.9;
    QTest::newRow("light: good") << l.good << l.base << 5.3;
    QTest::newRow("light: run 1") << l.runs[0] << l.base << 5.2;
    QTest::newRow("light: run 2") << l.runs[1] << l.base << 3.9;
    QTest::newRow("light: run 3") << l.runs[2] << l.base << 3.4;
    QTest::newRow("light: run 4") << l.runs[3] << l.base << 3.1;
    QTest::newRow("dark: text") << d.text << d.base << 14.6;
    QTest::newRow("dark: secondary text") << d.secondary << d.base << 7.7;
    QTest::newRow("dark: axis and scalar") << d.axis << d.base << 5.9;
    QTest::newRow("dark: unused points") << d.unused << d.base << 3.8;
    QTest::newRow("dark: near black on the accent") << d.accentText << d.accent << 6.9;
    QTest::newRow("dark: error") << d.error << d.base << 7.8;
    QTest::newRow("dark: run 1") << d.runs[0] << d.base << 7.7;
    QTest::newRow("dark: run 2") << d.runs[1] << d.base << 4.6;
    QTest::newRow("dark: run 3") << d.runs[2] << d.base << 5.2;
    QTest::newRow("dark: run 4") << d.runs[3] << d.base << 5.8;
}

void TestTheme::contrastOnPlots()
{
    QFETCH(QColor, color);
    QFETCH(QColor, ground);
    QFETCH(double, stated);
    const double measured = contrast(color, ground);
    QVERIFY2(std::abs(measured - stated) < 0.11, qPrintable(QStringLiteral("%1, stated %2").arg(measured).arg(stated)));
}

void TestTheme::textIsReadableOnEverySurface_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTheme::textIsReadableOnEverySurface()
{
    QFETCH(bool, dark);
    const QPalette palette = (dark ? Theme::darkTheme() : Theme::light()).palette();
    const auto ratio = [&](QPalette::ColorRole text, QPalette::ColorRole ground) {
        return contrast(palette.color(text), palette.color(ground));
    };
    QVERIFY(ratio(QPalette::WindowText, QPalette::Window) >= 7);
    QVERIFY(ratio(QPalette::Text, QPalette::Base) >= 7);
    QVERIFY(ratio(QPalette::ButtonText, QPalette::Button) >= 7);
    QVERIFY(ratio(QPalette::ToolTipText, QPalette::ToolTipBase) >= 7);
    QVERIFY(ratio(QPalette::HighlightedText, QPalette::Highlight) >= 7);
    QVERIFY(ratio(QPalette::PlaceholderText, QPalette::Base) >= 4.5);
    QVERIFY(ratio(QPalette::Link, QPalette::Window) >= 4.5);
}

void TestTheme::rampGrowsMoreVisible()
{
    for (const Theme* theme : { &Theme::light(), &Theme::darkTheme() }) {
        QVERIFY(contrast(theme->ramp[0], theme->base) >= 3);
        for (size_t i = 1; i < theme->ramp.size(); ++i)
            QVERIFY(contrast(theme->ramp[i], theme->base) > contrast(theme->ramp[i - 1], theme->base));
    }
}

void TestTheme::aPaletteLeadsBackToItsTheme()
{
    QCOMPARE(&Theme::of(Theme::light().palette()), &Theme::light());
    QCOMPARE(&Theme::of(Theme::darkTheme().palette()), &Theme::darkTheme());
    QPalette foreign;
    foreign.setColor(QPalette::Base, Qt::black);
    QVERIFY(Theme::of(foreign).dark);
    foreign.setColor(QPalette::Base, Qt::white);
    QVERIFY(!Theme::of(foreign).dark);
}

void TestTheme::applyingAThemeChangesTheApplication()
{
    applyTheme(ThemeChoice::Dark);
    QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::darkTheme().base);
    applyTheme(ThemeChoice::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::light().base);
    applyTheme(ThemeChoice::Dark);
    applyTheme(ThemeChoice::System);
    QCOMPARE(QApplication::palette().color(QPalette::Base), Theme::light().base); // the platform's, not the last
}

void TestTheme::everySlotLooksDifferent()
{
    for (const Theme* theme : { &Theme::light(), &Theme::darkTheme() }) {
        QSet<QString> looks;
        for (int slot = 0; slot < 8; ++slot) {
            const RunStyle style = theme->runStyle(slot);
            looks.insert(style.color.name() + markerText(style) + QString::number(style.line));
            QCOMPARE(markerText(style).size(), 1);
            QCOMPARE(style.hollow, slot >= 4);
        }
        QCOMPARE(looks.size(), 8);
    }
}

void TestTheme::slotsAndClassesOutsideTheirRangeAreClamped()
{
    const Theme& theme = Theme::light();
    QCOMPARE(theme.runStyle(-3).color, theme.runStyle(0).color);
    QCOMPARE(markerText(theme.runStyle(99)), markerText(theme.runStyle(7)));
    QCOMPARE(theme.rampColor(-1), theme.ramp[0]);
    QCOMPARE(theme.rampColor(5), theme.ramp[4]);
}

void TestTheme::blendGoesFromOneColorToTheOther()
{
    QCOMPARE(blend(Qt::black, Qt::white, 0).rgb(), QColor(Qt::black).rgb());
    QCOMPARE(blend(Qt::black, Qt::white, 1).rgb(), QColor(Qt::white).rgb());
    QCOMPARE(blend(Qt::black, Qt::white, 0.25).lightness(), 64);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
