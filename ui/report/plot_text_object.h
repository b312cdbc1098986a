// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_recording.h"

#include <QObject>
#include <QTextObjectInterface>

class QTextCursor;
class QTextDocument;

namespace latticeq::ui {

/** Plots between the words of a text document, drawn as vectors: their texts as large as the document's unless they
 * would be wider than its page or, with their title, higher than 45 % of it. */
class PlotTextObject : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    explicit PlotTextObject(QTextDocument& document);

    /** `title` stands above the plot, on the same page. */
    void insert(QTextCursor& cursor, const PlotRecording& recording, const QString& title);

    /** The size that a plot takes in the document, its title included. */
    static QSizeF sizeIn(const QTextDocument& document, const PlotRecording& recording);

    QSizeF intrinsicSize(QTextDocument* document, int position, const QTextFormat& format) override;
    void drawObject(QPainter* painter, const QRectF& rect, QTextDocument* document, int position,
        const QTextFormat& format) override;

private:
    struct TitledPlot
    {
        PlotRecording recording;
        QString title;
    };

    const TitledPlot& plotOf(const QTextFormat& format) const;
    /** Height of the line for the title, in the document's pixels. */
    static double titleHeight(const QTextDocument& document);

    std::vector<TitledPlot> m_plots;
};

} // namespace latticeq::ui
