// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCustomPlot;

namespace latticeq::ui {

/** A plot of the window under the name that people read, such as "Errors"; files are named after it. */
struct NamedPlot
{
    QString name;
    QCustomPlot* plot = nullptr;
};

} // namespace latticeq::ui
