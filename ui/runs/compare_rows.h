// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/workspace.h"

#include <QStringList>

namespace latticeq::ui {

/** One line of a comparison: a setting or a result of every run, and what each run has more or less than the first. */
struct CompareRow
{
    QString name;
    QString toolTip;
    QStringList values; // of each run, "–" where it is not known yet
    QStringList differences; // against the first run; empty where there is none to tell
    bool differs = false; // between any two runs
};

/** All lines of a comparison. */
struct Comparison
{
    QList<CompareRow> rows;
    QString footnote; // on the difference of the accuracies, marked ¹ there
};

/** "A" for the first run, "B" for the second … */
QString runLetter(int index);

/** Compares settings and results of runs; the first is the reference. */
Comparison compareRuns(const QList<RunDocumentPtr>& runs);

} // namespace latticeq::ui
