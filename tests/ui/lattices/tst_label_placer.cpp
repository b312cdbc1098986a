// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/label_placer.h"

#include <QTest>

#include <cmath>

using latticeq::ui::LabelPlacer;

namespace {

const QRectF kArea { 0, 0, 200, 150 };
const QSizeF kLabel { 36, 12 };
const QPointF kMiddle { 100, 75 };

} // namespace

class TestLabelPlacer : public QObject
{
    Q_OBJECT
private slots:
    void aLabelStandsBeyondTheTip_data();
    void aLabelStandsBeyondTheTip();
    void labelsNeverMeet();
    void aLabelLeavesWordsFree();
    void aLabelWithoutRoomIsLeftOut();
};

void TestLabelPlacer::aLabelStandsBeyondTheTip_data()
{
    QTest::addColumn<double>("angle");
    for (int angle = 0; angle < 360; angle += 30)
        QTest::newRow(qPrintable(QStringLiteral("an arrow at %1 degrees").arg(angle))) << double(angle);
}

void TestLabelPlacer::aLabelStandsBeyondTheTip()
{
    QFETCH(double, angle);
    QLineF arrow(kMiddle, kMiddle + QPointF(30, 0));
    arrow.setAngle(angle);
    LabelPlacer placer;
    placer.setArea(kArea);
    placer.keepClear(arrow);
    const std::optional<QRectF> place = placer.place(arrow, kLabel);
    QVERIFY(place);
    QVERIFY(!place->contains(arrow.p2()));
    QVERIFY(std::abs(QLineF(arrow.p2(), place->center()).angleTo(arrow) - 180) > 179); // in its direction
}

void TestLabelPlacer::labelsNeverMeet()
{
    LabelPlacer placer;
    placer.setArea(kArea);
    std::vector<QRectF> places;
    for (int i = 0; i < 6; ++i) {
        const QLineF arrow(kMiddle, kMiddle + QPointF(30, i)); // all nearly the same
        if (const auto place = placer.place(arrow, kLabel))
            places.push_back(*place);
    }
    QVERIFY(places.size() >= 2);
    for (size_t i = 0; i < places.size(); ++i) {
        QVERIFY(kArea.contains(places[i]));
        for (size_t j = 0; j < i; ++j)
            QVERIFY(!places[i].intersects(places[j]));
    }
}

void TestLabelPlacer::aLabelLeavesWordsFree()
{
    const QLineF arrow(kMiddle, kMiddle + QPointF(30, 0));
    LabelPlacer placer;
    placer.setArea(kArea);
    const QRectF words(133, 60, 60, 30);
    placer.keepClear(words);
    const auto place = placer.place(arrow, kLabel);
    QVERIFY(place);
    QVERIFY(!place->intersects(words));
}

void TestLabelPlacer::aLabelWithoutRoomIsLeftOut()
{
    LabelPlacer placer;
    placer.setArea(kArea);
    QVERIFY(!placer.place(QLineF(kMiddle, QPointF(300, 75)), kLabel));
    placer.keepClear(kArea);
    QVERIFY(!placer.place(QLineF(kMiddle, kMiddle + QPointF(30, 0)), kLabel));
}

QTEST_MAIN(TestLabelPlacer)
#include "tst_label_placer.moc"
