// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace latticeq::ui {

/** All keys of the program on one page (F1). */
class ShortcutSheet : public QDialog
{
    Q_OBJECT
public:
    explicit ShortcutSheet(QWidget* parent = nullptr);
};

} // namespace latticeq::ui
