// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/focus_into.h"

#include <QAbstractItemView>
#include <QWidget>

namespace latticeq::ui {

void focusInto(QWidget& area, Qt::FocusReason reason)
{
    if (area.focusProxy() || area.focusPolicy() != Qt::NoFocus) {
        area.setFocus(reason);
        return;
    }
    for (QAbstractItemView* list : area.findChildren<QAbstractItemView*>()) {
        if (list->isVisible()) {
            list->setFocus(reason);
            return;
        }
    }
    for (QWidget* next = area.nextInFocusChain(); next != &area; next = next->nextInFocusChain()) {
        if (area.isAncestorOf(next) && next->isVisible() && next->isEnabled() && (next->focusPolicy() & Qt::TabFocus)) {
            next->setFocus(reason);
            return;
        }
    }
    area.setFocus(reason); // it shows nothing but text
}

} // namespace latticeq::ui
