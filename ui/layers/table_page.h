// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QTableView;

namespace latticeq::ui {

/** A page around one table: rows can be copied, a message stands where there are none, language and font change live.
 */
class TablePage : public QWidget
{
    Q_OBJECT
public:
    QTableView& table() { return *m_table; }

protected:
    /** `name` begins the object names: "layers" gives layersTable and layersMessage. */
    TablePage(const QString& name, QWidget* parent);

    /** All texts in the language that is set now. Constructors of subclasses end with it. */
    virtual void retranslate();
    /** Columns as wide as their usual texts in the present font. */
    virtual void setDefaultWidths() = 0;
    void changeEvent(QEvent* event) override;

    QTableView* m_table;
    QLabel* m_message;

private:
    QAction* m_copy;
};

} // namespace latticeq::ui
