// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/resources.h"

#include <QtTest/QtTest>

using namespace latticeq;

class ResourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDemoAndTheGoldenDataAreFoundFromAnywhere();
};

void ResourcesTest::theDemoAndTheGoldenDataAreFoundFromAnywhere()
{
    QVERIFY(std::filesystem::is_regular_file(resourcePath("resnet20-fashion-mnist.pth")));
    QVERIFY(std::filesystem::is_directory(resourcePath("golden")));
    QVERIFY_EXCEPTION_THROWN(resourcePath("nothing"), std::invalid_argument);
}

QTEST_GUILESS_MAIN(ResourcesTest)
#include "tst_resources.moc"
