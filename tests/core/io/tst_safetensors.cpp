// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"
#include "core/io/atomic_file.h"
#include "tests/support/sample_files.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

#include <cstring>

using namespace latticeq;

class SafetensorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTypeIsReadAsItWasWritten();
    void aLyingHeaderIsRefused_data();
    void aLyingHeaderIsRefused();
    void aFileTooShortForALengthIsRefused();
};

void SafetensorsTest::everyTypeIsReadAsItWasWritten()
{
    const test::TemporaryFolder folder;
    SafetensorsFile file;
    file.metadata = { { "key", "value with \"quotes\" and ü" } };
    for (const at::ScalarType type : { at::kFloat, at::kHalf, at::kBFloat16, at::kDouble, at::kLong, at::kInt, at::kShort, at::kChar, at::kByte, at::kBool })
        file.tensors.insert(at::toString(type), (10 * test::randomTensor({ 3, 5 }, 1)).to(type));
    file.tensors.insert("number", at::scalar_tensor(3.5));
    file.tensors.insert("empty", at::zeros({ 0, 4 }));
    writeSafetensors(folder.path("f"), file);
    const SafetensorsFile read = readSafetensors(folder.path("f"));
    QCOMPARE(read.metadata, file.metadata);
    QCOMPARE(read.tensors.size(), file.tensors.size());
    for (const auto& item : file.tensors) {
        QCOMPARE(read.tensors[item.key()].scalar_type(), item.value().scalar_type());
        QVERIFY(at::equal(read.tensors[item.key()].to(at::kDouble), item.value().to(at::kDouble)));
    }
    QCOMPARE(safetensorsBytes(read), safetensorsBytes(file));
}

void SafetensorsTest::aLyingHeaderIsRefused_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<qint64>("claimed"); // length of the header, -1: the true one
    QTest::addColumn<QString>("complaint");
    const auto entry = [](const char* type, const char* shape, const char* offsets) {
        return QByteArray("{\"a\":{\"dtype\":\"") + type + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}}";
    };
    QTest::newRow("a header longer than the file") << entry("F32", "[4]", "[0,16]") << (qint64(1) << 40) << "claims";
    QTest::newRow("no JSON") << QByteArray("{nonsense") << qint64(-1) << "not a JSON object";
    QTest::newRow("a list") << QByteArray("[1,2]") << qint64(-1) << "not a JSON object";
    QTest::newRow("offsets behind the end") << entry("F32", "[40]", "[0,160]") << qint64(-1) << "the file has 16";
    QTest::newRow("offsets backwards") << entry("F32", "[4]", "[16,0]") << qint64(-1) << "lies at bytes";
    QTest::newRow("a shape of other size") << entry("F32", "[3]", "[0,16]") << qint64(-1) << "expected 12";
    QTest::newRow("a shape that overflows") << entry("F32", "[4611686018427387904,4,4]", "[0,16]") << qint64(-1) << "more than fit";
    QTest::newRow("a negative size") << entry("F32", "[-4]", "[0,16]") << qint64(-1) << "lacks";
    QTest::newRow("an unknown type") << entry("F99", "[4]", "[0,16]") << qint64(-1) << "F99";
    QTest::newRow("one offset") << entry("F32", "[4]", "[0]") << qint64(-1) << "lacks";
    QTest::newRow("metadata that is no text") << QByteArray("{\"__metadata__\":{\"a\":1}}") << qint64(-1) << "not a string";
    QTest::newRow("sides of nothing that overflow")
        << entry("F32", "[0,4611686018427387904,4611686018427387904]", "[0,0]") << qint64(-1) << "more than fit";
    QTest::newRow("a hole before the tensor") << entry("F32", "[3]", "[4,16]") << qint64(-1) << "bytes 0 to 4 unused";
    QTest::newRow("bytes after the last tensor") << entry("F32", "[3]", "[0,12]") << qint64(-1) << "end at byte 12";
    QTest::newRow("a name twice")
        << QByteArray("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                      "\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}")
        << qint64(-1) << "names 'a' twice";
    QTest::newRow("a shape twice")
        << QByteArray("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"shape\":[4],\"data_offsets\":[0,16]}}") << qint64(-1)
        << "names 'shape' twice";
    QTest::newRow("a name that is no UTF-8")
        << QByteArray("{\"\xff\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]}}") << qint64(-1) << "UTF-8";
    QTest::newRow("a name with a line's end")
        << QByteArray("{\"a\\n\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0]}}") << qint64(-1) << "'a?' lacks";
    QTest::newRow("a hundred thousand lists in each other")
        << "{\"a\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}" << qint64(-1) << "nests deeper";
    QTest::newRow("text after the header") << entry("F32", "[4]", "[0,16]") + "{}" << qint64(-1) << "not a JSON object";
    QTest::newRow("overlapping tensors")
        << QByteArray("{\"a\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[0,16]},"
                      "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,16]}}")
        << qint64(-1) << "overlap";
}

void SafetensorsTest::aLyingHeaderIsRefused()
{
    QFETCH(QByteArray, header);
    QFETCH(qint64, claimed);
    QFETCH(QString, complaint);
    const uint64_t length = claimed < 0 ? static_cast<uint64_t>(header.size()) : static_cast<uint64_t>(claimed);
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &length, 8);
    bytes += header.toStdString() + std::string(16, '\0');
    const test::TemporaryFolder folder;
    writeFileAtomically(folder.path("lying.safetensors"), bytes);
    try {
        readSafetensors(folder.path("lying.safetensors"));
        QFAIL("the file was accepted");
    } catch (const std::invalid_argument& error) {
        QVERIFY2(QString(error.what()).contains("lying.safetensors"), error.what());
        QVERIFY2(QString(error.what()).contains(complaint), error.what());
    }
}

void SafetensorsTest::aFileTooShortForALengthIsRefused()
{
    const test::TemporaryFolder folder;
    writeFileAtomically(folder.path("f"), "1234567");
    QVERIFY_EXCEPTION_THROWN(readSafetensors(folder.path("f")), std::invalid_argument);
}

QTEST_GUILESS_MAIN(SafetensorsTest)
#include "tst_safetensors.moc"
