// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAction;
class QTableView;

namespace latticeq::ui {

/**
 * The selected rows of a table as tab-separated text under a line of titles: shown columns in the order shown, but
 * those that only hold drawings. Empty where nothing is selected.
 */
QString rowsAsText(const QTableView& table);

/** Adds the action that puts rowsAsText() on the clipboard (Ctrl+C), which is also the table's context menu. */
QAction* addCopyAction(QTableView& table);

} // namespace latticeq::ui
