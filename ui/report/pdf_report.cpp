// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/pdf_report.h"

#include "ui/report/plot_text_object.h"
#include "ui/report/report_content.h"
#include "ui/report/report_text.h"
#include "ui/support/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace latticeq::ui {

namespace {

constexpr double kMargin = 16; // of the page, millimetres
constexpr double kFooter = 8; // below the text, millimetres
constexpr int kDotsPerInch = 600;
constexpr double kParagraphSpace = 4; // points

QString escaped(const QString& text)
{
    return text.toHtmlEscaped();
}

QString facts(const QList<ReportFact>& all)
{
    QString html = QStringLiteral("<table width=\"100%\" cellpadding=\"2\" cellspacing=\"0\">");
    for (const ReportFact& fact : all) {
        html += QStringLiteral("<tr><td width=\"30%\" class=\"quiet\">%1</td><td width=\"70%\"><b>%2</b> "
                               "<span class=\"quiet\">&nbsp;%3</span></td></tr>")
                    .arg(escaped(fact.label), escaped(fact.value), escaped(fact.note));
    }
    return html + QStringLiteral("</table>");
}

QString tableRow(const char* tag, const QStringList& cells, const QList<int>& shown)
{
    QString html = QStringLiteral("<tr>");
    for (const int column : shown) {
        const auto side = column == 1 ? QLatin1String("left") : QLatin1String("right");
        html += QStringLiteral("<%1 align=\"%2\">%3</%1>").arg(QLatin1String(tag), side, escaped(cells[column]));
    }
    return html + QStringLiteral("</tr>");
}

QString table(const ReportTable& layers)
{
    QString html = QStringLiteral("<table class=\"layers\" width=\"100%\" cellpadding=\"2\" cellspacing=\"0\"><thead>")
        + tableRow("th", layers.header, layers.narrow) + QStringLiteral("</thead>");
    for (const QStringList& row : layers.rows)
        html += tableRow("td", row, layers.narrow);
    return html + QStringLiteral("</table>");
}

QString styleSheet()
{
    const Theme& theme = Theme::light();
    return QStringLiteral("body { color: %1; } .quiet { color: %2; font-size: 8pt; } .layers { font-size: 7pt; } "
                          ".layers td { white-space: nowrap; } .code { font-size: 8pt; font-family: monospace; }")
        .arg(theme.text.name(), theme.secondary.name());
}

/** The document scales margins from the screen's 96 dots per inch to the page's by itself. */
double margin(double points)
{
    return points / 72 * 96;
}

/** A new paragraph `space` points below what stands there; the cursor in it. */
QTextCursor newParagraph(QTextDocument& document, double space)
{
    QTextBlockFormat format;
    format.setTopMargin(margin(space));
    QTextCursor cursor(&document);
    cursor.movePosition(QTextCursor::End);
    if (document.isEmpty())
        cursor.setBlockFormat(format);
    else
        cursor.insertBlock(format, QTextCharFormat());
    return cursor;
}

void addHeading(QTextDocument& document, const QString& text, double points = 12)
{
    QTextCharFormat format;
    format.setFontPointSize(points);
    format.setFontWeight(QFont::DemiBold);
    newParagraph(document, points).insertText(text, format);
}

void addParagraph(QTextDocument& document, const QString& text, const char* style = "")
{
    newParagraph(document, kParagraphSpace)
        .insertHtml(QStringLiteral("<span class=\"%1\">%2</span>").arg(QLatin1String(style), escaped(text)));
}

void addTable(QTextDocument& document, const QString& html)
{
    newParagraph(document, kParagraphSpace).insertHtml(html);
}

void addPlots(QTextDocument& document, const QList<NamedPlot>& plots)
{
    addHeading(document, ReportText::tr("Plots"));
    auto* object = new PlotTextObject(document);
    for (const NamedPlot& plot : plots) {
        QTextCursor cursor = newParagraph(document, kParagraphSpace);
        object->insert(cursor, recordPlot(*plot.plot), plot.name);
    }
}

void fill(QTextDocument& document, const ReportContent& content, const QList<NamedPlot>& plots)
{
    addHeading(document, content.title, 18);
    addParagraph(document, content.subtitle, "quiet");
    addHeading(document, ReportText::tr("Results"));
    addTable(document, facts(content.results));
    if (!plots.isEmpty())
        addPlots(document, plots);
    addHeading(document, ReportText::tr("Layers"));
    addTable(document, table(content.layers));
    addHeading(document, ReportText::tr("Settings"));
    addTable(document, facts(content.settings));
    addHeading(document, ReportText::tr("Method"));
    for (const QString& paragraph : content.method)
        addParagraph(document, paragraph);
    addHeading(document, ReportText::tr("Origin"));
    addTable(document, facts(content.origin));
    if (content.command.isEmpty())
        return;
    addHeading(document, ReportText::tr("The same run from the command line"));
    addParagraph(document, content.command, "code");
}

void paintPage(QPainter& painter, QTextDocument& document, int page, const QFont& font)
{
    const QSizeF size = document.pageSize();
    painter.save();
    painter.translate(0, -page * size.height());
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = QRectF(QPointF(0, page * size.height()), size);
    context.palette = Theme::light().palette();
    painter.setClipRect(context.clip);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
    painter.setFont(font);
    painter.setPen(Theme::light().secondary);
    const QRectF footer(0, size.height(), size.width(), kFooter / 25.4 * kDotsPerInch);
    painter.drawText(footer, Qt::AlignRight | Qt::AlignBottom,
        ReportText::tr("Page %1 of %2").arg(page + 1).arg(document.pageCount()));
    painter.drawText(footer, Qt::AlignLeft | Qt::AlignBottom, document.metaInformation(QTextDocument::DocumentTitle));
}

void prepare(QPdfWriter& writer, const QString& title)
{
    writer.setResolution(kDotsPerInch);
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("LatticeQ Explorer"));
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4), QPageLayout::Portrait,
        QMarginsF(kMargin, kMargin, kMargin, kMargin - kFooter / 2), QPageLayout::Millimeter));
}

} // namespace

QByteArray pdfReport(const RunDocument& run, const QList<NamedPlot>& plots, const QString& command)
{
    const ReportContent content = reportContent(run, command);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    prepare(writer, content.title);
    QTextDocument document;
    document.documentLayout()->setPaintDevice(&writer);
    document.setDocumentMargin(0);
    document.setDefaultStyleSheet(styleSheet());
    document.setMetaInformation(QTextDocument::DocumentTitle, content.title);
    QFont font = QApplication::font();
    font.setPointSizeF(9);
    document.setDefaultFont(font);
    document.setPageSize(QSizeF(writer.width(), writer.height() - kFooter / 25.4 * kDotsPerInch));
    fill(document, content, plots);
    font.setPointSizeF(8);
    QPainter painter(&writer);
    for (int page = 0; page < document.pageCount(); ++page) {
        if (page > 0)
            writer.newPage();
        paintPage(painter, document, page, font);
    }
    painter.end();
    return bytes;
}

} // namespace latticeq::ui
