// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/switch_button.h"

#include "ui/support/theme.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace latticeq::ui {

SwitchButton::SwitchButton(QWidget* parent)
    : QToolButton(parent)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
}

void SwitchButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const Theme& theme = Theme::of(palette());
    option.palette.setColor(QPalette::Button, isChecked() && isEnabled() ? theme.rowSelection : theme.window);
    // The style's own shade of a checked button would lie over the fill.
    option.state &= ~QStyle::State_On;
    option.state |= QStyle::State_Raised;
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

} // namespace latticeq::ui
