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

class TorchCheckpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDemoIsRead();
    void whatIsWrittenIsRead();
    void pythonReadsOursAndWeReadPythons();
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
