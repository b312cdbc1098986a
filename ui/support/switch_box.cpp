// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/switch_box.h"

#include "ui/support/theme.h"

#include <QPainter>
#include <QStyleOptionButton>

namespace latticeq::ui {

void SwitchBox::paintEvent(QPaintEvent* event)
{
    QCheckBox::paintEvent(event);
    const Theme& theme = Theme::of(palette());
    if (hasFocus())
        return; // the style's focus outline stands there
    QStyleOptionButton option;
    initStyleOption(&option);
    const QRect box = style()->subElementRect(QStyle::SE_CheckBoxIndicator, &option, this);
    QPainter painter(this);
    painter.setPen(isEnabled() ? theme.axis : theme.border);
    painter.drawRect(box.adjusted(0, 0, -1, -1));
}

} // namespace latticeq::ui
