// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDoubleSpinBox>

namespace latticeq::ui {

/**
 * A spin box of whole numbers, or of fractions without trailing zeros where it has decimals. Undo and redo are left to
 * the window, which undoes whole settings.
 */
class NumberBox : public QDoubleSpinBox
{
    Q_OBJECT
public:
    explicit NumberBox(QWidget* parent = nullptr);

    QString textFromValue(double value) const override;
    bool event(QEvent* event) override;
};

/** Keeps the wheel from changing a spin box or combo box that does not have the focus; the form scrolls instead. */
void guardFromWheel(QWidget& control);

} // namespace latticeq::ui
