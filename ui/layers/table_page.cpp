// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/table_page.h"

#include "ui/layers/copy_rows.h"
#include "ui/layers/table_message.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QTableView>

namespace latticeq::ui {

TablePage::TablePage(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_table(new QTableView(this))
    , m_message(makeTableMessage(*m_table))
    , m_copy(addCopyAction(*m_table))
{
    m_table->setObjectName(name + QStringLiteral("Table"));
    m_message->setObjectName(name + QStringLiteral("Message"));
    styleTable(*m_table);
    setFocusProxy(m_table);
}

void TablePage::retranslate()
{
    m_copy->setText(tr("Copy rows"));
    m_copy->setToolTip(tr("Copies the selected rows as text with tabs between the columns."));
}

void TablePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
    if (event->type() == QEvent::FontChange) {
        styleTable(*m_table);
        setDefaultWidths();
    }
}

} // namespace latticeq::ui
