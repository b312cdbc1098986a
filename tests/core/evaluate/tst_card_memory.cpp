// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/card_memory.h"

#include <QtTest/QtTest>

#include <c10/util/Exception.h>

using namespace latticeq;

namespace {

const c10::Device kCard(c10::kCUDA, 0);

/** What a library throws with this message. */
c10::Error errorOf(const std::string& message)
{
    return { c10::SourceLocation { "", "", 0 }, message };
}

} // namespace

class CardMemoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memoryErrorsAreToldFromOthers();
    void theProcessorDoesWhatDoesNotFit();
    void whatFitsIsDoneOnce();
    void otherErrorsPass();
    void theProcessorsOwnErrorsPass();
};

void CardMemoryTest::memoryErrorsAreToldFromOthers()
{
    QVERIFY(isCardMemoryError(c10::OutOfMemoryError({ "", "", 0 }, "CUDA out of memory. Tried to allocate 2 GiB")));
    QVERIFY(isCardMemoryError(errorOf("CUDA error: out of memory\nCUDA kernel errors might be reported later")));
    QVERIFY(isCardMemoryError(errorOf("CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling cublasCreate(handle)")));
    QVERIFY(!isCardMemoryError(errorOf("CUDA error: an illegal memory access was encountered")));
    QVERIFY(!isCardMemoryError(std::runtime_error("CUDA error: out of memory, says a file name")));
    QVERIFY(!isCardMemoryError(std::bad_alloc()));
}

void CardMemoryTest::theProcessorDoesWhatDoesNotFit()
{
    QStringList warnings;
    const std::string device = elseOnProcessor(
        kCard, "calibration", [&](const std::string& text) { warnings << QString::fromStdString(text); },
        [](c10::Device where) {
            TORCH_CHECK_WITH(OutOfMemoryError, where.is_cpu(), "CUDA out of memory");
            return where.str();
        });
    QCOMPARE(device, "cpu");
    QCOMPARE(warnings, QStringList("the card's memory does not suffice for calibration; the processor does it"));
}

void CardMemoryTest::whatFitsIsDoneOnce()
{
    int calls = 0;
    const auto work = [&](c10::Device where) {
        ++calls;
        return where;
    };
    QCOMPARE(elseOnProcessor(kCard, "calibration", [](const std::string&) { QFAIL("warned"); }, work), kCard);
    QCOMPARE(calls, 1);
}

void CardMemoryTest::otherErrorsPass()
{
    const auto work = [](c10::Device) -> int { throw std::invalid_argument("not the memory"); };
    QVERIFY_EXCEPTION_THROWN(elseOnProcessor(kCard, "calibration", [](const std::string&) { QFAIL("warned"); }, work), std::invalid_argument);
}

void CardMemoryTest::theProcessorsOwnErrorsPass()
{
    int calls = 0;
    const auto work = [&](c10::Device) -> int {
        ++calls;
        TORCH_CHECK_WITH(OutOfMemoryError, false, "not enough memory");
    };
    QVERIFY_EXCEPTION_THROWN(elseOnProcessor(c10::kCPU, "calibration", [](const std::string&) {}, work), c10::OutOfMemoryError);
    QCOMPARE(calls, 1);
}

QTEST_GUILESS_MAIN(CardMemoryTest)
#include "tst_card_memory.moc"
