// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace latticeq::ui {

class NoticeBar;

/** The middle of the window: a row of tabs, the notice below it, and one page at a time. */
class Stage : public QWidget
{
    Q_OBJECT
public:
    explicit Stage(QWidget* parent = nullptr);

    int addPage(QWidget* page, const QString& title);
    void setTitle(int page, const QString& title);
    void setCurrent(int page);
    int current() const;
    int pages() const;
    QWidget* page(int index) const;
    NoticeBar& notice() { return *m_notice; }

signals:
    void currentChanged(int page);

private:
    QTabBar* m_tabs;
    NoticeBar* m_notice;
    QStackedWidget* m_pages;
};

} // namespace latticeq::ui
