// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/run_records.h"

#include "core/io/run_files.h"
#include "core/io/run_reader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUuid>

#include <stdexcept>

namespace latticeq::ui {

namespace {

RunRecord::State recordedState(RunDocument::State state)
{
    switch (state) {
    case RunDocument::State::Finished: return RunRecord::State::Finished;
    case RunDocument::State::Failed: return RunRecord::State::Failed;
    case RunDocument::State::Stopped: return RunRecord::State::Stopped;
    default: return RunRecord::State::Running;
    }
}

void addResult(const RunResult& result, RunRecord& record)
{
    record.seconds = totalSeconds(result);
    record.fp32Bytes = result.fp32Bytes;
    record.packedBytes = result.packedBytes;
    record.effectiveBits = result.effectiveBits;
    record.device = QString::fromStdString(result.device);
    if (!result.folder.empty())
        record.folder = recordedFolder(QString::fromStdString(result.folder));
}

void addAccuracies(const RunDocument& run, RunRecord& record)
{
    if (const auto& fp32 = run.fullPrecision().report)
        record.fp32Top1 = fp32->top1;
    if (const auto& quantized = run.quantized().report) {
        record.top1 = quantized->top1;
        record.top1Low = quantized->interval.low;
        record.top1High = quantized->interval.high;
    }
}

RunDocumentPtr newDocument(const RunSettings& settings)
{
    auto run = std::make_shared<RunDocument>(settings);
    run->id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return run;
}

RunDocumentPtr openStopped(const QString& folder)
{
    RunSettings settings = readRunSettings(folder.toStdString());
    settings.outputFolder = folder.toStdString();
    RunDocumentPtr run = newDocument(settings);
    run->started = QFileInfo(folder).lastModified();
    run->setState(RunDocument::State::Stopped);
    return run;
}

} // namespace

double totalSeconds(const RunResult& result)
{
    double seconds = 0;
    for (const auto& [phase, time] : result.seconds)
        seconds += time;
    return seconds;
}

RunRecord recordOf(const RunDocument& run)
{
    RunRecord record;
    record.id = run.id;
    record.name = run.name;
    record.model = QString::fromStdString(run.settings().model);
    record.modelTitle = run.modelTitle();
    record.settings = run.settings();
    record.started = run.started.toUTC();
    record.seconds = run.progress().elapsedSeconds;
    record.state = recordedState(run.state());
    record.folder = recordedFolder(QString::fromStdString(run.settings().outputFolder));
    if (run.deviceMemory())
        record.device = QString::fromStdString(run.deviceMemory()->device);
    record.colorSlot = run.colorSlot;
    addAccuracies(run, record);
    if (run.result())
        addResult(*run.result(), record);
    return record;
}

RunDocumentPtr openRunFolder(const QString& folder)
{
    const QString path = recordedFolder(folder);
    const QString summary = QDir(path).filePath(QLatin1String(kSummaryFile));
    const bool finished = QFileInfo::exists(summary);
    if (!finished && hasStoppedRun(path.toStdString()))
        return openStopped(path);
    const RunResult result = readRun(path.toStdString());
    auto run = newDocument(result.settings);
    run->started = QFileInfo(summary).lastModified().addMSecs(-qRound64(1000 * totalSeconds(result)));
    run->open(result);
    return run;
}

bool canResume(const RunRecord& record)
{
    using State = RunRecord::State;
    const bool unfinished = record.state == State::Stopped || record.state == State::Failed;
    return unfinished && !record.folder.isEmpty() && hasStoppedRun(record.folder.toStdString());
}

RunDocumentPtr openRecord(const RunRecord& record)
{
    if (record.folder.isEmpty() || !QFileInfo::exists(record.folder)) {
        throw std::invalid_argument(QCoreApplication::translate("runs", "The folder of “%1” is gone: %2.")
                                        .arg(record.name, QDir::toNativeSeparators(record.folder))
                                        .toStdString());
    }
    // An unfinished run may stand in the folder of a finished one that it was to replace.
    const RunDocumentPtr run = canResume(record) ? openStopped(record.folder) : openRunFolder(record.folder);
    run->id = record.id;
    run->name = record.name;
    run->started = record.started;
    run->colorSlot = record.colorSlot;
    return run;
}

} // namespace latticeq::ui
