// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/words_area.h"

#include <QLabel>
#include <QResizeEvent>

#include <algorithm>

namespace latticeq::ui {

namespace {

constexpr int kMostLines = 6; // the rest is scrolled

} // namespace

WordsArea::WordsArea(QWidget* parent)
    : QScrollArea(parent)
    , m_label(new QLabel(this))
{
    m_label->setObjectName(QStringLiteral("words"));
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setWidget(m_label);
    hide();
}

void WordsArea::setText(const QString& text, const QFont& font)
{
    m_label->setText(text);
    m_label->setFont(font);
    setHidden(text.isEmpty());
    updateGeometry();
}

QString WordsArea::text() const
{
    return m_label->text();
}

QSize WordsArea::sizeHint() const
{
    const int most = kMostLines * m_label->fontMetrics().lineSpacing();
    return { 0, std::clamp(m_label->heightForWidth(width()), 0, most) };
}

QSize WordsArea::minimumSizeHint() const
{
    return sizeHint();
}

void WordsArea::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        updateGeometry();
}

} // namespace latticeq::ui
