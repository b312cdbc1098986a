// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/switch_button.h"

#include "ui/support/theme.h"

#include <QTest>

using namespace latticeq::ui;

class TestSwitchButton : public QObject
{
    Q_OBJECT
private slots:
    void isFilledWhileChecked_data();
    void isFilledWhileChecked();
    void isSwitchedByKey();
};

void TestSwitchButton::isFilledWhileChecked_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("in the light theme") << false;
    QTest::newRow("in the dark theme") << true;
}

void TestSwitchButton::isFilledWhileChecked()
{
    QFETCH(bool, dark);
    const Theme& theme = dark ? Theme::darkTheme() : Theme::light();
    SwitchButton button;
    button.setPalette(theme.palette());
    button.resize(60, 28);
    const QColor off = button.grab().toImage().pixelColor(30, 14);
    button.setChecked(true);
    const QColor on = button.grab().toImage().pixelColor(30, 14);
    button.setEnabled(false);
    const QColor disabled = button.grab().toImage().pixelColor(30, 14);
    const auto blueness = [](const QColor& color) { return color.blue() - color.red(); };
    QVERIFY(blueness(on) > blueness(off) + 10); // as a selected row is
    QCOMPARE(disabled, off);
}

void TestSwitchButton::isSwitchedByKey()
{
    SwitchButton button;
    QVERIFY(button.focusPolicy() & Qt::TabFocus);
    QTest::keyClick(&button, Qt::Key_Space);
    QVERIFY(button.isChecked());
}

QTEST_MAIN(TestSwitchButton)
#include "tst_switch_button.moc"
