// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot_svg.h"

#include "tests/ui/report/sample_plot.h"

#include <QSvgRenderer>
#include <QXmlStreamReader>
#include <QtTest>

using namespace latticeq::ui;

namespace {

struct Elements
{
    QHash<QString, int> counts;
    QStringList texts;
    QString error;
};

Elements read(const QString& svg)
{
    Elements elements;
    QXmlStreamReader reader(svg);
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = reader.name().toString();
        ++elements.counts[name];
        if (name == QLatin1String("text"))
            elements.texts << reader.readElementText();
    }
    elements.error = reader.hasError() ? reader.errorString() : QString();
    return elements;
}

} // namespace

class TestPlotSvg : public QObject
{
    Q_OBJECT

private slots:
    void itIsWellFormedAndEscaped()
    {
        const Elements elements = read(plotSvg(recordPlot(*test::samplePlot()), "p", "A <title> & \"more\""));
        QCOMPARE(elements.error, QString());
        QVERIFY(elements.texts.contains("candidates & <restarts>"));
        QVERIFY(elements.counts["path"] > 5);
        QVERIFY(elements.counts["clipPath"] > 0);
    }

    void namesAreUniqueWithinAPage()
    {
        const PlotRecording recording = recordPlot(*test::samplePlot());
        QVERIFY(plotSvg(recording, "first", {}).contains("id=\"first-1\""));
        QVERIFY(!plotSvg(recording, "second", {}).contains("first"));
    }

    void coloursOfTheThemeAreVariables()
    {
        const QString svg = plotSvg(recordPlot(*test::samplePlot(Theme::darkTheme())), "p", {});
        QVERIFY(svg.contains("var(--base)"));
        QVERIFY(svg.contains("stroke=\"var(--run0)\""));
        QVERIFY(!svg.contains(Theme::darkTheme().base.name()));
    }

    void aFileOfItsOwnHasLiteralColours()
    {
        const QString svg = QString::fromUtf8(plotSvgFile(recordPlotAsShown(*test::samplePlot()), {}));
        QVERIFY(!svg.contains("var("));
        QVERIFY(svg.contains(QStringLiteral("stroke=\"%1\"").arg(Theme::light().runs[0].name())));
    }

    void itIsAPictureThatCanBeDrawn()
    {
        const QString svg = plotSvg(recordPlot(*test::samplePlot()), "p", {});
        QSvgRenderer renderer(svg.toUtf8());
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.viewBox(), QRect(0, 0, 480, 300));
    }
};

QTEST_MAIN(TestPlotSvg)
#include "tst_plot_svg.moc"
