// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notice_bar.h"

#include "ui/support/icon.h"
#include "ui/support/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace latticeq::ui {

namespace {

constexpr int kIconSize = 16;

QString iconName(NoticeBar::Kind kind)
{
    switch (kind) {
    case NoticeBar::Kind::Error: return QStringLiteral("error");
    case NoticeBar::Kind::Warning: return QStringLiteral("warning");
    default: return QStringLiteral("info");
    }
}

const QColor& kindColor(NoticeBar::Kind kind, const Theme& theme)
{
    switch (kind) {
    case NoticeBar::Kind::Error: return theme.error;
    case NoticeBar::Kind::Warning: return theme.warning;
    case NoticeBar::Kind::Good: return theme.good;
    default: return theme.accent;
    }
}

} // namespace

NoticeBar::NoticeBar(QWidget* parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_label(new QLabel(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("noticeBar"));
    setMinimumHeight(32);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::RichText);
    m_label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_label->setObjectName(QStringLiteral("notice"));
    m_close->setText(QStringLiteral("✕"));
    m_close->setAutoRaise(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 4, 4);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_label, 1);
    row->addWidget(m_close);
    connect(m_label, &QLabel::linkActivated, this, &NoticeBar::follow);
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::clear);
    retranslate();
    hide();
}

void NoticeBar::retranslate()
{
    m_close->setToolTip(tr("Close this message"));
    m_close->setAccessibleName(m_close->toolTip());
}

void NoticeBar::show(Kind kind, const QString& sentence, const QList<NoticeAction>& actions)
{
    m_kind = kind;
    m_sentence = sentence;
    m_actions = actions;
    m_sayAgain = nullptr;
    render();
    setVisible(true);
}

void NoticeBar::clear()
{
    m_sentence.clear();
    m_actions.clear();
    m_sayAgain = nullptr;
    hide();
}

bool NoticeBar::trigger(const QString& actionText)
{
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        if (m_actions[i].text == actionText) {
            follow(QString::number(i));
            return true;
        }
    }
    return false;
}

void NoticeBar::follow(const QString& link)
{
    const auto act = m_actions.value(link.toInt()).act;
    const QString before = m_sentence;
    if (act)
        act();
    if (m_sentence == before)
        clear();
}

void NoticeBar::render()
{
    const Theme& theme = Theme::of(palette());
    QString html = m_sentence.toHtmlEscaped();
    for (qsizetype i = 0; i < m_actions.size(); ++i) {
        html += QStringLiteral("&nbsp;· <a href=\"%1\" style=\"color:%2; font-weight:600\">%3</a>")
                    .arg(i)
                    .arg(theme.accent.name(), QString(m_actions[i].text).replace(u' ', QChar::Nbsp).toHtmlEscaped());
    }
    m_label->setText(html);
    m_label->setAccessibleName(m_sentence);
    m_icon->setPixmap(icon(iconName(m_kind), kindColor(m_kind, theme)).pixmap(kIconSize, kIconSize));
}

void NoticeBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange && isVisible())
        render();
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        if (const auto sayAgain = m_sayAgain)
            sayAgain();
    }
    QWidget::changeEvent(event);
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::of(palette());
    const QColor& color = kindColor(m_kind, theme);
    QPainter painter(this);
    painter.fillRect(rect(), blend(theme.window, color, 0.10));
    painter.fillRect(QRect(0, 0, 4, height()), color);
}

} // namespace latticeq::ui
