// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mixed_precision/layer_sensitivity.h"

#include <QtTest/QtTest>

using namespace latticeq;

class LayerSensitivityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOptionIsFoundByItsBits()
    {
        const LayerSensitivity layer { 0, "a", { { 1, 10, 0, 0.5, {}, 0, true }, { 3, 30, 0, 0.1, {}, 0, true } } };
        QCOMPARE(optionOf(layer, 3)->divergence, 0.1);
        QVERIFY(!optionOf(layer, 2));
        QVERIFY(!optionOf({}, 1));
    }
};

QTEST_GUILESS_MAIN(LayerSensitivityTest)
#include "tst_layer_sensitivity.moc"
