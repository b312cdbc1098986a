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
#include <QTextLayout>

#include <algorithm>

namespace latticeq::ui {

namespace {

constexpr double kMargin = 16; // of the page, millimetres
constexpr double kFooter = 8; // below the text, millimetres
constexpr int kDotsPerInch = 600;
constexpr double kParagraphSpace = 4; // points
constexpr double kBelowHeading = 72; // points that must be left on a heading's page, for what it heads

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

/** A title in lines no longer than its longest word, escaped: a column is to be as wide as its figures. */
QString inLines(const QString& title)
{
    const QStringList words = title.split(u' ');
    qsizetype longest = 0;
    for (const QString& word : words)
        longest = std::max(longest, word.size());
    QStringList lines;
    for (const QString& word : words) {
        if (!lines.isEmpty() && lines.last().size() + 1 + word.size() <= longest)
            lines.last() += u' ' + word;
        else
            lines << word;
    }
    return escaped(lines.join(u'\n')).replace(u'\n', QLatin1String("<br>"));
}

QString tableRow(const char* tag, const QStringList& cells, const QList<int>& shown)
{
    QString html = QStringLiteral("<tr>");
    for (const int column : shown) {
        const auto side = column == 1 ? QLatin1String("left") : QLatin1String("right");
        html += QStringLiteral("<%1 align=\"%2\">%3</%1>").arg(QLatin1String(tag), side, cells[column]);
    }
    return html + QStringLiteral("</tr>");
}

template <typename Text> QStringList each(const QStringList& cells, Text text)
{
    QStringList texts;
    std::transform(cells.begin(), cells.end(), std::back_inserter(texts), text);
    return texts;
}

QString table(const ReportTable& layers)
{
    QString html = QStringLiteral("<table class=\"layers\" width=\"100%\" cellpadding=\"2\" cellspacing=\"0\"><thead>")
        + tableRow("th", each(layers.header, inLines), layers.narrow) + QStringLiteral("</thead>");
    for (const QStringList& row : layers.rows)
        html += tableRow("td", each(row, escaped), layers.narrow);
    return html + QStringLiteral("</table>");
}

QString styleSheet()
{
    const Theme& theme = Theme::light();
    return QStringLiteral(
        "body { color: %1; } .quiet { color: %2; font-size: 8pt; } .layers { font-size: 7pt; } "
        ".layers td, .layers th { white-space: nowrap; } .code { font-size: 8pt; font-family: monospace; }")
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
    QTextCursor cursor = newParagraph(document, points);
    cursor.insertText(text, format);
    QTextBlockFormat heading;
    heading.setHeadingLevel(points > 12 ? 1 : 2);
    cursor.mergeBlockFormat(heading);
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
    const double gap = kParagraphSpace / 72 * kDotsPerInch;
    double used = document.pageSize().width(); // of the line
    QTextCursor cursor;
    for (const NamedPlot& plot : plots) {
        const PlotRecording recording = recordPlot(*plot.plot);
        const double width = PlotTextObject::sizeIn(document, recording).width() + gap;
        // A paragraph for each line: one that wraps is as high everywhere as its highest plot.
        if (used + width > document.pageSize().width()) {
            cursor = newParagraph(document, kParagraphSpace);
            used = 0;
        }
        used += width;
        object->insert(cursor, recording, plot.name);
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

/** A heading whose matter begins on the next page goes there too. */
void keepHeadings(QTextDocument& document)
{
    const QAbstractTextDocumentLayout& layout = *document.documentLayout();
    const double height = document.pageSize().height();
    const double needed = kBelowHeading / 72 * kDotsPerInch;
    const auto pageAt = [&](double y) { return static_cast<int>(y / height); };
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || !block.next().isValid())
            continue;
        const QRectF heading = layout.blockBoundingRect(block);
        const double next = layout.blockBoundingRect(block.next()).top();
        if (pageAt(heading.top()) == pageAt(next) && pageAt(heading.top()) == pageAt(heading.bottom() + needed))
            continue;
        QTextBlockFormat format;
        format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
        QTextCursor(block).mergeBlockFormat(format);
    }
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
    keepHeadings(document);
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
