// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/number_box.h"

#include <QKeyEvent>

namespace latticeq::ui {

namespace {

class WheelGuard : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

} // namespace

NumberBox::NumberBox(QWidget* parent)
    : QDoubleSpinBox(parent)
{
    setDecimals(0);
    setGroupSeparatorShown(true);
}

QString NumberBox::textFromValue(double value) const
{
    if (decimals() == 0)
        return QDoubleSpinBox::textFromValue(value);
    return locale().toString(value, 'f', QLocale::FloatingPointShortest);
}

bool NumberBox::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo))
            return false;
    }
    return QDoubleSpinBox::event(event);
}

void guardFromWheel(QWidget& control)
{
    control.setFocusPolicy(Qt::StrongFocus);
    control.installEventFilter(new WheelGuard(&control));
}

} // namespace latticeq::ui
