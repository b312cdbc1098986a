// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/export_item.h"

#include <QObject>

class QCheckBox;
class QGridLayout;
class QLabel;
class QLineEdit;

namespace latticeq::ui {

/** One file in the export sheet: whether it is wanted, its name, its expected size, and what became of it. */
class ExportRow : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Warning, Writing, Written, Failed };

    /** Takes two lines of `grid` from `line` on. */
    ExportRow(const ExportItem& item, QGridLayout& grid, int line, QWidget* parent);

    const ExportItem& item() const { return m_item; }
    /** Takes over another wording, suffix and size; keeps the choice, and the name if a person typed it. */
    void setItem(const ExportItem& item);

    bool isChosen() const;
    void setChosen(bool chosen);
    /** The name to write to, with suffix. */
    QString fileName() const;

    State state() const { return m_state; }
    QString stateText() const;
    void setState(State state, const QString& text = {});
    void setEnabled(bool enabled);
    /** Takes over the palette's colours. */
    void restyle();

signals:
    void changed();

private:
    void showItem();
    void showName();

    ExportItem m_item;
    State m_state = State::Idle;
    bool m_enabled = true;
    bool m_ownName = false;
    QCheckBox* m_choice;
    QLineEdit* m_name;
    QLabel* m_size;
    QLabel* m_stateText;
};

} // namespace latticeq::ui
