// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/classifier.h"

#include <QtTest/QtTest>

using namespace latticeq;

class ClassifierTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsAndNamesAreToldApart();
    void aPlainCheckpointAsModelIsExplained();
};

void ClassifierTest::pathsAndNamesAreToldApart()
{
    QVERIFY(isModelFile("a.safetensors") && isModelFile("dir/name") && isModelFile("x.pth"));
    QVERIFY(!isModelFile("resnet18"));
}

void ClassifierTest::aPlainCheckpointAsModelIsExplained()
{
    QVERIFY_EXCEPTION_THROWN(loadClassifier({ "weights.pth" }), std::invalid_argument);
    QVERIFY_EXCEPTION_THROWN(loadClassifier({ LATTICEQ_GOLDEN_DIR "/activations.safetensors" }), std::invalid_argument);
}

QTEST_GUILESS_MAIN(ClassifierTest)
#include "tst_classifier.moc"
