// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/legacy_names.h"

#include <ATen/ATen.h>
#include <QtTest/QtTest>

using namespace latticeq;

class LegacyNamesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishedDenseNetsAreRenamed_data();
    void publishedDenseNetsAreRenamed();
};

void LegacyNamesTest::publishedDenseNetsAreRenamed_data()
{
    QTest::addColumn<QString>("old");
    QTest::addColumn<QString>("present");
    QTest::newRow("a dense layer's norm") << "features.denseblock1.denselayer12.norm.1.running_var"
                                          << "features.denseblock1.denselayer12.norm1.running_var";
    QTest::newRow("a dense layer's convolution") << "features.denseblock4.denselayer3.conv.2.weight"
                                                 << "features.denseblock4.denselayer3.conv2.weight";
    QTest::newRow("a present name") << "features.denseblock4.denselayer3.conv2.weight"
                                    << "features.denseblock4.denselayer3.conv2.weight";
    QTest::newRow("another network") << "features.1.conv.1.weight"
                                     << "features.1.conv.1.weight";
}

void LegacyNamesTest::publishedDenseNetsAreRenamed()
{
    QFETCH(QString, old);
    StateDict tensors;
    tensors.insert(old.toStdString(), at::ones({ 2 }));
    QTEST(QString::fromStdString(withPresentNames(tensors).keys().at(0)), "present");
}

QTEST_GUILESS_MAIN(LegacyNamesTest)
#include "tst_legacy_names.moc"
