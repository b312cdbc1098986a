// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/fitting_models.h"
#include "core/graph/build_network.h"
#include "core/graph/model_catalog.h"
#include "core/io/safetensors.h"
#include "core/run/load_model.h"
#include "tests/support/sample_files.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

using namespace latticeq;

namespace {

StateDict zerosFor(const std::string& model)
{
    StateDict parameters;
    for (const ParameterSpec& spec : buildNetwork(findModel(model)).parameterSpecs())
        parameters.insert(spec.name, at::zeros(spec.shape));
    return parameters;
}

} // namespace

class FittingModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheNetworksOfACheckpoint_data();
    void findsTheNetworksOfACheckpoint();
    void aMisfitNamesTheNetworkThatFits();
};

void FittingModelsTest::findsTheNetworksOfACheckpoint_data()
{
    QTest::addColumn<std::string>("model");
    QTest::addColumn<std::vector<std::string>>("expected");
    using Names = std::vector<std::string>;
    QTest::newRow("one of its kind") << std::string("squeezenet1_1") << Names { "squeezenet1_1", "squeezenet1_0" };
    QTest::newRow("the demo") << std::string(kDemoModel) << Names { kDemoModel };
    QTest::newRow("two of one layout") << std::string("resnet18") << Names { "resnet18", "preresnet18" };
}

void FittingModelsTest::findsTheNetworksOfACheckpoint()
{
    QFETCH(std::string, model);
    QFETCH(std::vector<std::string>, expected);
    std::vector<std::string> found = fittingModels(zerosFor(model));
    QVERIFY(std::find(found.begin(), found.end(), model) != found.end());
    for (const std::string& name : found)
        QVERIFY2(std::find(expected.begin(), expected.end(), name) != expected.end(), name.c_str());
    StateDict other = zerosFor(model);
    other.insert("something.else", at::zeros({ 1 }));
    QVERIFY(fittingModels(other).empty());
}

void FittingModelsTest::aMisfitNamesTheNetworkThatFits()
{
    const test::TemporaryFolder folder;
    SafetensorsFile file;
    file.tensors = zerosFor("mnasnet0_5");
    writeSafetensors(folder.path("m.safetensors"), file);
    try {
        loadNetwork(findModel("resnet18"), folder.path("m.safetensors").string());
        QFAIL("accepted");
    } catch (const std::invalid_argument& error) {
        QVERIFY2(QString(error.what()).endsWith("; it fits mnasnet0_5"), error.what());
    }
}

QTEST_GUILESS_MAIN(FittingModelsTest)
#include "tst_fitting_models.moc"
