// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/log_model.h"

#include "ui/support/icon.h"

#include <QLocale>

#include <algorithm>

namespace latticeq::ui {

LogModel::LogModel(Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    follow();
    connect(&workspace, &Workspace::currentChanged, this, &LogModel::follow);
}

void LogModel::follow()
{
    beginResetModel();
    if (m_run)
        disconnect(m_run.get(), nullptr, this, nullptr);
    m_run = m_workspace.current();
    m_rows = static_cast<int>(m_run->log().size());
    connect(m_run.get(), &RunDocument::logged, this, &LogModel::append);
    endResetModel();
}

void LogModel::append()
{
    const int rows = static_cast<int>(m_run->log().size());
    if (rows <= m_rows)
        return;
    beginInsertRows({}, m_rows, rows - 1);
    m_rows = rows;
    endInsertRows();
}

int LogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int LogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString LogModel::text(size_t line, int column) const
{
    const LogLine& entry = m_run->log()[line];
    switch (column) {
    case TimeColumn: return QLocale().toString(m_run->logTimes()[line], QStringLiteral("HH:mm:ss"));
    case LevelColumn: return entry.level == LogLevel::Warning ? tr("Warning") : tr("Info");
    default: return QString::fromStdString(entry.text);
    }
}

QVariant LogModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows)
        return {};
    const auto line = static_cast<size_t>(index.row());
    const bool warning = m_run->log()[line].level == LogLevel::Warning;
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return text(line, index.column());
    if (role == Qt::ToolTipRole && index.column() == TextColumn)
        return text(line, TextColumn).toHtmlEscaped();
    if (role == Qt::DecorationRole && index.column() == LevelColumn)
        return icon(warning ? QStringLiteral("warning") : QStringLiteral("info"));
    if (role == LevelRole)
        return warning ? QStringLiteral("warning") : QStringLiteral("info");
    return {};
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TimeColumn: return tr("Time");
    case LevelColumn: return tr("Level");
    case TextColumn: return tr("Message");
    default: return {};
    }
}

int LogModel::warnings() const
{
    const auto& lines = m_run->log();
    return static_cast<int>(std::count_if(
        lines.begin(), lines.begin() + m_rows, [](const LogLine& line) { return line.level == LogLevel::Warning; }));
}

void LogModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

} // namespace latticeq::ui
