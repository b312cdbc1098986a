// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/path_field.h"

#include "ui/support/icon.h"

#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QToolButton>

namespace latticeq::ui {

PathField::PathField(Kind kind, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_line(new QLineEdit(this))
    , m_button(new QToolButton(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_line, 1);
    row->addWidget(m_button);
    m_line->setObjectName(QStringLiteral("path"));
    m_button->setObjectName(QStringLiteral("browse"));
    m_button->setIcon(icon(QStringLiteral("open")));
    m_button->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_line);
    connect(m_line, &QLineEdit::textEdited, this, &PathField::pathEdited);
    connect(m_button, &QToolButton::clicked, this, &PathField::browse);
    retranslate();
}

void PathField::setPath(const QString& path)
{
    if (m_line->text() != path)
        m_line->setText(path);
}

void PathField::setBrowser(const QString& title, const QString& filter)
{
    m_title = title;
    m_filter = filter;
    m_button->setAccessibleName(title);
}

void PathField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PathField::browse()
{
    const QString chosen = m_kind == Kind::File ? QFileDialog::getOpenFileName(this, m_title, path(), m_filter)
                                                : QFileDialog::getExistingDirectory(this, m_title, path());
    if (chosen.isEmpty())
        return;
    setPath(chosen);
    emit pathEdited(chosen);
}

void PathField::retranslate()
{
    m_button->setText(tr("…", "browse"));
    m_button->setToolTip(m_kind == Kind::File ? tr("Chooses a file.") : tr("Chooses a folder."));
}

} // namespace latticeq::ui
