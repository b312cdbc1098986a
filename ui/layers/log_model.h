// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/workspace.h"

#include <QAbstractTableModel>

namespace latticeq::ui {

/** What the workspace's current run logged: time of arrival, level, text. */
class LogModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { TimeColumn, LevelColumn, TextColumn, ColumnCount };
    enum Role { LevelRole = Qt::UserRole }; // "info" or "warning", in every language

    explicit LogModel(Workspace& workspace, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    int warnings() const;
    /** Texts in another language or locale. */
    void retranslate();

private:
    void follow();
    void append();
    QString text(size_t line, int column) const;

    Workspace& m_workspace;
    RunDocumentPtr m_run;
    int m_rows = 0; // as told to views
};

} // namespace latticeq::ui
