// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/presets.h"

#include <QtTest/QtTest>

using namespace latticeq;

class PresetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPresetIsValidAndNamesTheDemo();
};

void PresetsTest::everyPresetIsValidAndNamesTheDemo()
{
    for (const Preset& preset : presets()) {
        checkSettings(preset.settings);
        QCOMPARE(preset.settings.model, std::string("resnet20-fashion-mnist"));
        QVERIFY(preset.settings.quantizeActivations && preset.settings.biasCorrection && preset.settings.quantizeBasis);
        QCOMPARE(&findPreset(preset.name), &preset);
        QCOMPARE(preset.settings.scalarDepthwise, preset.name == "demo" || preset.name == "best" || preset.name == "smallest"); // the published ones mean lattices
    }
    const RunSettings& best = findPreset("best").settings;
    QVERIFY(best.refinedSearch && best.dataAware && best.leastSquaresAlpha && best.reestimateBatchNorm);
    QCOMPARE(best.calibrationImages, kDataAwareImages);
    RunSettings smallest = findPreset("smallest").settings;
    QCOMPARE(smallest.maxLoss, 1.0);
    smallest.maxLoss = 0;
    QVERIFY(smallest == best);
    QCOMPARE(findPreset("w4a8b8-full").settings.steps, 800);
    QVERIFY_EXCEPTION_THROWN(findPreset("w9"), std::invalid_argument);
}

QTEST_GUILESS_MAIN(PresetsTest)
#include "tst_presets.moc"
