// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch_checkpoint.h"
#include "core/io/resources.h"
#include "core/io/atomic_file.h"
#include "core/io/state_dict_file.h"
#include "core/io/safetensors.h"
#include "tests/support/sample_files.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/program.h"

#include <QtTest/QtTest>

using namespace latticeq;

namespace {

/** Small files of PyTorch's, made by tests/support/make_checkpoints.py. */
std::filesystem::path goldenFile(const std::string& name)
{
    return std::filesystem::path(LATTICEQ_GOLDEN_DIR) / "checkpoints" / name;
}

std::string text(const std::string& value)
{
    return std::string("X") + static_cast<char>(value.size()) + std::string(3, '\0') + value;
}

std::string pickled(int64_t value)
{
    return "\x8a\x08" + std::string(reinterpret_cast<const char*>(&value), sizeof(value));
}

std::string pickled(const std::vector<int64_t>& values)
{
    std::string tuple = "(";
    for (const int64_t value : values)
        tuple += pickled(value);
    return tuple + "t";
}

/** A tensor in the storage "0" of 4 values. */
std::string tensor(int64_t offset, const std::vector<int64_t>& sizes, const std::vector<int64_t>& strides,
    const std::string& type = "FloatStorage")
{
    return "ctorch._utils\n_rebuild_tensor_v2\n((" + text("storage") + "ctorch\n" + type + "\n" + text("0") + text("cpu")
        + pickled(4) + "NtQ" + pickled(offset) + pickled(sizes) + pickled(strides) + "\x89NtR";
}

std::string entry(const std::string& value)
{
    return std::string("(").append(text("a")).append(value).append("u");
}

std::string dict(const std::string& value)
{
    return std::string("}").append(entry(value));
}

std::string dictOf(const std::string& value)
{
    return dict(value) + ".";
}

/** A file in the layout before PyTorch 1.6, up to its storages. */
std::string olderLayout(const std::string& object, const std::string& keys)
{
    return "\x80\x02\x8a\nl\xfc\x9c\x46\xf9 j\xa8P\x19.\x80\x02M\xe9\x03.\x80\x02}.\x80\x02" + object + "\x80\x02" + keys;
}

QString complaint(const std::filesystem::path& path)
{
    try {
        readTorchCheckpoint(path);
    } catch (const std::invalid_argument& error) {
        return error.what();
    }
    return "none";
}

} // namespace

class TorchCheckpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDemoIsRead();
    void whatIsWrittenIsRead();
    void pythonReadsOursAndWeReadPythons();
    void everyLayoutTypeAndWrapperIsRead_data();
    void everyLayoutTypeAndWrapperIsRead();
    void aCommandIsRefusedAndNotRun();
    void hostileTensorsAreRefused_data();
    void hostileTensorsAreRefused();
    void aHeaderBesideTheLayoutIsRefused_data();
    void aHeaderBesideTheLayoutIsRefused();
    void directoriesOf64BitsAreRead();
    void noFlippedByteChangesATensorUnnoticed();
    void everyShorterFileIsRefused_data();
    void everyShorterFileIsRefused();
    void damagedFilesAreNamed_data();
    void damagedFilesAreNamed();
};

void TorchCheckpointTest::theDemoIsRead()
{
    const StateDict demo = readTorchCheckpoint(resourcePath("resnet20-fashion-mnist.pth"));
    QCOMPARE(demo["fc.weight"].sizes(), at::IntArrayRef({ 10, 64 }));
    QCOMPARE(demo["bn1.num_batches_tracked"].scalar_type(), at::kLong);
}

void TorchCheckpointTest::whatIsWrittenIsRead()
{
    const test::TemporaryFolder folder;
    StateDict tensors;
    tensors.insert("a.weight", test::randomTensor({ 2, 3, 4 }, 1));
    tensors.insert("a.count", at::scalar_tensor(int64_t(7)));
    tensors.insert("a.half", test::randomTensor({ 5 }, 2).to(at::kHalf));
    writeTorchCheckpoint(folder.path("c.pth"), tensors);
    const StateDict read = readStateDict(folder.path("c.pth"));
    QCOMPARE(read.keys(), tensors.keys());
    for (const auto& item : tensors)
        QVERIFY(at::equal(read[item.key()], item.value()));
}

void TorchCheckpointTest::pythonReadsOursAndWeReadPythons()
{
    const test::TemporaryFolder folder;
    StateDict tensors;
    tensors.insert("a.weight", test::randomTensor({ 2, 3 }, 1));
    writeTorchCheckpoint(folder.path("ours.pth"), tensors);
    const char* script = "import torch, collections\n"
                         "ours = torch.load('ours.pth', **({'weights_only': True} if torch.__version__ >= '1.13' else {}))\n"
                         "assert isinstance(ours, collections.OrderedDict) and list(ours) == ['a.weight']\n"
                         "x = torch.arange(12.).reshape(3, 4)\n"
                         "d = collections.OrderedDict([('module.t', x.t()), ('module.v', x[1:, 2]), ('module.h', x.half()),\n"
                         "     ('module.p', torch.nn.Parameter(x)), ('module.a', ours['a.weight'])])\n"
                         "d._metadata = {'': {'version': 1}}\n"
                         "torch.save({'epoch': 3, 'best': 0.5, 'state_dict': d, 'name': None}, 'theirs.pth')\n";
    const auto result = test::runAny(LATTICEQ_PYTHON, { "-c", script }, QString::fromStdString(folder.path().string()));
    QVERIFY2(result.exitCode == 0, qPrintable(result.errors));
    const StateDict theirs = readStateDict(folder.path("theirs.pth"));
    const at::Tensor x = at::arange(12, at::kFloat).reshape({ 3, 4 });
    QCOMPARE(theirs.size(), size_t(5));
    QVERIFY(at::equal(theirs["t"], x.t()));
    QVERIFY(at::equal(theirs["v"], x.narrow(0, 1, 2).select(1, 2)));
    QVERIFY(at::equal(theirs["h"], x.to(at::kHalf)));
    QVERIFY(at::equal(theirs["p"], x));
    QVERIFY(at::equal(theirs["a"], tensors["a.weight"]));
}

void TorchCheckpointTest::everyLayoutTypeAndWrapperIsRead_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("type");
    const auto row = [](const char* name, const char* file, at::ScalarType type = at::kFloat) {
        QTest::newRow(name) << file << static_cast<int>(type);
    };
    row("zip layout", "plain.pth");
    row("older layout", "old_layout.pth");
    row("half", "float16.pth", at::kHalf);
    row("half in the older layout", "float16_old_layout.pth", at::kHalf);
    row("bfloat16", "bfloat16.pth", at::kBFloat16);
    row("bfloat16 in the older layout", "bfloat16_old_layout.pth", at::kBFloat16);
    row("double", "float64.pth", at::kDouble);
    row("double in the older layout", "float64_old_layout.pth", at::kDouble);
    row("wrapped in state_dict", "wrapped_state_dict.pth");
    row("wrapped in model", "wrapped_model.pth");
    row("wrapped in net", "wrapped_net.pth");
    row("wrapped in model_state_dict", "wrapped_model_state_dict.pth");
    row("wrapped in ema", "wrapped_ema.pth");
    row("wrapped in state_dict_ema", "wrapped_state_dict_ema.pth");
    row("model before ema, though it comes later", "two_wrappers.pth");
    row("data-parallel, wrapped, in the older layout", "data_parallel.pth");
    row("compiled and data-parallel", "compiled.pth");
}

void TorchCheckpointTest::everyLayoutTypeAndWrapperIsRead()
{
    QFETCH(QString, file);
    QFETCH(int, type);
    const StateDict read = readStateDict(goldenFile(file.toStdString()));
    const at::Tensor grid = at::arange(24, at::kFloat).reshape({ 4, 6 });
    const std::vector<std::pair<std::string, at::Tensor>> expected
        = { { "conv.weight", grid.narrow(0, 0, 2).reshape({ 2, 2, 1, 3 }) }, { "conv.transposed", grid.t() },
              { "conv.column", grid.narrow(0, 1, 3).select(1, 2) }, { "fc.bias", at::arange(3, at::kFloat) },
              { "empty", at::zeros({ 0, 4 }) } };
    QCOMPARE(read.size(), expected.size() + 1);
    for (const auto& [name, tensor] : expected) {
        QCOMPARE(static_cast<int>(read[name].scalar_type()), type);
        QVERIFY(read[name].is_contiguous());
        QVERIFY2(at::equal(read[name].to(at::kFloat), tensor), name.c_str());
    }
    QCOMPARE(read["bn.num_batches_tracked"].scalar_type(), at::kLong);
    QCOMPARE(read["bn.num_batches_tracked"].item<int64_t>(), 7);
}

void TorchCheckpointTest::aCommandIsRefusedAndNotRun()
{
    const test::TemporaryFolder folder;
    const std::string run = (folder.path() / "run").string();
    const std::string command = "touch " + run;
    writeFileAtomically(folder.path("model.pth"),
        olderLayout("cposix\nsystem\n" + text(command) + "\x85R.", text("no key") + "\x85."));
    QCOMPARE(complaint(folder.path("model.pth")),
        QString::fromStdString(folder.path("model.pth").string() + " asks for posix.system, which is not data; nothing was run"));
    QVERIFY(!std::filesystem::exists(run));
}

void TorchCheckpointTest::hostileTensorsAreRefused_data()
{
    QTest::addColumn<QByteArray>("object");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const std::string& object, const char* reason) {
        QTest::newRow(name) << QByteArray::fromStdString(object) << reason;
    };
    const std::string four = pickled(4);
    row("more values than the storage holds", dictOf(tensor(0, { 5 }, { 1 })), "5 in a storage of 4 values");
    row("strides beyond the storage", dictOf(tensor(0, { 2, 2 }, { 3, 2 })), "2 × 2 in a storage of 4 values");
    row("an offset beyond the storage", dictOf(tensor(4, { 1 }, { 1 })), "in a storage of 4 values");
    row("an offset before the storage", dictOf(tensor(-1, { 1 }, { 1 })), "outside its storage");
    row("an offset that overflows", dictOf(tensor(INT64_MAX, { 4 }, { INT64_MAX })), "in a storage of 4 values");
    row("a negative size", dictOf(tensor(0, { -4 }, { 1 })), "negative size");
    row("a negative stride", dictOf(tensor(3, { 4 }, { -1 })), "negative stride");
    row("a size without a stride", dictOf(tensor(0, { 4, 1 }, { 1 })), "2 sizes and 1 strides");
    row("a thousand dimensions", dictOf(tensor(0, std::vector<int64_t>(1000, 1), std::vector<int64_t>(1000, 1))),
        "1000 dimensions");
    row("one value repeated until memory ends", dictOf(tensor(0, { 1 << 20, 1 << 20 }, { 0, 0 })), "16 times the file");
    row("sizes that overflow", dictOf(tensor(0, { INT64_MAX, INT64_MAX }, { 0, 0 })), "16 times the file");
    row("sides of nothing that overflow", dictOf(tensor(0, { 0, INT64_MAX, 3 }, { 1, 1, 1 })), "16 times the file");
    row("a name twice", std::string("}") + entry(tensor(0, { 4 }, { 1 })) + entry(tensor(0, { 4 }, { 1 })) + ".", "twice: 'a'");
    row("a storage described in two ways",
        std::string("}") + entry(tensor(0, { 4 }, { 1 })) + entry(tensor(0, { 4 }, { 1 }, "DoubleStorage")) + ".", "in two ways");
    row("a tensor of too few fields", dictOf("ctorch._utils\n_rebuild_tensor_v2\n)R"), "too few fields: 'a'");
    row("a parameter of a parameter of itself",
        dictOf("ctorch._utils\n_rebuild_parameter\n(ctorch._utils\n_rebuild_parameter\n)RtR"), "no tensor: 'a'");
    row("a storage that is no tuple", dictOf("K\x01Q"), "unexpected type");
    row("dictionaries in each other without end", "}q\x01(" + text("model") + "h\x01u.", "no dictionary of tensors");
    row("no dictionary", four + ".", "no dictionary of tensors");
    row("the reason says which wrapper was taken",
        "}(" + text("ema") + dict(tensor(0, { 4 }, { 1 })) + text("model") + dict(tensor(0, { 5 }, { 1 })) + "u.",
        "'a' in its 'model', not its 'ema'");
}

void TorchCheckpointTest::hostileTensorsAreRefused()
{
    QFETCH(QByteArray, object);
    QFETCH(QString, reason);
    const test::TemporaryFolder folder;
    const std::string keys = object.contains("storage") ? std::string("]") + text("0") + "a." : "].";
    writeFileAtomically(folder.path("bad.pth"),
        olderLayout(object.toStdString(), keys) + std::string("\4\0\0\0\0\0\0\0", 8) + std::string(16, 'x'));
    const QString said = complaint(folder.path("bad.pth"));
    QVERIFY2(said.startsWith(QString::fromStdString(folder.path("bad.pth").string())) && said.contains(reason), qPrintable(said));
}

void TorchCheckpointTest::aHeaderBesideTheLayoutIsRefused_data()
{
    QTest::addColumn<QByteArray>("mark"); // of the part that is changed, its last occurrence
    QTest::addColumn<int>("offset"); // from there
    QTest::addColumn<QByteArray>("bytes"); // put there
    QTest::addColumn<QString>("reason");
    const QByteArray directory = "PK\x01\x02", own = "PK\x03\x04", end = "PK\x05\x06";
    QTest::newRow("a compressed entry") << directory << 10 << QByteArray("\x08\0", 2) << "disagrees with the directory";
    QTest::newRow("another checksum") << directory << 16 << QByteArray("abcd") << "version";
    QTest::newRow("a size beyond the file") << directory << 24 << QByteArray("\xff\xff\xff\x7f") << "points beyond its end";
    QTest::newRow("an entry beyond the file") << directory << 42 << QByteArray("\xff\xff\xff\x7f") << "points beyond its end";
    QTest::newRow("two entries in one place") << directory << 42 << QByteArray("\0\0\0\0", 4) << "disagrees with the directory";
    QTest::newRow("a name longer than the directory") << directory << 28 << QByteArray("\xff\xff") << "points beyond its end";
    QTest::newRow("a header without its mark") << own << 0 << QByteArray("XX") << "does not start with its mark";
    QTest::newRow("more entries than there are") << end << 10 << QByteArray("\x50\0", 2) << "entries, expected 80";
    QTest::newRow("a directory that reaches over the end") << end << 12 << QByteArray("\xff\xff\0\0", 4) << "overlaps its end";
    QTest::newRow("a comment that is not there") << end << 20 << QByteArray("\x01\0", 2) << "does not end where";
}

void TorchCheckpointTest::aHeaderBesideTheLayoutIsRefused()
{
    QFETCH(QByteArray, mark);
    QFETCH(int, offset);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, reason);
    std::string file = readFile(goldenFile("plain.pth"));
    file.replace(file.rfind(mark.toStdString()) + static_cast<size_t>(offset), static_cast<size_t>(bytes.size()), bytes.toStdString());
    const test::TemporaryFolder folder;
    writeFileAtomically(folder.path("bad.pth"), file);
    const QString said = complaint(folder.path("bad.pth"));
    QVERIFY2(said.contains("bad.pth is damaged: ") && said.contains(reason), qPrintable(said));
}

void TorchCheckpointTest::directoriesOf64BitsAreRead()
{
    const std::string good = readFile(goldenFile("plain.pth"));
    std::string wide = good; // PyTorch writes the wide directory always, whether the narrow one needs it or not
    wide.replace(wide.rfind("PK\x05\x06") + 10, 10, std::string(10, '\xff'));
    QCOMPARE(parseTorchCheckpoint(wide, "wide").keys(), parseTorchCheckpoint(good, "good").keys());
    wide.replace(wide.rfind("PK\x06\x07"), 4, "none");
    QVERIFY_EXCEPTION_THROWN(parseTorchCheckpoint(wide, "wide"), std::invalid_argument);
}

void TorchCheckpointTest::noFlippedByteChangesATensorUnnoticed()
{
    const std::string good = readFile(goldenFile("plain.pth"));
    const StateDict expected = parseTorchCheckpoint(good, "good");
    int refused = 0;
    for (size_t i = 0; i < good.size(); ++i) {
        std::string flipped = good;
        flipped[i] = static_cast<char>(flipped[i] ^ 1);
        try {
            const StateDict read = parseTorchCheckpoint(flipped, "flipped");
            QCOMPARE(read.keys(), expected.keys());
            for (const auto& item : expected)
                QVERIFY(at::equal(read[item.key()], item.value()));
        } catch (const std::invalid_argument&) {
            ++refused;
        }
    }
    QVERIFY(refused > 800); // the others lie in padding, times and attributes
}

void TorchCheckpointTest::everyShorterFileIsRefused_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("zip layout") << "plain.pth";
    QTest::newRow("older layout") << "old_layout.pth";
}

void TorchCheckpointTest::everyShorterFileIsRefused()
{
    QFETCH(QString, file);
    const std::string good = readFile(goldenFile(file.toStdString()));
    for (size_t kept = 0; kept < good.size(); ++kept)
        QVERIFY_EXCEPTION_THROWN(parseTorchCheckpoint(std::string_view(good).substr(0, kept), "cut"), std::invalid_argument);
}

void TorchCheckpointTest::damagedFilesAreNamed_data()
{
    QTest::addColumn<int>("kept"); // bytes of a good file
    QTest::newRow("empty") << 0;
    QTest::newRow("a few bytes") << 10;
    QTest::newRow("half") << 500;
    QTest::newRow("all but the end") << -20;
}

void TorchCheckpointTest::damagedFilesAreNamed()
{
    QFETCH(int, kept);
    const test::TemporaryFolder folder;
    StateDict tensors;
    tensors.insert("a", test::randomTensor({ 100 }, 1));
    writeTorchCheckpoint(folder.path("good.pth"), tensors);
    const std::string good = readFile(folder.path("good.pth"));
    writeFileAtomically(folder.path("cut.pth"), good.substr(0, kept < 0 ? good.size() + static_cast<size_t>(kept) : static_cast<size_t>(kept)));
    try {
        readTorchCheckpoint(folder.path("cut.pth"));
        QFAIL("the file was accepted");
    } catch (const std::invalid_argument& error) {
        QVERIFY2(QString(error.what()).contains("cut.pth"), error.what());
    }
}

QTEST_GUILESS_MAIN(TorchCheckpointTest)
#include "tst_torch_checkpoint.moc"
