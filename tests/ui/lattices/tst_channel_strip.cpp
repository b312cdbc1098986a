// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/channel_strip.h"

#include <QSignalSpy>
#include <QTest>

using namespace latticeq::ui;

class TestChannelStrip : public QObject
{
    Q_OBJECT
private slots:
    void aClickChoosesTheChannelUnderIt();
    void arrowsAndEndsWorkAsInASlider();
    void fewerChannelsKeepTheValueInRange();
    void theTallestBarBelongsToTheLargestError();
};

void TestChannelStrip::aClickChoosesTheChannelUnderIt()
{
    ChannelStrip strip;
    strip.resize(160, 24);
    strip.setErrors(std::vector<double>(16, 1.0), Qt::blue);
    QSignalSpy chosen(&strip, &QAbstractSlider::valueChanged);
    QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(75, 10));
    QCOMPARE(strip.value(), 7);
    QCOMPARE(chosen.count(), 1);
    QTest::mouseClick(&strip, Qt::LeftButton, {}, QPoint(159, 10));
    QCOMPARE(strip.value(), 15);
}

void TestChannelStrip::arrowsAndEndsWorkAsInASlider()
{
    ChannelStrip strip;
    strip.setErrors(std::vector<double>(16, 1.0), Qt::blue);
    QTest::keyClick(&strip, Qt::Key_Right);
    QCOMPARE(strip.value(), 1);
    QTest::keyClick(&strip, Qt::Key_End);
    QCOMPARE(strip.value(), 15);
    QTest::keyClick(&strip, Qt::Key_Right);
    QCOMPARE(strip.value(), 15);
}

void TestChannelStrip::fewerChannelsKeepTheValueInRange()
{
    ChannelStrip strip;
    strip.setErrors(std::vector<double>(16, 1.0), Qt::blue);
    strip.setValue(12);
    strip.setErrors(std::vector<double>(4, 1.0), Qt::blue);
    QCOMPARE(strip.value(), 3);
    strip.setErrors({}, Qt::blue);
    QVERIFY(!strip.grab().isNull());
}

void TestChannelStrip::theTallestBarBelongsToTheLargestError()
{
    ChannelStrip strip;
    strip.resize(100, 24);
    std::vector<double> errors(10, 0.1);
    errors[6] = 1;
    strip.setErrors(errors, QColor(0, 0, 255));
    const QImage image = strip.grab().toImage();
    const double ratio = image.devicePixelRatio();
    const auto at = [&](int x, int y) { return image.pixelColor(qRound(x * ratio), qRound(y * ratio)); };
    QCOMPARE(at(65, 6), QColor(0, 0, 255));
    QVERIFY(at(35, 6) != QColor(0, 0, 255));
}

QTEST_MAIN(TestChannelStrip)
#include "tst_channel_strip.moc"
