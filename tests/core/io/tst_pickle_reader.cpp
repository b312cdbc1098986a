// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pickle_reader.h"

#include <QtTest/QtTest>

using namespace latticeq;

class PickleReaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainDataIsRead();
    void textsAndSetsOfNewerProtocolsAreRead();
    void aValueMayHoldItself();
    void anythingThatRunsCodeIsRefusedByName_data();
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

void PickleReaderTest::textsAndSetsOfNewerProtocolsAreRead()
{
    // ['é', b'ab', {1}] by Python's pickle with protocol 4.
    const char bytes[] = "\x80\x04\x95\x14\0\0\0\0\0\0\0]\x94(\x8c\x02\xc3\xa9\x94" "C\x02" "ab\x94\x8f\x94(K\x01\x90" "e.";
    const Pickle pickle = readPickle({ bytes, sizeof(bytes) - 1 });
    const auto& list = std::get<PickleList>(pickle.root->value).items;
    QCOMPARE(list.size(), size_t(3));
    QCOMPARE(std::get<std::string_view>(list[0]->value), std::string_view("é"));
    QCOMPARE(std::get<std::string_view>(list[1]->value), std::string_view("ab"));
    QCOMPARE(std::get<PickleList>(list[2]->value).items.size(), size_t(1));
}

void PickleReaderTest::aValueMayHoldItself()
{
    const Pickle pickle = readPickle("]q\x01h\x01" "a.");
    QCOMPARE(std::get<PickleList>(pickle.root->value).items.at(0), pickle.root);
}

void PickleReaderTest::anythingThatRunsCodeIsRefusedByName_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::newRow("a command, called") << QByteArray("\x80\x02" "cos\nsystem\nX\x04\0\0\0true\x85R.", 25) << "os.system";
    QTest::newRow("its name alone") << QByteArray("cposix\nsystem\n.") << "posix.system";
    QTest::newRow("a name from the stack") << QByteArray("\x8c\x08" "builtins\x8c\x04" "eval\x93.") << "builtins.eval";
    QTest::newRow("an instance of protocol 0") << QByteArray("(iposix\nsystem\n.") << "posix.system";
    QTest::newRow("a function beside the allowed ones") << QByteArray("ctorch._utils\n_import_dotted_name\n.")
                                                        << "torch._utils._import_dotted_name";
    QTest::newRow("a name that would break the line") << QByteArray("cos\r\x1b[1m\nsystem\n.") << "os??[1m.system";
    QTest::newRow("an endless name") << QByteArray("c" + QByteArray(100'000, 'a') + "\nb\n.") << QString(100, 'a') + "…";
}

void PickleReaderTest::anythingThatRunsCodeIsRefusedByName()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    try {
        readPickle({ bytes.data(), static_cast<size_t>(bytes.size()) });
        QFAIL("it was accepted");
    } catch (const std::invalid_argument& error) {
        QCOMPARE(QString(error.what()), "asks for " + name + ", which is not data; nothing was run");
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
    QTest::newRow("a text longer than any file") << QByteArray("\x8d\xff\xff\xff\xff\xff\xff\xff\xff.", 10);
    QTest::newRow("an integer of 2 GB") << QByteArray("\x8b\xff\xff\xff\x7f.", 6);
    QTest::newRow("an integer of negative length") << QByteArray("\x8b\xff\xff\xff\xff.", 6);
    QTest::newRow("an integer of 9 bytes") << QByteArray("\x8a\x09" "123456789.");
    QTest::newRow("a name without its line's end") << QByteArray("ccollections");
    QTest::newRow("a name of numbers") << QByteArray("K\x01K\x01\x93.");
    QTest::newRow("an extension of the sender's") << QByteArray("\x82\x01.");
    QTest::newRow("an item put into a number") << QByteArray("K\x01K\x01" "a.");
    QTest::newRow("ten million and one values") << QByteArray(10'000'001, 'N');
    QTest::newRow("an unknown opcode") << QByteArray("\xff.");
}

void PickleReaderTest::damagedPicklesAreRefused()
{
    QFETCH(QByteArray, bytes);
    QVERIFY_EXCEPTION_THROWN(readPickle({ bytes.data(), static_cast<size_t>(bytes.size()) }), std::invalid_argument);
}

QTEST_GUILESS_MAIN(PickleReaderTest)
#include "tst_pickle_reader.moc"
