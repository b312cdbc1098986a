// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QTableView;

namespace latticeq::ui {

/**
 * Lets a table's columns fill its width: one column takes what the others leave, and never less than its texts need.
 * It is the favourite one or, while that is hidden, the last one shown; the others keep the widths a person gave them.
 */
class ColumnFiller : public QObject
{
    Q_OBJECT
public:
    /** `leastWidth` tells what a column's texts need. Lives as long as the table. */
    ColumnFiller(QTableView& table, int favourite, std::function<int(int)> leastWidth);

    /** After columns have changed without a signal, as when the header's state was restored. */
    void fill();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    int fillingColumn() const;

    QTableView& m_table;
    int m_favourite;
    std::function<int(int)> m_leastWidth;
    int m_column = -1; // the one that fills now
    bool m_filling = false;
};

} // namespace latticeq::ui
