// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/plot_text_object.h"

#include "ui/support/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace latticeq::ui {

namespace {

constexpr int kObjectType = QTextFormat::UserObject + 1;
constexpr int kIndex = QTextFormat::UserProperty + 1;
constexpr double kLargestShareOfPage = 0.45;
constexpr double kPlotDotsPerInch = 96 / 0.85; // what makes a plot's texts as large as the document's

} // namespace

PlotTextObject::PlotTextObject(QTextDocument& document)
    : QObject(&document)
{
    document.documentLayout()->registerHandler(kObjectType, this);
}

void PlotTextObject::insert(QTextCursor& cursor, const PlotRecording& recording, const QString& title)
{
    QTextCharFormat format;
    format.setObjectType(kObjectType);
    format.setProperty(kIndex, static_cast<int>(m_plots.size()));
    m_plots.push_back({ recording, title });
    cursor.insertText(QString(QChar::ObjectReplacementCharacter), format);
}

const PlotTextObject::TitledPlot& PlotTextObject::plotOf(const QTextFormat& format) const
{
    return m_plots.at(static_cast<size_t>(format.intProperty(kIndex)));
}

double PlotTextObject::titleHeight(const QTextDocument& document)
{
    const QPaintDevice* device = document.documentLayout()->paintDevice();
    return 1.5 * QFontMetricsF(document.defaultFont(), device).height();
}

QSizeF PlotTextObject::sizeIn(const QTextDocument& document, const PlotRecording& recording)
{
    const QSizeF size = recording.size;
    const QSizeF page = document.pageSize();
    const double title = titleHeight(document);
    const double natural = document.documentLayout()->paintDevice()->logicalDpiX() / kPlotDotsPerInch;
    const double scale = std::min(
        { natural, page.width() / size.width(), (kLargestShareOfPage * page.height() - title) / size.height() });
    return size * scale + QSizeF(0, title);
}

QSizeF PlotTextObject::intrinsicSize(QTextDocument* document, int, const QTextFormat& format)
{
    return sizeIn(*document, plotOf(format).recording);
}

void PlotTextObject::drawObject(
    QPainter* painter, const QRectF& rect, QTextDocument* document, int, const QTextFormat& format)
{
    const TitledPlot& plot = plotOf(format);
    const double title = titleHeight(*document);
    painter->save();
    painter->setFont(document->defaultFont());
    painter->setPen(Theme::light().secondary);
    painter->drawText(
        QRectF(rect.topLeft(), QSizeF(rect.width(), title)), Qt::AlignLeft | Qt::AlignVCenter, plot.title);
    painter->restore();
    paintRecording(*painter, rect.adjusted(0, title, 0, 0), plot.recording);
}

} // namespace latticeq::ui
