// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;
class QWidget;

namespace latticeq::ui {

class FiguresModel;

/** The table of both lattices' figures, as high as its three rows. */
QTableView* makeFiguresTable(FiguresModel& model, QWidget* parent);

} // namespace latticeq::ui
