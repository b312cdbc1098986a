// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/output_error.h"
#include "core/graph/forward.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;

class OutputErrorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theErrorIsThatOfTheLayersOutputOnPlainInputs();
};

void OutputErrorTest::theErrorIsThatOfTheLayersOutputOnPlainInputs()
{
    Network network("two");
    const NodeId first = network.add("a", Convolution { 2, 3, { 3, 3 } }, { 0 });
    network.add("b", Convolution { 3, 4, { 1, 1 }, { 1, 1 }, { 0, 0 }, { 1, 1 }, 1, true }, { first });
    StateDict parameters;
    parameters.insert("a.weight", test::randomTensor({ 3, 2, 3, 3 }, 1));
    parameters.insert("b.weight", test::randomTensor({ 4, 3, 1, 1 }, 2));
    parameters.insert("b.bias", test::randomTensor({ 4 }, 3));
    network.loadParameters(parameters, "test");
    const at::Tensor images = test::randomTensor({ 130, 2, 6, 6 }, 4);
    const at::Tensor rounded = at::round(parameters["b.weight"] * 4) / 4;
    const auto errors = outputErrors(network, { { "b", rounded } }, images, [](double) { return true; }, {});
    const at::Tensor middle = at::conv2d(images, parameters["a.weight"]);
    const at::Tensor difference = at::conv2d(middle, parameters["b.weight"]) - at::conv2d(middle, rounded);
    QCOMPARE(errors.size(), size_t(1));
    QVERIFY(std::abs(errors.at("b") / difference.square().mean().item<double>() - 1) < 1e-4);
}

QTEST_GUILESS_MAIN(OutputErrorTest)
#include "tst_output_error.moc"
