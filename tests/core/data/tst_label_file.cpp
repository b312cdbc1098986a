// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/image_listing.h"
#include "core/io/atomic_file.h"
#include "tests/support/temporary_folder.h"

#include <QtTest/QtTest>

using namespace latticeq;

class LabelFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void labelsAreReadInEveryLayout_data();
    void labelsAreReadInEveryLayout();
    void linesThatDoNotHoldAreNamed_data();
    void linesThatDoNotHoldAreNamed();
};

void LabelFileTest::labelsAreReadInEveryLayout_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("expected");
    QTest::newRow("file and label") << "labels.txt" << "b.png 4\na 1.png\t2\n" << "b.png=4 a 1.png=2 ";
    QTest::newRow("commas, a heading and empty lines") << "labels.csv" << "file,label\r\n\"b.png\",4\r\n\r\na 1.png, 2\r\n" << "b.png=4 a 1.png=2 ";
    QTest::newRow("labels in the files' order") << "labels.txt" << "7\n0" << "a 1.png=7 b.png=0 ";
    QTest::newRow("labels under a heading") << "labels.csv" << "label\n7\n0\n" << "a 1.png=7 b.png=0 ";
    QTest::newRow("some of the files") << "labels.txt" << "b.png 1" << "b.png=1 ";
}

void LabelFileTest::labelsAreReadInEveryLayout()
{
    QFETCH(QString, file);
    QFETCH(QString, content);
    QFETCH(QString, expected);
    const test::TemporaryFolder folder;
    for (const char* name : { "b.png", "a 1.png" })
        writeFileAtomically(folder.path(name), "x");
    writeFileAtomically(folder.path(file.toStdString()), content.toStdString());
    const ImageListing listing = listLabelledFolder(folder.path());
    QString text;
    for (size_t i = 0; i < listing.files.size(); ++i)
        text += QString("%1=%2 ").arg(QString::fromStdString(listing.files[i].string())).arg(listing.labels.at(i));
    QCOMPARE(text, expected);
    QVERIFY(listing.classes.empty());
}

void LabelFileTest::linesThatDoNotHoldAreNamed_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("nothing") << "\n\n" << "holds no labels";
    QTest::newRow("no number") << "a.png 1\nb.png cat" << "line 2 has 'cat', expected a class number";
    QTest::newRow("a negative number") << "a.png 0\nb.png -1" << "line 2 has '-1'";
    QTest::newRow("a word beside a file that exists") << "a.png cat" << "line 1 has 'cat'";
    QTest::newRow("too few labels") << "1" << "has 1 labels, expected one for each of the 2 images";
    QTest::newRow("too many labels") << "1\n2\n3" << "line 3 has a label, expected only one";
    QTest::newRow("a label after files") << "a.png 1\n2" << "line 2 has no file";
    QTest::newRow("a file after labels") << "1\nb.png 2" << "line 2 has a file";
}

void LabelFileTest::linesThatDoNotHoldAreNamed()
{
    QFETCH(QString, content);
    QFETCH(QString, complaint);
    const test::TemporaryFolder folder;
    for (const char* name : { "a.png", "b.png" })
        writeFileAtomically(folder.path(name), "x");
    writeFileAtomically(folder.path("labels.txt"), content.toStdString());
    try {
        listLabelledFolder(folder.path());
        QFAIL("the labels were accepted");
    } catch (const std::invalid_argument& error) {
        QVERIFY2(QString(error.what()).contains(complaint), error.what());
    }
}

QTEST_GUILESS_MAIN(LabelFileTest)
#include "tst_label_file.moc"
