// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_row.h"

#include "core/io/run_json.h"

#include <QSqlQuery>

#include <array>
#include <stdexcept>

namespace latticeq::ui {

namespace {

constexpr std::array kStateNames = { "running", "stopped", "failed", "finished" }; // in the order of RunRecord::State

QVariant orNull(const std::optional<double>& number)
{
    return number ? QVariant(*number) : QVariant(QMetaType::fromType<double>());
}

std::optional<double> numberOf(const QVariant& value)
{
    return value.isNull() ? std::nullopt : std::optional(value.toDouble());
}

RunRecord::State stateOf(const QString& name)
{
    for (size_t i = 0; i < kStateNames.size(); ++i) {
        if (name == QLatin1String(kStateNames[i]))
            return static_cast<RunRecord::State>(i);
    }
    return RunRecord::State::Stopped;
}

/** Bound as NULL a null string would be refused by the table. */
QString notNull(const QString& text)
{
    return text.isNull() ? QStringLiteral("") : text;
}

RunSettings settingsOf(const QString& text, const std::string& source)
{
    auto json = settingsToJson(RunSettings {});
    const auto stored = nlohmann::ordered_json::parse(text.toStdString(), nullptr, false);
    if (!stored.is_object())
        throw std::invalid_argument(source + " holds no settings");
    json.update(stored);
    return settingsFromJson(json, source);
}

} // namespace

QList<RunColumn> resultColumns(const RunRecord& record)
{
    return {
        { QStringLiteral("model"), notNull(record.model) },
        { QStringLiteral("model_title"), notNull(record.modelTitle) },
        { QStringLiteral("settings"), QString::fromStdString(settingsToJson(record.settings).dump()) },
        { QStringLiteral("started"), notNull(record.started.toUTC().toString(Qt::ISODateWithMs)) },
        { QStringLiteral("seconds"), record.seconds },
        { QStringLiteral("state"), QLatin1String(kStateNames[static_cast<size_t>(record.state)]) },
        { QStringLiteral("top1"), orNull(record.top1) },
        { QStringLiteral("top1_low"), orNull(record.top1Low) },
        { QStringLiteral("top1_high"), orNull(record.top1High) },
        { QStringLiteral("fp32_top1"), orNull(record.fp32Top1) },
        { QStringLiteral("fp32_bytes"), record.fp32Bytes },
        { QStringLiteral("packed_bytes"), record.packedBytes },
        { QStringLiteral("effective_bits"), record.effectiveBits },
        { QStringLiteral("folder"), notNull(recordedFolder(record.folder)) },
        { QStringLiteral("device"), notNull(record.device) },
    };
}

QList<RunColumn> userColumns(const RunRecord& record)
{
    return {
        { QStringLiteral("name"), notNull(record.name) },
        { QStringLiteral("note"), notNull(record.note) },
        { QStringLiteral("pin"), record.pin },
        { QStringLiteral("color_slot"), record.colorSlot },
    };
}

RunRecord recordFromRow(const QSqlQuery& row)
{
    RunRecord record;
    record.id = row.value(QStringLiteral("id")).toString();
    record.name = row.value(QStringLiteral("name")).toString();
    record.note = row.value(QStringLiteral("note")).toString();
    record.model = row.value(QStringLiteral("model")).toString();
    record.modelTitle = row.value(QStringLiteral("model_title")).toString();
    record.started = QDateTime::fromString(row.value(QStringLiteral("started")).toString(), Qt::ISODateWithMs);
    record.seconds = row.value(QStringLiteral("seconds")).toDouble();
    record.state = stateOf(row.value(QStringLiteral("state")).toString());
    record.top1 = numberOf(row.value(QStringLiteral("top1")));
    record.top1Low = numberOf(row.value(QStringLiteral("top1_low")));
    record.top1High = numberOf(row.value(QStringLiteral("top1_high")));
    record.fp32Top1 = numberOf(row.value(QStringLiteral("fp32_top1")));
    record.fp32Bytes = row.value(QStringLiteral("fp32_bytes")).toLongLong();
    record.packedBytes = row.value(QStringLiteral("packed_bytes")).toLongLong();
    record.effectiveBits = row.value(QStringLiteral("effective_bits")).toDouble();
    record.folder = row.value(QStringLiteral("folder")).toString();
    record.device = row.value(QStringLiteral("device")).toString();
    record.pin = row.value(QStringLiteral("pin")).toInt();
    record.colorSlot = row.value(QStringLiteral("color_slot")).toInt();
    record.settings
        = settingsOf(row.value(QStringLiteral("settings")).toString(), "the remembered run " + record.id.toStdString());
    record.settings.outputFolder = record.folder.toStdString();
    return record;
}

} // namespace latticeq::ui
