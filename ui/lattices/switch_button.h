// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

namespace latticeq::ui {

/** A checkable button whose checked state is seen in light and dark alike: it is filled as a selected row is. */
class SwitchButton : public QToolButton
{
    Q_OBJECT
public:
    explicit SwitchButton(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace latticeq::ui
