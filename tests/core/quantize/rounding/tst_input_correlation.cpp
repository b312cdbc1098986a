// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantize/rounding/input_correlation.h"
#include "core/graph/forward.h"
#include "tests/support/sample_files.h"

#include <QtTest/QtTest>

using namespace latticeq;
using namespace latticeq::test;

namespace {

bool goOn()
{
    return true;
}

Convolution convolution(int64_t groups)
{
    Convolution c;
    c.groups = groups;
    c.stride = { 2, 1 };
    c.padding = { 1, 2 };
    c.dilation = { 1, 2 };
    return c;
}

/** Mean squared output per position, summed over the channels, of a layer with these weights. */
double outputSquares(const Node& node, const at::Tensor& weight, const at::Tensor& input)
{
    const at::Tensor output = applyWeight(node, input, weight);
    return (output.square().sum() * output.size(1) / output.numel()).item<double>();
}

/** The same by the correlation. */
double correlatedSquares(const InputCorrelation& correlation, const at::Tensor& weight)
{
    const at::Tensor rows
        = weight.reshape({ correlation.groups(), -1, correlation.blocks(), correlation.columns() }).transpose(1, 2);
    return (rows * at::matmul(rows, correlation.squares)).sum().item<double>();
}

} // namespace

class InputCorrelationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheOutputsSquares_data();
    void givesTheOutputsSquares();
    void slicesMakeNoDifference();
    void stoppingLeavesNothing();
    void blocksLieOnTheDiagonal();
    void blocksKeepToTheLimitAndDivideNoVector_data();
    void blocksKeepToTheLimitAndDivideNoVector();
};

void InputCorrelationTest::givesTheOutputsSquares_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("groups");
    QTest::newRow("a convolution with strides, padding and dilation") << "convolution" << 1;
    QTest::newRow("a grouped convolution") << "convolution" << 2;
    QTest::newRow("a depthwise convolution") << "convolution" << 6;
    QTest::newRow("a linear layer") << "linear" << 1;
    QTest::newRow("a linear layer over positions") << "positions" << 1;
}

void InputCorrelationTest::givesTheOutputsSquares()
{
    QFETCH(QString, kind);
    QFETCH(int, groups);
    const bool isConvolution = kind == "convolution";
    const Node node { "layer", isConvolution ? Operation(convolution(groups)) : Operation(Linear {}), {}, {} };
    const at::Tensor input
        = kind == "linear" ? randomTensor({ 20, 6 }, 1) : randomTensor({ 5, 6, 9, 8 }, 1);
    const at::Tensor weight = isConvolution ? randomTensor({ 12, 6 / groups, 3, 2 }, 2) : randomTensor({ 4, 6 }, 2);
    const InputCorrelation correlation = *correlate(node, weight, { input }, 1, goOn);
    QCOMPARE(correlation.groups(), int64_t(groups));
    QCOMPARE(correlation.blocks(), int64_t(1));
    const double expected = outputSquares(node, weight, input);
    QVERIFY(std::abs(correlatedSquares(correlation, weight) - expected) < 1e-5 * expected);
}

void InputCorrelationTest::slicesMakeNoDifference()
{
    const Node node { "layer", convolution(2), {}, {} };
    const at::Tensor input = randomTensor({ 7, 4, 6, 6 }, 3);
    const at::Tensor weight = randomTensor({ 4, 2, 3, 3 }, 4);
    const at::Tensor whole = correlate(node, weight, { input }, 3, goOn)->squares;
    const at::Tensor sliced = correlate(node, weight, input.split(3), 3, goOn)->squares;
    QVERIFY(at::allclose(whole, sliced, 1e-5, 1e-6));
}

void InputCorrelationTest::stoppingLeavesNothing()
{
    const Node node { "layer", Linear {}, {}, {} };
    int asked = 0;
    const auto once = [&] { return ++asked < 2; };
    QVERIFY(!correlate(node, randomTensor({ 2, 4 }, 1), randomTensor({ 9, 4 }, 2).split(3), 2, once));
    QCOMPARE(asked, 2);
}

void InputCorrelationTest::blocksLieOnTheDiagonal()
{
    const Node node { "layer", Linear {}, {}, {} };
    const at::Tensor input = randomTensor({ 30, 12 }, 5);
    const at::Tensor weight = randomTensor({ 2, 12 }, 6);
    const at::Tensor whole = correlate(node, weight, { input }, 2, goOn)->squares[0][0];
    const InputCorrelation parts = *correlate(node, weight, { input }, 2, goOn, 3 * 4 * 4 * 4);
    QCOMPARE(parts.blocks(), int64_t(3));
    for (int64_t block = 0; block < 3; ++block) {
        const at::Tensor expected = whole.narrow(0, 4 * block, 4).narrow(1, 4 * block, 4);
        QVERIFY(at::allclose(parts.squares[0][block], expected, 1e-5, 1e-6));
    }
}

void InputCorrelationTest::blocksKeepToTheLimitAndDivideNoVector_data()
{
    QTest::addColumn<qint64>("weights");
    QTest::addColumn<qint64>("n");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<qint64>("blocks");
    QTest::newRow("all that fits is one block") << qint64(4608) << qint64(3) << qint64(kLargestCorrelationBytes)
                                                << qint64(1);
    QTest::newRow("vgg's first linear layer") << qint64(25088) << qint64(2) << qint64(kLargestCorrelationBytes)
                                              << qint64(14);
    QTest::newRow("vectors of three are kept whole") << qint64(18) << qint64(3) << qint64(18 * 9 * 4) << qint64(2);
    QTest::newRow("no block is smaller than a vector") << qint64(18) << qint64(3) << qint64(1) << qint64(6);
}

void InputCorrelationTest::blocksKeepToTheLimitAndDivideNoVector()
{
    QFETCH(qint64, weights);
    QFETCH(qint64, n);
    QFETCH(qint64, bytes);
    QFETCH(qint64, blocks);
    QCOMPARE(correlationBlocks(1, weights, n, bytes), int64_t(blocks));
}

QTEST_GUILESS_MAIN(InputCorrelationTest)
#include "tst_input_correlation.moc"
