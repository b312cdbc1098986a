// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace latticeq::ui {

/**
 * One of the program's own icons, drawn from resources/icons/<name>.svg in the colour of the palette in force when
 * it is painted. Names: run pause stop open export copy pin link swap follow fit warning error info fixed search
 * columns more. An unknown name gives a null icon.
 */
QIcon icon(const QString& name);

/** The same in a fixed role's colour, such as on the filled Run button. */
QIcon icon(const QString& name, const QColor& color);

/** The program's own icon, for QApplication::setWindowIcon(). */
QIcon applicationIcon();

} // namespace latticeq::ui
