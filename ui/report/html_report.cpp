// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/html_report.h"

#include "ui/plots/plot_svg.h"
#include "ui/plots/theme_colors.h"
#include "ui/report/report_content.h"
#include "ui/report/report_text.h"

#include <QLocale>

namespace latticeq::ui {

namespace {

constexpr auto kStyle = R"(
body { margin: 0 auto; max-width: 80rem; padding: 1.5rem; background: var(--window); color: var(--text);
    font: 1rem/1.45 system-ui, sans-serif; }
h1 { margin: 0; font-size: 1.6rem; } h2 { margin: 2rem 0 .6rem; font-size: 1.15rem; }
.quiet, figcaption, dt, .results small, dd small { color: var(--secondary); }
.results { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: .75rem; margin: 0; }
.results div, figure, pre, .scroll { background: var(--base); border: 1px solid var(--border); border-radius: 4px; }
.results div { padding: .6rem .8rem; } dt { font-size: .85rem; } dd { margin: 0; }
.results dd { font-size: 1.35rem; font-weight: 600; } small { display: block; font-size: .8rem; font-weight: 400; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: .6rem 1.5rem; margin: 0; }
.plots { display: flex; flex-wrap: wrap; align-items: flex-start; gap: .75rem; }
figure { margin: 0; padding: .6rem; max-width: 100%; box-sizing: border-box; break-inside: avoid; }
figcaption { font-size: .85rem; padding-bottom: .4rem; }
svg { display: block; max-width: 100%; height: auto; }
svg text { font-family: system-ui, sans-serif; white-space: pre; }
.scroll, pre { overflow-x: auto; } pre { padding: .6rem .8rem; font-size: .85rem; white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; font-size: .8rem; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .3rem; text-align: right; white-space: nowrap; border-top: 1px solid var(--grid); }
th { vertical-align: bottom; white-space: normal; font-weight: 600; border-top: 0; }
.name { text-align: left; position: sticky; left: 0; background: var(--base); }
@media print { @page { size: A4; margin: 14mm; }
    body { padding: 0; max-width: none; background: none; font-size: 10pt; }
    .scroll, pre { overflow: visible; } table { font-size: 6.5pt; } th, td { padding: .1rem .2rem; }
    tr { break-inside: avoid; } h2 { break-after: avoid; } }
)";

QString variables(const Theme& theme)
{
    QString text;
    for (const auto& [name, color] : themeColors(theme))
        text += QStringLiteral("--%1: %2; ").arg(name, color.name());
    return text;
}

QString styleSheet()
{
    return QStringLiteral(":root { color-scheme: light dark; %1}\n"
                          "@media screen and (prefers-color-scheme: dark) { :root { %2} }")
               .arg(variables(Theme::light()), variables(Theme::darkTheme()))
        + QLatin1String(kStyle);
}

QString element(const char* tag, const QString& text)
{
    return QStringLiteral("<%1>%2</%1>\n").arg(QLatin1String(tag), text.toHtmlEscaped());
}

QString facts(const char* kind, const QList<ReportFact>& all)
{
    QString html = QStringLiteral("<dl class=\"%1\">\n").arg(QLatin1String(kind));
    for (const ReportFact& fact : all) {
        const QString note
            = fact.note.isEmpty() ? QString() : QStringLiteral("<small>%1</small>").arg(fact.note.toHtmlEscaped());
        html += QStringLiteral("<div><dt>%1</dt><dd>%2%3</dd></div>\n")
                    .arg(fact.label.toHtmlEscaped(), fact.value.toHtmlEscaped(), note);
    }
    return html + QStringLiteral("</dl>\n");
}

QString figures(const QList<NamedPlot>& plots)
{
    QString html = QStringLiteral("<div class=\"plots\">\n");
    for (int i = 0; i < plots.size(); ++i) {
        html += QStringLiteral("<figure><figcaption>%1</figcaption>\n").arg(plots[i].name.toHtmlEscaped())
            + plotSvg(recordPlot(*plots[i].plot), QStringLiteral("plot%1").arg(i), plots[i].name)
            + QStringLiteral("</figure>\n");
    }
    return html + QStringLiteral("</div>\n");
}

QString tableRow(const char* tag, const QStringList& cells)
{
    QString html = QStringLiteral("<tr>");
    for (int i = 0; i < cells.size(); ++i) {
        html += QStringLiteral("<%1%2>%3</%1>")
                    .arg(QLatin1String(tag), i == 1 ? QStringLiteral(" class=\"name\"") : QString(),
                        cells[i].toHtmlEscaped());
    }
    return html + QStringLiteral("</tr>\n");
}

QString table(const ReportTable& layers)
{
    QString html = QStringLiteral("<div class=\"scroll\"><table>\n<thead>") + tableRow("th", layers.header)
        + QStringLiteral("</thead>\n<tbody>\n");
    for (const QStringList& row : layers.rows)
        html += tableRow("td", row);
    return html + QStringLiteral("</tbody></table></div>\n");
}

QString body(const ReportContent& content, const QList<NamedPlot>& plots)
{
    QString html = element("h1", content.title)
        + QStringLiteral("<p class=\"quiet\">%1</p>\n").arg(content.subtitle.toHtmlEscaped())
        + element("h2", ReportText::tr("Results")) + facts("results", content.results);
    if (!plots.isEmpty())
        html += element("h2", ReportText::tr("Plots")) + figures(plots);
    html += element("h2", ReportText::tr("Layers")) + table(content.layers) + element("h2", ReportText::tr("Settings"))
        + facts("facts", content.settings) + element("h2", ReportText::tr("Method"));
    for (const QString& paragraph : content.method)
        html += element("p", paragraph);
    html += element("h2", ReportText::tr("Origin")) + facts("facts", content.origin);
    if (!content.command.isEmpty())
        html += element("h2", ReportText::tr("The same run from the command line"))
            + QStringLiteral("<pre>%1</pre>\n").arg(content.command.toHtmlEscaped());
    return html;
}

} // namespace

QString htmlReport(const RunDocument& run, const QList<NamedPlot>& plots, const QString& command)
{
    const ReportContent content = reportContent(run, command);
    return QStringLiteral("<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                          "<title>%2</title>\n<style>%3</style>\n</head>\n<body>\n%4</body>\n</html>\n")
        .arg(QLocale().bcp47Name(), content.title.toHtmlEscaped(), styleSheet(), body(content, plots));
}

} // namespace latticeq::ui
