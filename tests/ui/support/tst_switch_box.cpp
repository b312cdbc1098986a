// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/switch_box.h"
#include "ui/support/theme.h"

#include <QStyleOptionButton>
#include <QtTest/QtTest>

using namespace latticeq::ui;

class SwitchBoxTest : public QObject
{
    Q_OBJECT

private slots:
    void theOutlineOfAnEmptyBoxIsSeen_data();
    void theOutlineOfAnEmptyBoxIsSeen();
};

void SwitchBoxTest::theOutlineOfAnEmptyBoxIsSeen_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("enabled");
    QTest::newRow("in the light theme") << false << true;
    QTest::newRow("in the dark theme") << true << true;
    QTest::newRow("fainter where it cannot be used") << true << false;
}

void SwitchBoxTest::theOutlineOfAnEmptyBoxIsSeen()
{
    QFETCH(bool, dark);
    QFETCH(bool, enabled);
    QApplication::setStyle(QStringLiteral("Fusion"));
    const Theme& theme = dark ? Theme::darkTheme() : Theme::light();
    SwitchBox box(QStringLiteral("Switch"));
    box.setPalette(theme.palette());
    box.setEnabled(enabled);
    box.resize(box.sizeHint());
    QStyleOptionButton option;
    option.initFrom(&box);
    const QRect indicator = box.style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, &box);
    const QImage image = box.grab().toImage();
    const QColor outline = image.pixelColor(indicator.center().x(), indicator.top());
    QCOMPARE(outline.rgb(), (enabled ? theme.axis : theme.border).rgb());
}

QTEST_MAIN(SwitchBoxTest)
#include "tst_switch_box.moc"
