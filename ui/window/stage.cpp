// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/stage.h"

#include "ui/window/focus_into.h"
#include "ui/window/notice_bar.h"

#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace latticeq::ui {

namespace {

constexpr int kTabHeight = 32;

} // namespace

Stage::Stage(QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_notice(new NoticeBar(this))
    , m_pages(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("stage"));
    m_tabs->setObjectName(QStringLiteral("stageTabs"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setMinimumHeight(kTabHeight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_notice);
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &Stage::currentChanged);
}

int Stage::addPage(QWidget* page, const QString& title)
{
    m_pages->addWidget(page);
    return m_tabs->addTab(title);
}

void Stage::setTitle(int page, const QString& title)
{
    m_tabs->setTabText(page, title);
}

void Stage::setCurrent(int page)
{
    m_tabs->setCurrentIndex(page);
    focusInto(*m_pages->widget(page), Qt::ShortcutFocusReason);
}

int Stage::current() const
{
    return m_tabs->currentIndex();
}

int Stage::pages() const
{
    return m_pages->count();
}

QWidget* Stage::page(int index) const
{
    return m_pages->widget(index);
}

} // namespace latticeq::ui
