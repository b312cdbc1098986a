// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/column_menu.h"

#include "ui/layers/layer_column.h"

#include <QHeaderView>

namespace latticeq::ui {

ColumnMenu::ColumnMenu(QHeaderView& header, QWidget* parent)
    : QMenu(parent)
    , m_header(header)
{
    setObjectName(QStringLiteral("columnMenu"));
    setToolTipsVisible(true);
    for (int column = 0; column < kLayerColumns; ++column) {
        QAction* action = addAction(QString());
        action->setCheckable(true);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_header.setSectionHidden(column, !shown);
            refresh();
        });
    }
    connect(this, &QMenu::aboutToShow, this, &ColumnMenu::refresh);
    retranslate();
    refresh();
}

void ColumnMenu::retranslate()
{
    for (int column = 0; column < kLayerColumns; ++column) {
        actions().at(column)->setText(columnTitle(static_cast<LayerColumn>(column)));
        actions().at(column)->setToolTip(columnExplanation(static_cast<LayerColumn>(column)));
    }
}

void ColumnMenu::refresh()
{
    const int shown = m_header.count() - m_header.hiddenSectionCount();
    for (int column = 0; column < kLayerColumns; ++column) {
        QAction* action = actions().at(column);
        action->setChecked(!m_header.isSectionHidden(column));
        action->setEnabled(!action->isChecked() || shown > 1);
    }
}

} // namespace latticeq::ui
