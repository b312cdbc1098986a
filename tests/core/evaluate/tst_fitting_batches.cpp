// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/fitting_batches.h"

#include <QtTest/QtTest>

#include <c10/util/Exception.h>

using namespace latticeq;

class FittingBatchesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyImageIsComputedOnceInOrder_data();
    void everyImageIsComputedOnceInOrder();
    void theSizeThatFitsIsKept();
    void falseEndsIt();
    void otherErrorsPass();
};

void FittingBatchesTest::everyImageIsComputedOnceInOrder_data()
{
    QTest::addColumn<int>("images");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("memory");
    QTest::newRow("all fit") << 250 << 100 << 100;
    QTest::newRow("half fits") << 250 << 100 << 50;
    QTest::newRow("one image fits") << 37 << 10 << 1;
    QTest::newRow("only the rest does not fit") << 7 << 100 << 4;
    QTest::newRow("no image") << 0 << 100 << 1;
}

void FittingBatchesTest::everyImageIsComputedOnceInOrder()
{
    QFETCH(int, images);
    QFETCH(int, most);
    QFETCH(int, memory);
    FittingBatches batches(most, [](const std::string&) {});
    int64_t next = 0;
    bool inOrder = true;
    QVERIFY(batches.forEach(images, [&](int64_t first, int64_t count) {
        TORCH_CHECK_WITH(OutOfMemoryError, count <= memory, "CUDA out of memory");
        inOrder = inOrder && first == next;
        next = first + count;
        return true;
    }));
    QVERIFY(inOrder);
    QCOMPARE(next, images);
}

void FittingBatchesTest::theSizeThatFitsIsKept()
{
    QStringList warnings;
    FittingBatches batches(1000, [&](const std::string& text) { warnings << QString::fromStdString(text); });
    const auto compute = [](int64_t, int64_t count) {
        TORCH_CHECK_WITH(OutOfMemoryError, count <= 300, "CUDA out of memory");
        return true;
    };
    batches.forEach(2000, compute);
    batches.forEach(2000, compute);
    QCOMPARE(warnings, (QStringList { "the card ran out of memory at 1000 images a batch; going on with 500",
                           "the card ran out of memory at 500 images a batch; going on with 250" }));
}

void FittingBatchesTest::falseEndsIt()
{
    FittingBatches batches(10, [](const std::string&) {});
    int calls = 0;
    QVERIFY(!batches.forEach(100, [&](int64_t, int64_t) { return ++calls < 3; }));
    QCOMPARE(calls, 3);
}

void FittingBatchesTest::otherErrorsPass()
{
    FittingBatches batches(10, [](const std::string&) { QFAIL("warned"); });
    QVERIFY_EXCEPTION_THROWN(
        batches.forEach(100, [](int64_t, int64_t) -> bool { throw std::runtime_error("torn"); }), std::runtime_error);
}

QTEST_GUILESS_MAIN(FittingBatchesTest)
#include "tst_fitting_batches.moc"
