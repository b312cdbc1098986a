// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/runs_model.h"

#include "ui/runs/run_marker.h"
#include "ui/support/icon.h"
#include "ui/support/number_format.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace latticeq::ui {

namespace {

const QString& notYet()
{
    static const QString text(1, QChar(kNotYet));
    return text;
}

/** Day and minute, in the user's order. */
QString dateText(const QDateTime& time)
{
    const QDateTime local = time.toLocalTime();
    return QStringLiteral("%1 %2").arg(
        QLocale().toString(local.date(), QLocale::ShortFormat), local.time().toString(QStringLiteral("HH:mm")));
}

/** "CPU" or "cuda:0 NVIDIA H100". */
QString deviceText(const QString& device)
{
    return device == u"cpu" ? device.toUpper() : device;
}

Qt::Alignment alignmentOf(int column)
{
    const bool number = column >= RunsModel::Top1 && column <= RunsModel::Time;
    // The date stands between numbers and texts and keeps its distance from both.
    return Qt::AlignVCenter | (number ? Qt::AlignRight : column == RunsModel::Date ? Qt::AlignHCenter : Qt::AlignLeft);
}

template <typename T> QVariant unlessZero(T value)
{
    return value > 0 ? QVariant::fromValue(value) : QVariant();
}

} // namespace

RunsModel::RunsModel(RunDatabase& database, QObject* parent)
    : QAbstractTableModel(parent)
    , m_database(database)
{
    connect(&m_database, &RunDatabase::changed, this, &RunsModel::reload);
    reload();
}

bool RunsModel::hasRunsOnCards() const
{
    return std::any_of(m_rows.begin(), m_rows.end(),
        [](const Row& row) { return row.record.device.startsWith(QLatin1String("cuda")); });
}

int RunsModel::rowOf(const QString& id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.record.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

QString RunsModel::asText(const QStringList& ids) const
{
    const auto lineOf = [](auto cell) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells += cell(column).toString().replace(u'\t', u' ').replace(u'\n', u' ');
        return cells.join(u'\t');
    };
    QStringList lines { lineOf([&](int column) { return headerData(column, Qt::Horizontal, Qt::DisplayRole); }) };
    for (const QString& id : ids) {
        const int row = rowOf(id);
        lines += lineOf([&](int column) { return index(row, column).data(); });
    }
    return lines.join(u'\n');
}

int RunsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunsModel::stateText(const Row& row) const
{
    if (row.missing)
        return tr("Folder is gone");
    switch (row.record.state) {
    case RunRecord::State::Running: return tr("Running");
    case RunRecord::State::Stopped: return tr("Stopped");
    case RunRecord::State::Failed: return tr("Failed");
    case RunRecord::State::Finished: return tr("Finished");
    }
    return {};
}

QString RunsModel::text(const Row& row, int column) const
{
    const RunRecord& r = row.record;
    switch (column) {
    case Pin: return r.pin == 1 ? QStringLiteral("★") : QString();
    case Name: return r.name;
    case Model: return r.modelTitle;
    case Settings: return settingsSummary(r.settings);
    case Top1: return r.top1 ? formatPercent(*r.top1) : notYet();
    case Size: return r.packedBytes > 0 ? formatSize(r.packedBytes) : notYet();
    case Bits: return r.effectiveBits > 0 ? formatBits(r.effectiveBits) : notYet();
    case Time: return r.seconds > 0 ? formatDuration(r.seconds) : notYet();
    case Date: return dateText(r.started);
    case Device: return r.device.isEmpty() ? notYet() : deviceText(r.device);
    case State: return stateText(row);
    case Note: return r.note;
    default: return {};
    }
}

QVariant RunsModel::sortKey(const Row& row, int column) const
{
    const RunRecord& r = row.record;
    switch (column) {
    case Pin: return unlessZero(r.pin);
    case Top1: return r.top1 ? QVariant(*r.top1) : QVariant();
    case Size: return unlessZero(r.packedBytes);
    case Bits: return unlessZero(r.effectiveBits);
    case Time: return unlessZero(r.seconds);
    case Date: return r.started;
    case Note: return r.note.isEmpty() ? QVariant() : QVariant(r.note);
    default: return text(row, column);
    }
}

QString RunsModel::toolTip(const Row& row, int column) const
{
    const RunRecord& r = row.record;
    if (column == Pin && r.pin == 1)
        return tr("Pinned as the reference of every difference. Space takes the pin away.");
    if (column == Pin)
        return r.pin > 0 ? tr("Pinned for comparison. Space takes the pin away.")
                         : tr("Space pins the run to compare it.");
    if (column == Top1 && r.top1 && r.top1Low && r.top1High) {
        return tr("95 % interval: %1 to %2. Full precision: %3.")
            .arg(formatPercent(*r.top1Low), formatPercent(*r.top1High),
                r.fp32Top1 ? formatPercent(*r.fp32Top1) : notYet());
    }
    if (column == Size && r.packedBytes > 0)
        return tr("%1 bytes").arg(formatCount(r.packedBytes));
    if (column == State && !r.folder.isEmpty())
        return QDir::toNativeSeparators(r.folder);
    return text(row, column);
}

QVariant RunsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return text(row, column);
    case Qt::ToolTipRole: return toolTip(row, column);
    case Qt::AccessibleTextRole:
        return column == Pin ? (row.record.pin > 0 ? tr("Pinned") : tr("Not pinned")) : text(row, column);
    case Qt::DecorationRole:
        if (column == Pin && row.record.pin > 0)
            return runMarker(row.record.colorSlot);
        return column == State && row.missing ? QVariant(icon(QStringLiteral("warning"))) : QVariant();
    case Qt::TextAlignmentRole: return QVariant::fromValue(alignmentOf(column));
    case SortRole: return sortKey(row, column);
    case SearchRole:
        return QStringList { row.record.name, row.record.note, row.record.model, row.record.modelTitle,
            text(row, Settings), text(row, Date), row.record.device,
            stateText(row), row.record.folder }
            .join(u'\n');
    case IdRole: return row.record.id;
    default: return {};
    }
}

bool RunsModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const RunRecord& edited = record(index.row());
    const QString text = value.toString().trimmed();
    if (index.column() == Name && !text.isEmpty())
        return text == edited.name || m_database.rename(edited.id, text);
    if (index.column() == Note)
        return text == edited.note || m_database.annotate(edited.id, text);
    return false;
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(section));
    const std::pair<QString, QString> texts[ColumnCount] = {
        { tr("Pin"), tr("Pinned runs are compared; the first is the reference (★)") },
        { tr("Name"), tr("The run's name; F2 changes it") },
        { tr("Model"), tr("The network that was quantized") },
        { tr("Settings"), tr("Bits of weights (W), activations (A) and bases (B); search steps × restarts") },
        { tr("Top-1"), tr("Images whose first guess is right, after quantization") },
        { tr("Size"), tr("Size of the packed checkpoint, in 10⁶ bytes") },
        { tr("Bits"), tr("Effective bits per weight, bases and scales included") },
        { tr("Time"), tr("How long the run took") },
        { tr("Date"), tr("When the run began") },
        { tr("Device"), tr("What the run was computed on") },
        { tr("State"), tr("How the run ended, and whether its folder is still there") },
        { tr("Note"), tr("Your own note; F2 on it changes it") },
    };
    if (role == Qt::DisplayRole)
        return texts[section].first;
    return role == Qt::ToolTipRole ? QVariant(texts[section].second) : QVariant();
}

Qt::ItemFlags RunsModel::flags(const QModelIndex& index) const
{
    const bool editable = (index.column() == Name || index.column() == Note) && !m_database.isReadOnly();
    return QAbstractTableModel::flags(index) | (editable ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

void RunsModel::removeGone(const QSet<QString>& kept)
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (kept.contains(record(row).id))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
}

void RunsModel::place(const Row& row, int position)
{
    const int current = rowOf(row.record.id);
    if (current < 0) {
        beginInsertRows({}, position, position);
        m_rows.insert(m_rows.begin() + position, row);
        endInsertRows();
    } else if (!(m_rows[static_cast<size_t>(current)] == row)) {
        m_rows[static_cast<size_t>(current)] = row;
        emit dataChanged(index(current, 0), index(current, ColumnCount - 1));
    }
}

void RunsModel::reload()
{
    const QList<RunRecord> records = m_database.all();
    QSet<QString> ids;
    for (const RunRecord& record : records)
        ids += record.id;
    removeGone(ids);
    int position = 0;
    for (const RunRecord& record : records) {
        const bool ended = record.state == RunRecord::State::Finished || record.state == RunRecord::State::Stopped;
        place({ record, ended && !record.folder.isEmpty() && !QFileInfo::exists(record.folder) },
            std::min(position++, rowCount()));
    }
}

void RunsModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace latticeq::ui
