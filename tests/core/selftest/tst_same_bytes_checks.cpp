// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/selftest/same_bytes_checks.h"

#include <QtTest/QtTest>

using namespace latticeq;

class SameBytesChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threadsAndInstructionSetsChangeNoByte();
};

void SameBytesChecksTest::threadsAndInstructionSetsChangeNoByte()
{
    int checks = 0;
    checkSameBytes("cpu", [&](const CheckResult& check) {
        ++checks;
        QVERIFY2(check.passed, check.name.c_str());
    });
    QVERIFY(checks >= 27);
}

QTEST_GUILESS_MAIN(SameBytesChecksTest)
#include "tst_same_bytes_checks.moc"
