// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_export.h"

#include <qcustomplot.h>

#include <QTest>

#include <stdexcept>

using namespace latticeq::ui;

class TestPlotExport : public QObject
{
    Q_OBJECT
private slots:
    void init()
    {
        m_plot = std::make_unique<QCustomPlot>();
        m_plot->resize(320, 200);
        m_plot->addGraph()->setData({ 0, 1, 2 }, { 1, 3, 2 });
        m_plot->rescaleAxes();
    }

    void pngHasThePlotsSizeTimesScale_data()
    {
        QTest::addColumn<int>("scale");
        for (int scale = 1; scale <= 4; ++scale)
            QTest::newRow(qPrintable(QStringLiteral("scale %1").arg(scale))) << scale;
    }
    void pngHasThePlotsSizeTimesScale()
    {
        QFETCH(const int, scale);
        const QString path = exportPlot(*m_plot, m_folder.filePath(QStringLiteral("plot.png")), scale);
        const QImage image(path);
        QCOMPARE(image.size(), QSize(320 * scale, 200 * scale));
        QSet<QRgb> colors;
        for (int y = 0; y < image.height(); ++y)
            colors.insert(image.pixel(image.width() / 2, y));
        QVERIFY2(colors.size() > 1, "the picture shows something");
    }

    void aMissingSuffixBecomesPng()
    {
        const QString path = exportPlot(*m_plot, m_folder.filePath(QStringLiteral("bare")));
        QVERIFY(path.endsWith(QStringLiteral("bare.png")));
        QVERIFY(QFileInfo::exists(path));
    }

    void svgFilesKeepCurvesInsideTheirAxes()
    {
        QFile file(exportPlot(*m_plot, m_folder.filePath(QStringLiteral("clipped.svg"))));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("<clipPath"));
        QVERIFY2(!bytes.contains("var(--"), "a file of its own has no page that defines colours");
    }

    void vectorFilesStartAsTheirFormatDoes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("mark");
        QTest::newRow("SVG with paths") << QStringLiteral("plot.svg") << QByteArray("<path");
        QTest::newRow("PDF with its header") << QStringLiteral("plot.pdf") << QByteArray("%PDF-");
    }
    void vectorFilesStartAsTheirFormatDoes()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, mark);
        QFile file(exportPlot(*m_plot, m_folder.filePath(name)));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.size() > 1000);
        QVERIFY(bytes.contains(mark));
        QVERIFY2(!bytes.contains("data:image"), "lines stay lines");
    }

    void anUnwritableFolderIsNamedAndLeftAlone_data()
    {
        QTest::addColumn<QString>("suffix");
        for (const char* suffix : { "png", "svg", "pdf" })
            QTest::newRow(suffix) << QString::fromLatin1(suffix);
    }
    void anUnwritableFolderIsNamedAndLeftAlone()
    {
        QFETCH(const QString, suffix);
        // A file where the folder should be stops root too.
        QFile blocker(m_folder.filePath(QStringLiteral("blocker")));
        QVERIFY(blocker.open(QIODevice::WriteOnly));
        blocker.close();
        const QStringList before = QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        const QString path = m_folder.filePath(QStringLiteral("blocker/plot.%1").arg(suffix));
        try {
            exportPlot(*m_plot, path);
            QFAIL("it should have thrown");
        } catch (const std::runtime_error& error) {
            QVERIFY(QString::fromUtf8(error.what()).contains(QStringLiteral("blocker")));
        }
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), before);
    }

    void anUnknownFormatIsRefused()
    {
        const QString path = m_folder.filePath(QStringLiteral("plot.bmp"));
        QVERIFY_EXCEPTION_THROWN(exportPlot(*m_plot, path), std::runtime_error);
        QVERIFY(!QFileInfo::exists(path));
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QCustomPlot> m_plot;
};

QTEST_MAIN(TestPlotExport)
#include "tst_plot_export.moc"
