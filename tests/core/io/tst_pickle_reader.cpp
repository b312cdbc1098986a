// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pickle_reader.h"

#include <QtTest/QtTest>

using namespace latticeq;

class PickleReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainDataIsRead();
    void anythingThatRunsCodeIsRefusedByName();
    void aDeepPickleNeedsNoDeepStack();
    void damagedPicklesAreRefused_data();
    void damagedPicklesAreRefused();
};

void PickleReaderTest::plainDataIsRead()
{
    // {'a': [1, -2.5, True, None], 'b': (70000, 'ü')} by Python's pickle with protocol 2.
    const char bytes[] = "\x80\x02}q\x00(X\x01\x00\x00\x00" "aq\x01]q\x02(K\x01G\xc0\x04\x00\x00\x00\x00\x00\x00\x88Ne"
                         "X\x01\x00\x00\x00" "bq\x03J\x70\x11\x01\x00X\x02\x00\x00\x00\xc3\xbcq\x04\x86q\x05u.";
    size_t consumed = 0;
    const Pickle pickle = readPickle({ bytes, sizeof(bytes) - 1 }, &consumed);
    QCOMPARE(consumed, sizeof(bytes) - 1);
    const auto& dict = std::get<PickleDict>(pickle.root->value);
    QCOMPARE(dict.items.size(), size_t(2));
    const auto& list = std::get<PickleList>(dict.items[0].second->value).items;
    QCOMPARE(std::get<int64_t>(list[0]->value), 1);
    QCOMPARE(std::get<double>(list[1]->value), -2.5);
    QCOMPARE(std::get<bool>(list[2]->value), true);
    QVERIFY(std::holds_alternative<PickleNone>(list[3]->value));
    const auto& tuple = std::get<PickleList>(dict.items[1].second->value).items;
    QCOMPARE(std::get<int64_t>(tuple[0]->value), 70000);
}

void PickleReaderTest::anythingThatRunsCodeIsRefusedByName()
{
    try {
        readPickle("cos\nsystem\n(S'true'\ntR.");
        QFAIL("os.system was accepted");
    } catch (const std::invalid_argument& error) {
        QVERIFY2(QString(error.what()).contains("os.system"), error.what());
    }
}

void PickleReaderTest::aDeepPickleNeedsNoDeepStack()
{
    constexpr int kDepth = 3'000'000;
    const std::string bytes = std::string(kDepth, ']') + std::string(kDepth - 1, 'a') + ".";
    const Pickle pickle = readPickle(bytes);
    QCOMPARE(pickle.values.size(), size_t(kDepth));
}

void PickleReaderTest::damagedPicklesAreRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing at all") << QByteArray();
    QTest::newRow("no end") << QByteArray("\x80\x02}");
    QTest::newRow("a string that is cut") << QByteArray("X\x10\0\0\0abc", 8);
    QTest::newRow("an empty stack") << QByteArray(".");
    QTest::newRow("no mark") << QByteArray("}u.");
    QTest::newRow("a key without a value") << QByteArray("}(K\x01u.");
    QTest::newRow("an unknown memory") << QByteArray("h\x07.");
    QTest::newRow("a call of no function") << QByteArray("K\x01)R.");
    QTest::newRow("an unknown opcode") << QByteArray("\xff.");
}

void PickleReaderTest::damagedPicklesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY_EXCEPTION_THROWN(readPickle({ bytes.data(), static_cast<size_t>(bytes.size()) }), std::invalid_argument);
}

QTEST_GUILESS_MAIN(PickleReaderTest)
#include "tst_pickle_reader.moc"
