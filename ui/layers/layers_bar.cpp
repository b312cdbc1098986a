// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/layers_bar.h"

#include "ui/support/icon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace latticeq::ui {

LayersBar::LayersBar(QMenu* columns, QWidget* parent)
    : QWidget(parent)
    , m_count(new QLabel(this))
    , m_note(new QLabel(this))
    , m_following(new QLabel(this))
    , m_follow(new QToolButton(this))
    , m_filter(new QLineEdit(this))
    , m_columns(new QPushButton(this))
{
    m_count->setObjectName(QStringLiteral("layerCount"));
    m_note->setObjectName(QStringLiteral("layersNote"));
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_following->setObjectName(QStringLiteral("followingText"));
    m_follow->setObjectName(QStringLiteral("followButton"));
    m_follow->setIcon(icon(QStringLiteral("follow")));
    m_follow->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_follow->setFocusPolicy(Qt::TabFocus);
    m_filter->setObjectName(QStringLiteral("layerFilter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 30);
    m_columns->setObjectName(QStringLiteral("columnsButton"));
    m_columns->setIcon(icon(QStringLiteral("columns")));
    m_columns->setMenu(columns);
    connect(m_follow, &QToolButton::clicked, this, &LayersBar::followAsked);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(12);
    layout->addWidget(m_count);
    layout->addWidget(m_note, 1);
    layout->addWidget(m_following);
    layout->addWidget(m_follow);
    layout->addWidget(m_filter);
    layout->addWidget(m_columns);
    retranslate();
}

void LayersBar::setState(const LayersBarState& state)
{
    if (state == m_state)
        return;
    m_state = state;
    retranslate();
}

QString LayersBar::countText() const
{
    if (m_state.shown != m_state.all)
        return tr("%1 of %n layers", nullptr, m_state.all).arg(m_state.shown);
    return m_state.all == 1 ? tr("1 layer") : tr("%n layers", nullptr, m_state.all);
}

QString LayersBar::noteText() const
{
    if (!m_state.hiddenCurrent.isEmpty())
        return tr("The current layer %1 is not among them.").arg(m_state.hiddenCurrent);
    return m_state.orderFixed ? tr("order fixed while running") : QString();
}

void LayersBar::retranslate()
{
    m_count->setText(countText());
    m_note->setText(noteText());
    m_note->setToolTip(noteText());
    m_following->setText(tr("Following the search (F)"));
    m_following->setVisible(m_state.running && m_state.following);
    m_follow->setText(tr("Follow again (F)"));
    m_follow->setToolTip(tr("Makes the layer that is being searched the current one, until you select another."));
    m_follow->setAccessibleName(tr("Follow the search again"));
    m_follow->setVisible(m_state.running && !m_state.following);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setToolTip(tr("Shows only layers whose name contains this text (Ctrl+F)."));
    m_filter->setAccessibleName(tr("Filter layers by name"));
    m_columns->setText(tr("Columns"));
    m_columns->setToolTip(tr("Chooses the columns of the table."));
    m_columns->setAccessibleName(tr("Columns of the table"));
}

} // namespace latticeq::ui
