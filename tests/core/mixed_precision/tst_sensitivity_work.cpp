// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mixed_precision/sensitivity_work.h"

#include <QtTest/QtTest>

using namespace latticeq;

class SensitivityWorkTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void imagesFollowTheNetworksWork_data()
    {
        QTest::addColumn<int64_t>("multiplyAdds");
        QTest::addColumn<int64_t>("available");
        QTest::addColumn<int64_t>("images");
        QTest::newRow("a small network takes as many as are useful") << int64_t(31'000'000) << int64_t(1024) << int64_t(512);
        QTest::newRow("a large network takes the fewest") << int64_t(20'000'000'000) << int64_t(1024) << int64_t(32);
        QTest::newRow("there may be fewer") << int64_t(31'000'000) << int64_t(20) << int64_t(20);
        QTest::newRow("no work divides nothing by 0") << int64_t(0) << int64_t(1024) << int64_t(512);
    }
    void imagesFollowTheNetworksWork()
    {
        QFETCH(int64_t, multiplyAdds);
        QFETCH(int64_t, available);
        QTEST(sensitivityImages(multiplyAdds, 20, available), "images");
    }
    void moreLayersTakeFewerImages()
    {
        const int64_t few = sensitivityImages(1'000'000'000, 10, 10'000);
        const int64_t many = sensitivityImages(1'000'000'000, 20, 10'000);
        QVERIFY(few > many && many > 32);
    }
};

QTEST_GUILESS_MAIN(SensitivityWorkTest)
#include "tst_sensitivity_work.moc"
