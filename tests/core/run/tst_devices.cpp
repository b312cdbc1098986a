// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/devices.h"
#include "core/lattice/kernels/chain_kernel.h"

#include <QtTest/QtTest>

#include <thread>

using namespace latticeq;

class DevicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProcessorIsTheOnlyDevice();
};

void DevicesTest::theProcessorIsTheOnlyDevice()
{
    QVERIFY(!processorName().empty());
    const std::vector<DeviceDescription> devices = usableDevices();
    QCOMPARE(devices.size(), size_t(1));
    QCOMPARE(devices[0].name, std::string("cpu"));
    const QStringList parts = QString::fromStdString(devices[0].title).split(QStringLiteral(" · "));
    QCOMPARE(parts.size(), 3);
    QCOMPARE(parts[0], "CPU");
    const QString widest = QString::fromStdString(instructionSets().front());
    QCOMPARE(parts[1], widest.startsWith("AVX3") || widest.startsWith("AVX10") ? "AVX-512" : widest);
    QCOMPARE(parts[2].section(' ', 0, 0).toUInt(), std::thread::hardware_concurrency());
}

QTEST_GUILESS_MAIN(DevicesTest)
#include "tst_devices.moc"
