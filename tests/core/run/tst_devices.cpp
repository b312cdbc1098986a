// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lattice/kernels/chain_kernel.h"
#include "core/run/devices.h"

#include <QtTest/QtTest>

#include <thread>

using namespace latticeq;

class DevicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theProcessorStandsFirst();
    void cardsFollowWithTheirMemory();
    void withoutACardTheReasonIsListed();
    void aCardOfThisMachineCanBeExamined();
};

void DevicesTest::theProcessorStandsFirst()
{
    QVERIFY(!processorName().empty());
    const std::vector<DeviceDescription> devices = listDevices({});
    QCOMPARE(devices[0].name, std::string("cpu"));
    const QStringList parts = QString::fromStdString(devices[0].title).split(QStringLiteral(" · "));
    QCOMPARE(parts.size(), 3);
    QCOMPARE(parts[0], "CPU");
    const QString widest = QString::fromStdString(instructionSets().front());
    QCOMPARE(parts[1], widest.startsWith("AVX3") || widest.startsWith("AVX10") ? "AVX-512" : widest);
    QCOMPARE(parts[2].section(' ', 0, 0).toUInt(), std::thread::hardware_concurrency());
}

void DevicesTest::cardsFollowWithTheirMemory()
{
    Card card;
    card.index = 1;
    card.name = "NVIDIA H100";
    card.totalBytes = 85'000;
    card.freeBytes = 84'000;
    card.whyUnusable = "it sleeps";
    const std::vector<DeviceDescription> devices = listDevices({ { card }, {} });
    QCOMPARE(devices.size(), size_t(2));
    QCOMPARE(devices[1].name, std::string("cuda:1"));
    QCOMPARE(devices[1].title, std::string("cuda:1 NVIDIA H100"));
    QCOMPARE(devices[1].totalBytes, int64_t(85'000));
    QCOMPARE(devices[1].freeBytes, int64_t(84'000));
    QCOMPARE(devices[1].whyUnusable, std::string("it sleeps"));
}

void DevicesTest::withoutACardTheReasonIsListed()
{
    const std::vector<DeviceDescription> devices = listDevices({ {}, "this version is built without CUDA" });
    QCOMPARE(devices.size(), size_t(2));
    QCOMPARE(devices[1].name, std::string("cuda"));
    QCOMPARE(devices[1].whyUnusable, std::string("this version is built without CUDA"));
    QCOMPARE(deviceMemoryInUse("cpu"), int64_t(0));
}

void DevicesTest::aCardOfThisMachineCanBeExamined()
{
    const CardList list = listCards();
    QCOMPARE(list.cards.empty(), !list.whyNone.empty());
    if (list.cards.empty())
        QSKIP(("there is no card: " + list.whyNone).c_str());
    for (const Card& card : list.cards) {
        QVERIFY(!card.name.empty());
        QVERIFY(card.totalBytes > 0);
        QVERIFY(card.freeBytes <= card.totalBytes);
        QVERIFY(card.freeBytes > 0 || !card.whyUnusable.empty());
    }
}

QTEST_GUILESS_MAIN(DevicesTest)
#include "tst_devices.moc"
