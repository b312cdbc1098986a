// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/html_report.h"

#include "tests/ui/report/sample_plot.h"
#include "tests/ui/sample_runs.h"
#include "ui/plots/plot_recording.h"

#include <QtTest>

using namespace latticeq::ui;

class TestHtmlReport : public QObject
{
    Q_OBJECT

private slots:
    void itHoldsResultsPlotsLayersAndCommand()
    {
        const RunDocumentPtr run = test::sampleRun("a", 7);
        const auto plot = test::samplePlot();
        const QString html = htmlReport(*run, { { "Errors", plot.get() } }, "latticeq quantize --bitsW 4");
        QCOMPARE(html.count("<svg"), 1);
        QCOMPARE(html.count("<tr>"), 1 + 7);
        QVERIFY(html.contains("<pre>latticeq quantize --bitsW 4</pre>"));
        for (const LayerState& layer : run->layers())
            QVERIFY(html.contains(u'>' + layer.name() + u'<'));
    }

    void plotsKeepTheirSize()
    {
        const auto plot = test::samplePlot();
        const QString html = htmlReport(*test::sampleRun("a"), { { "Errors", plot.get() } });
        QVERIFY(html.contains(QStringLiteral("width=\"%1\"").arg(recordPlot(*plot).size.width())));
        QVERIFY2(!html.contains("svg { display: block; width: 100%"), "small plots are not blown up");
    }

    void everyNameIsEscaped()
    {
        const RunDocumentPtr run = test::sampleRun("a");
        run->name = "<script>alert('x')</script> & \"more\"";
        const auto plot = test::samplePlot();
        const QString html = htmlReport(*run, { { "<b>plot</b>", plot.get() } }, "latticeq --out '<dir>'");
        QVERIFY(!html.contains("<script") && !html.contains("<b>plot") && !html.contains("<dir>"));
        QVERIFY(html.contains("&lt;script&gt;alert('x')&lt;/script&gt; &amp; &quot;more&quot;"));
    }

    void itNeedsNothingElse()
    {
        const auto plot = test::samplePlot();
        QString html = htmlReport(*test::sampleRun("a"), { { "Errors", plot.get() } });
        html.remove("http://www.w3.org/2000/svg");
        for (const char* foreign : { "http:", "https:", "<script", "<link", "@import", "src=" })
            QVERIFY2(!html.contains(QLatin1String(foreign)), foreign);
    }

    void itFollowsTheReadersThemeAndPaper()
    {
        const QString html = htmlReport(*test::sampleRun("a"), {});
        QVERIFY(html.contains("prefers-color-scheme: dark") && html.contains("@media print"));
        QVERIFY(html.contains(Theme::light().base.name()) && html.contains(Theme::darkTheme().base.name()));
        QVERIFY(!html.contains("<svg"));
    }
};

QTEST_MAIN(TestHtmlReport)
#include "tst_html_report.moc"
