// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/basis_cost.h"

#include <QtTest/QtTest>

using namespace latticeq;

namespace {

std::string sentenceFor(const RunSettings& settings)
{
    const std::vector<LayerShape> layers { { "stem", false, { 32, 3, 3, 3 } }, { "dw", false, { 96, 1, 3, 3 }, true },
        { "pw", false, { 32, 32, 1, 1 } }, { "large", false, { 64, 512, 3, 3 } }, { "fc", true, { 10, 64 } } };
    return costlyBasesSentence(planLayers(layers, settings, [](const std::string&) {}), settings);
}

} // namespace

class BasisCostTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void costlyLayersAreNamedTogetherWithWhatToDo();
    void nothingIsSaidWhereBasesAreCheap();
};

void BasisCostTest::costlyLayersAreNamedTogetherWithWhatToDo()
{
    RunSettings settings;
    QCOMPARE(sentenceFor(settings),
        std::string("bases and scales cost more than one bit a weight in 2 of 5 layers, up to 32.1 in dw; smaller with "
                    "--depthwise scalar8 for 1 of them, --quant_basis, --per_layer, --scalar"));
    settings.scalarDepthwise = true; // leaves the 1×1 layer: 2×2 numbers of 32 bits for 32 weights
    QCOMPARE(sentenceFor(settings),
        std::string("bases and scales cost more than one bit a weight in 1 of 5 layers, up to 4.1 in pw; smaller with "
                    "--quant_basis, --per_layer, --scalar"));
}

void BasisCostTest::nothingIsSaidWhereBasesAreCheap()
{
    RunSettings settings;
    settings.perLayer = true;
    QVERIFY(sentenceFor(settings).empty());
}

QTEST_GUILESS_MAIN(BasisCostTest)
#include "tst_basis_cost.moc"
