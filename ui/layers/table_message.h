// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QTableView;

namespace latticeq::ui {

/** A hidden label over the table's rows for what to say where there are none; its links reach linkActivated(). */
QLabel* makeTableMessage(QTableView& table);

/** Fixed rows of 22 pixels (more where the font needs it), no grid, no frame, whole rows selected. */
void styleTable(QTableView& table);

} // namespace latticeq::ui
