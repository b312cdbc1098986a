// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/pdf_report.h"

#include "tests/ui/report/sample_plot.h"
#include "tests/ui/sample_runs.h"

#include <QRegularExpression>
#include <QtTest>

using namespace latticeq::ui;

namespace {

qsizetype pagesOf(const QByteArray& pdf)
{
    static const QRegularExpression page(QStringLiteral("/Type\\s*/Page\\b"));
    const QString text = QString::fromLatin1(pdf);
    qsizetype pages = 0;
    for (auto match = page.globalMatch(text); match.hasNext(); match.next())
        ++pages;
    return pages;
}

} // namespace

class TestPdfReport : public QObject
{
    Q_OBJECT

private slots:
    void itIsAWholePdfFile()
    {
        const QByteArray pdf = pdfReport(*test::sampleRun("a"), {}, "latticeq quantize");
        QVERIFY(pdf.startsWith("%PDF"));
        QVERIFY(pdf.trimmed().endsWith("%%EOF"));
        QVERIFY(pagesOf(pdf) >= 1);
    }

    void plotsAndLayersTakePages()
    {
        const auto plot = test::samplePlot();
        const QByteArray small = pdfReport(*test::sampleRun("a"), {});
        const QByteArray large
            = pdfReport(*test::sampleRun("b", 200), { { "Errors", plot.get() }, { "Accuracy", plot.get() } });
        QVERIFY(pagesOf(large) > pagesOf(small) + 2);
    }

    void smallPlotsStandSideBySide()
    {
        const auto plot = test::samplePlot();
        plot->resize(280, 180);
        const QList<NamedPlot> six(6, { "Errors", plot.get() });
        const qsizetype without = pagesOf(pdfReport(*test::sampleRun("a"), {}));
        QVERIFY(pagesOf(pdfReport(*test::sampleRun("a"), six)) <= without + 1);
    }

    void plotsAreVectors()
    {
        const auto plot = test::samplePlot();
        const QByteArray pdf = pdfReport(*test::sampleRun("a"), { { "Errors", plot.get() } });
        QVERIFY(!pdf.contains("/Subtype /Image"));
    }
};

QTEST_MAIN(TestPdfReport)
#include "tst_pdf_report.moc"
