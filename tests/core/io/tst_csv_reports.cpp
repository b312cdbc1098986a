// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_reports.h"

#include <QtTest/QtTest>

#include <limits>

using namespace latticeq;

class CsvReportsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsHaveTheColumnsOfTheDesign();
    void convergenceNamesTheLayersOwnLineByAnEmptyCell();
    void imagesHaveTheOutcomeOfBothNetworks();
};

void CsvReportsTest::rowsHaveTheColumnsOfTheDesign()
{
    LayerReport layer;
    layer.name = "odd, \"name\"";
    layer.type = "conv";
    layer.shape = { 8, 4, 3, 3 };
    layer.bitsWeight = 4;
    layer.mce = 1.0 / 3;
    layer.sqnrDb = std::numeric_limits<double>::infinity();
    const QStringList lines = QString::fromStdString(layersCsv({ layer })).split('\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], QString("layer,type,shape,bits_w,bits_a,group,granularity,bits_basis,effective_bits,mce,mse,sqnr_db,"
                               "scalar_mce,output_mse,seconds"));
    QVERIFY(lines[1].startsWith("\"odd, \"\"name\"\"\",conv,8x4x3x3,4,32,1,channel,32,32,0.3333333333333333,0,,0,,0"));
}

void CsvReportsTest::convergenceNamesTheLayersOwnLineByAnEmptyCell()
{
    LayerReport layer;
    layer.name = "fc";
    const std::string csv = convergenceCsv({ layer }, { { { 0, 16, 0.5 }, { -1, 16, 0.25 } } });
    QCOMPARE(csv, std::string("layer,restart,candidates,best_error\nfc,0,16,0.5\nfc,,16,0.25\n"));
}

void CsvReportsTest::imagesHaveTheOutcomeOfBothNetworks()
{
    RunResult result;
    QCOMPARE(imagesCsv(result), std::string("image,fp32,quantized\n"));
    result.evaluatedImages = { 3, 40 };
    result.fp32Correct = { true, false };
    QCOMPARE(imagesCsv(result), std::string("image,fp32,quantized\n3,1,\n40,0,\n"));
    result.quantizedCorrect = { true, true };
    QCOMPARE(imagesCsv(result), std::string("image,fp32,quantized\n3,1,1\n40,0,1\n"));
}

QTEST_GUILESS_MAIN(CsvReportsTest)
#include "tst_csv_reports.moc"
