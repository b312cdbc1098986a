// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

class QWidget;

namespace latticeq::ui {

/** Puts the keyboard into an area of the window: its own choice, else its list, else its first control. */
void focusInto(QWidget& area, Qt::FocusReason reason);

} // namespace latticeq::ui
