// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/packed_checkpoint.h"
#include "core/io/packed_weight.h"
#include "core/selftest/golden_checks.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/program.h"

#include <QtTest/QtTest>
#include <nlohmann/json.hpp>

using namespace latticeq;

namespace {

QuantizedModel demo()
{
    return goldenNetwork(LATTICEQ_GOLDEN_DIR "/network_w4a8b8_s80.safetensors");
}

StateDict without(const StateDict& tensors, const std::string& name)
{
    StateDict rest;
    for (const auto& item : tensors) {
        if (item.key() != name)
            rest.insert(item.key(), item.value());
    }
    return rest;
}

} // namespace

class PackedCheckpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aModelComesBackToTheBit();
    void imagesAndTheCalibrationShareAreDescribed();
    void filesOfTheFirstVersionsAreRead();
    void coordinatesTakeTheirBitsAndNoMore();
    void thePackedFileSaysHowToRebuildEveryWeight();
    void damageIsNoticed_data();
    void damageIsNoticed();
};

void PackedCheckpointTest::aModelComesBackToTheBit()
{
    const QuantizedModel model = demo();
    const SafetensorsFile packed = packModel(model);
    const QuantizedModel read = unpackModel(packed, "test");
    QCOMPARE(safetensorsBytes(packModel(read)), safetensorsBytes(packed));
    const StateDict a = fullParameters(model);
    const StateDict b = fullParameters(read);
    QCOMPARE(a.keys(), b.keys());
    for (const auto& item : a)
        QVERIFY(at::equal(item.value(), b[item.key()]));
    QCOMPARE(read.activations.size(), model.activations.size());
}

void PackedCheckpointTest::imagesAndTheCalibrationShareAreDescribed()
{
    QuantizedModel model = demo();
    QVERIFY(!unpackModel(packModel(model), "test").calibrationShare);
    model.calibrationShare = CalibrationShare { 512, 5000, "abc" };
    const SafetensorsFile packed = packModel(model);
    QVERIFY(unpackModel(packed, "test").calibrationShare == model.calibrationShare);
    const auto images = nlohmann::json::parse(packed.metadata.at("images"));
    QCOMPARE(images.at("resize").get<int64_t>(), infoOf(model).resizeSize);
    QCOMPARE(images.at("interpolation").get<std::string>(), std::string("bilinear"));
    SafetensorsFile empty = packed;
    empty.metadata["calibration"] = R"({"asked":0,"of":5000,"names":""})";
    QVERIFY_EXCEPTION_THROWN(unpackModel(empty, "test"), std::invalid_argument);
}

void PackedCheckpointTest::filesOfTheFirstVersionsAreRead()
{
    SafetensorsFile old = packModel(demo());
    auto images = nlohmann::json::parse(old.metadata.at("images"));
    images.erase("resize");
    images.erase("interpolation");
    old.metadata["images"] = images.dump();
    QCOMPARE(unpackModel(old, "test").weights.size(), demo().weights.size());
}

void PackedCheckpointTest::coordinatesTakeTheirBitsAndNoMore()
{
    const QuantizedModel model = demo();
    StateDict tensors;
    const QuantizedWeight& weight = model.weights.at("layer3.0.conv2");
    packWeight("w", weight, tensors);
    QCOMPARE(tensors["w.weight.coordinates"].numel(), 64 * 576 * 4 / 8);
    int64_t bytes = 0;
    for (const auto& item : tensors)
        bytes += static_cast<int64_t>(item.value().nbytes());
    QCOMPARE(bytes * 8, weight.packedBits());
}

void PackedCheckpointTest::thePackedFileSaysHowToRebuildEveryWeight()
{
    const test::TemporaryFolder folder;
    const QuantizedModel model = demo();
    writeSafetensors(folder.path("packed.safetensors"), packModel(model));
    SafetensorsFile full;
    full.tensors = fullParameters(model);
    writeSafetensors(folder.path("full.safetensors"), full);
    const auto result = test::runAny(LATTICEQ_PYTHON, { LATTICEQ_TESTS_DIR "/support/rebuild_packed.py", "packed.safetensors", "full.safetensors" },
        QString::fromStdString(folder.path().string()));
    QVERIFY2(result.exitCode == 0, qPrintable(result.errors + result.output));
}

void PackedCheckpointTest::damageIsNoticed_data()
{
    QTest::addColumn<QString>("damage");
    for (const char* damage : { "no metadata", "another format", "unknown model", "missing coordinates", "short coordinates",
             "layers that are no JSON", "missing threshold", "missing batch norm" })
        QTest::newRow(damage) << damage;
}

void PackedCheckpointTest::damageIsNoticed()
{
    QFETCH(QString, damage);
    SafetensorsFile file = packModel(demo());
    const std::string coordinates = "layer1.0.conv1.weight.coordinates";
    if (damage == "no metadata")
        file.metadata.clear();
    else if (damage == "another format")
        file.metadata["format"] = "latticeq-packed-99";
    else if (damage == "unknown model")
        file.metadata["model"] = "resnet19";
    else if (damage == "missing coordinates")
        file.tensors = without(file.tensors, coordinates);
    else if (damage == "short coordinates")
        file.tensors[coordinates] = file.tensors[coordinates].narrow(0, 0, 5).clone();
    else if (damage == "layers that are no JSON")
        file.metadata["layers"] = "{";
    else if (damage == "missing threshold")
        file.tensors = without(file.tensors, "fc.input.alpha");
    else
        file.tensors = without(file.tensors, "bn1.bias");
    QVERIFY_EXCEPTION_THROWN(QuantizedNetwork(unpackModel(file, "test")), std::invalid_argument);
}

QTEST_GUILESS_MAIN(PackedCheckpointTest)
#include "tst_packed_checkpoint.moc"
