// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/device_label.h"

#include <QtTest>

using namespace latticeq;
using namespace latticeq::ui;

class TestDeviceLabel : public QObject
{
    Q_OBJECT
private slots:
    void init() { QLocale::setDefault(QLocale(QLocale::English)); }
    void namesWhatTheSettingsTake_data();
    void namesWhatTheSettingsTake();
    void saysNothingBeforeDevicesAreKnown();
    void showsTheCardsMemoryUntilTheRunEnds();

private:
    static std::vector<DeviceDescription> devices()
    {
        return { { "cpu", "CPU · AVX2 · 2 threads", 0, 0, {} },
            { "cuda:0", "cuda:0 Tesla K80", 12'000'000'000, 0, "it sleeps" },
            { "cuda:1", "cuda:1 NVIDIA H100", 85'000'000'000, 84'000'000'000, {} } };
    }
};

void TestDeviceLabel::namesWhatTheSettingsTake_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<bool>("anyCard");
    QTest::addColumn<QString>("text");
    QTest::newRow("automatic takes the first usable card") << "auto" << true << "cuda:1 NVIDIA H100";
    QTest::newRow("automatic takes the processor without a card") << "auto" << false << "CPU · AVX2 · 2 threads";
    QTest::newRow("the processor is the processor") << "cpu" << true << "CPU · AVX2 · 2 threads";
    QTest::newRow("a card is named") << "cuda:1" << true << "cuda:1 NVIDIA H100";
}

void TestDeviceLabel::namesWhatTheSettingsTake()
{
    QFETCH(const QString, wanted);
    QFETCH(const bool, anyCard);
    DeviceLabel label;
    label.setDevices(anyCard ? devices() : std::vector<DeviceDescription> { devices().front() });
    label.showWanted(wanted.toStdString());
    QTEST(label.text(), "text");
}

void TestDeviceLabel::saysNothingBeforeDevicesAreKnown()
{
    DeviceLabel label;
    QCOMPARE(label.text(), QString());
    QVERIFY(!label.toolTip().isEmpty());
}

void TestDeviceLabel::showsTheCardsMemoryUntilTheRunEnds()
{
    DeviceLabel label;
    label.setDevices(devices());
    label.showMemory({ "cuda:1 NVIDIA H100", 1'200'000'000, 85'000'000'000 });
    QCOMPARE(label.text(), "cuda:1 NVIDIA H100 · 1.2 of 85.0 GB");
    label.showWanted("cpu");
    QCOMPARE(label.text(), "CPU · AVX2 · 2 threads");
}

QTEST_MAIN(TestDeviceLabel)
#include "tst_device_label.moc"
