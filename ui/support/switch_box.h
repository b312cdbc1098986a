// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>

namespace latticeq::ui {

/** A check box whose outline can be seen in the dark theme too, where Fusion draws it darker than the window. */
class SwitchBox : public QCheckBox
{
    Q_OBJECT
public:
    using QCheckBox::QCheckBox;

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace latticeq::ui
