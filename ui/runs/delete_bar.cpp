// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/delete_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

namespace latticeq::ui {

DeleteBar::DeleteBar(QWidget* parent)
    : QWidget(parent)
    , m_question(new QLabel(this))
    , m_deleteFiles(new QPushButton(this))
    , m_removeFromList(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    setObjectName(QStringLiteral("deleteBar"));
    m_deleteFiles->setObjectName(QStringLiteral("deleteWithFiles"));
    m_removeFromList->setObjectName(QStringLiteral("removeFromList"));
    m_cancel->setObjectName(QStringLiteral("cancelDelete"));
    m_question->setTextFormat(Qt::PlainText);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(m_question, 1);
    for (QPushButton* button : { m_deleteFiles, m_removeFromList, m_cancel })
        layout->addWidget(button);
    connect(m_deleteFiles, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_removeFromList, &QPushButton::clicked, this, [this] { answer(false); });
    connect(m_cancel, &QPushButton::clicked, this, &DeleteBar::finish);
    retranslate();
    hide();
}

void DeleteBar::ask(const QStringList& ids, const QString& name, bool filesCanGo)
{
    m_ids = ids;
    m_name = name;
    m_filesCanGo = filesCanGo;
    retranslate();
    show();
    m_cancel->setFocus();
}

void DeleteBar::answer(bool withFiles)
{
    const QStringList ids = m_ids;
    finish();
    emit answered(ids, withFiles);
}

void DeleteBar::finish()
{
    m_ids.clear();
    hide();
    emit closed();
}

void DeleteBar::retranslate()
{
    const auto count = static_cast<int>(m_ids.size());
    m_question->setText(count == 1 ? tr("Delete “%1”?").arg(m_name) : tr("Delete %n runs?", nullptr, count));
    m_deleteFiles->setText(tr("Delete %n runs and their files", nullptr, count));
    if (count == 1)
        m_deleteFiles->setText(tr("Delete run and its files"));
    m_deleteFiles->setEnabled(m_filesCanGo);
    m_deleteFiles->setToolTip(m_filesCanGo
            ? tr("Deletes what the program wrote into the run folder; other files in it stay. This cannot be undone.")
            : tr("The folder is gone, or another window is still writing to it."));
    m_removeFromList->setText(tr("Remove from list"));
    m_removeFromList->setToolTip(tr("Forgets name, note and pin; the run folder stays and can be opened again."));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Keeps everything (Esc)"));
    for (QPushButton* button : { m_deleteFiles, m_removeFromList, m_cancel })
        button->setAccessibleName(button->text());
}

void DeleteBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DeleteBar::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        finish();
    else
        QWidget::keyPressEvent(event);
}

} // namespace latticeq::ui
