// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/run_csv.h"

#include "core/io/bits_choice_csv.h"
#include "core/io/csv_reports.h"

namespace latticeq::ui {

namespace {

QByteArray quoted(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    return '"' + bytes.replace('"', "\"\"") + '"';
}

/** Puts `cell` before every record; a line break between quotes ends none. */
QByteArray withLeadingCell(const QByteArray& csv, const QByteArray& cell)
{
    QByteArray result;
    bool atStart = true;
    bool inQuotes = false;
    for (const char c : csv) {
        if (atStart)
            result += cell + ',';
        inQuotes = inQuotes != (c == '"');
        atStart = c == '\n' && !inQuotes;
        result += c;
    }
    return result;
}

/** One header "run,…" and the records of every run. */
QByteArray merged(const QList<RunDocumentPtr>& runs, QByteArray (*csvOf)(const RunDocument&))
{
    QByteArray result;
    for (const RunDocumentPtr& run : runs) {
        const QByteArray csv = csvOf(*run);
        const qsizetype headerEnd = csv.indexOf('\n') + 1;
        if (result.isEmpty())
            result = withLeadingCell(csv.left(headerEnd), "run");
        result += withLeadingCell(csv.mid(headerEnd), quoted(run->name));
    }
    return result;
}

} // namespace

QByteArray layersCsvOf(const RunDocument& run)
{
    std::vector<LayerReport> finished;
    for (const LayerState& layer : run.layers()) {
        if (layer.status == LayerState::Status::Finished)
            finished.push_back(layer.report);
    }
    return QByteArray::fromStdString(layersCsv(finished));
}

QByteArray layersCsvOf(const QList<RunDocumentPtr>& runs)
{
    return merged(runs, layersCsvOf);
}

QByteArray convergenceCsvOf(const RunDocument& run)
{
    std::vector<LayerReport> reports;
    std::vector<std::vector<ConvergencePoint>> points;
    for (const LayerState& layer : run.layers()) {
        reports.push_back(layer.report);
        points.push_back(layer.convergence);
    }
    return QByteArray::fromStdString(convergenceCsv(reports, points));
}

QByteArray convergenceCsvOf(const QList<RunDocumentPtr>& runs)
{
    return merged(runs, convergenceCsvOf);
}

QByteArray sensitivityCsvOf(const RunDocument& run)
{
    const BitsChoice choice = run.bitsChoice() ? *run.bitsChoice() : BitsChoice();
    return QByteArray::fromStdString(sensitivityCsv(choice.sensitivities, choice.chosen.layerBits));
}

QByteArray sensitivityCsvOf(const QList<RunDocumentPtr>& runs)
{
    return merged(runs, sensitivityCsvOf);
}

QByteArray tradeOffCsvOf(const RunDocument& run)
{
    const BitsChoice choice = run.bitsChoice() ? *run.bitsChoice() : BitsChoice();
    return QByteArray::fromStdString(tradeOffCsv(choice.curve, choice.chosen));
}

QByteArray tradeOffCsvOf(const QList<RunDocumentPtr>& runs)
{
    return merged(runs, tradeOffCsvOf);
}

} // namespace latticeq::ui
