// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QHeaderView;

namespace latticeq::ui {

/** Every column of the layers table as a checkable line; one column always stays. */
class ColumnMenu : public QMenu
{
    Q_OBJECT
public:
    ColumnMenu(QHeaderView& header, QWidget* parent);

    /** Texts in another language. */
    void retranslate();

private:
    void refresh();

    QHeaderView& m_header;
};

} // namespace latticeq::ui
