// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/run_document.h"

#include <QStringList>

namespace latticeq::ui {

/** A figure or a setting in words. */
struct ReportFact
{
    QString label;
    QString value;
    QString note; // a second, quieter line; may be empty
};

/** The layers as text; the first column is a number, the second a name. */
struct ReportTable
{
    QStringList header;
    QList<QStringList> rows;
    QList<int> narrow; // the columns to show where only the most important ones fit on a page
};

/** What a report of a run says, in the user's language, before it becomes HTML or PDF. Nothing in it is escaped. */
struct ReportContent
{
    QString title;
    QString subtitle;
    QList<ReportFact> results;
    QList<ReportFact> settings;
    QList<ReportFact> origin; // seed, device, version, dates
    ReportTable layers;
    QStringList method; // paragraphs
    QString command; // as typed; may be empty
};

/** Says all that is known of the run so far; what is not known yet stands as "–". */
ReportContent reportContent(const RunDocument& run, const QString& command);

} // namespace latticeq::ui
