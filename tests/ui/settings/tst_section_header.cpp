// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/section_header.h"

#include <QtTest/QtTest>

using namespace latticeq::ui;

class SectionHeaderTest : public QObject
{
    Q_OBJECT

private slots:
    void clicksAndKeysOpenIt();
    void theSummaryIsReadToTheBlind();
    void theSummaryIsDrawnWhileClosedOnly();
    void aLongSummaryDoesNotWidenIt();
};

void SectionHeaderTest::clicksAndKeysOpenIt()
{
    SectionHeader header;
    QSignalSpy toggled(&header, &QAbstractButton::toggled);
    QTest::mouseClick(&header, Qt::LeftButton);
    QVERIFY(header.isChecked());
    QTest::keyClick(&header, Qt::Key_Space);
    QVERIFY(!header.isChecked());
    QCOMPARE(toggled.count(), 2);
}

void SectionHeaderTest::theSummaryIsReadToTheBlind()
{
    SectionHeader header;
    header.setTexts("Weights", "4, channel");
    QCOMPARE(header.accessibleName(), "Weights");
    QCOMPARE(header.accessibleDescription(), "4, channel");
    QVERIFY(header.toolTip().contains("4, channel"));
    header.setChecked(true);
    QVERIFY(header.toolTip().contains("Closes"));
}

void SectionHeaderTest::theSummaryIsDrawnWhileClosedOnly()
{
    SectionHeader header;
    header.resize(200, 28);
    const auto picture = [&](const QString& summary) {
        header.setTexts("Weights", summary);
        return header.grab().toImage();
    };
    QVERIFY(picture("4") != picture("8"));
    header.setChecked(true);
    QVERIFY(picture("4") == picture("8"));
}

void SectionHeaderTest::aLongSummaryDoesNotWidenIt()
{
    SectionHeader header;
    header.setTexts("Weights", "4");
    const int narrow = header.minimumSizeHint().width();
    header.setTexts("Weights", QString(500, 'x'));
    QCOMPARE(header.minimumSizeHint().width(), narrow);
    QVERIFY(header.sizeHint().width() > narrow);
}

QTEST_MAIN(SectionHeaderTest)
#include "tst_section_header.moc"
