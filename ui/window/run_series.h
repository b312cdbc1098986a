// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/workspace.h"

namespace latticeq::ui {

/** Runs of the same settings with one seed after the other, each in a folder of its own beside seeds.csv. */
class RunSeries
{
public:
    /** `settings.repeats` runs in `settings.outputFolder`. */
    explicit RunSeries(const RunSettings& settings);

    int count() const { return m_settings.repeats; }
    bool isComplete() const { return finishedIds().size() == count(); }
    const std::string& folder() const { return m_settings.outputFolder; }
    /** The settings of the run that is next. */
    RunSettings nextSettings() const;
    /** "seed 2 of 5", of the run that is next. */
    QString nextPlace() const;
    /** Takes a finished run; others are left out. */
    void take(const RunDocumentPtr& run);
    const QStringList& finishedIds() const { return m_ids; }
    const std::vector<RunResult>& results() const { return m_results; }

    /** Writes seeds.csv; why that failed, or nothing. */
    QString write() const;
    /** "3 seeds: 93.75 ± 0.08 %, −0.09 ± 0.08 pt against full precision." */
    QString sentence() const;

private:
    RunSettings m_settings;
    QStringList m_ids; // of finished runs
    std::vector<RunResult> m_results; // of the same; documents would hold all weights of every run
};

} // namespace latticeq::ui
