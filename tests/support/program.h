// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QStringList>

namespace latticeq::test {

/** What a program that has ended left. */
struct ProgramResult
{
    int exitCode = -1;
    QString output;
    QString errors;
};

/** Runs the command line program to its end, in a folder. */
ProgramResult runProgram(const QStringList& arguments, const QString& folder = {});

/** Runs any program to its end. */
ProgramResult runAny(const QString& program, const QStringList& arguments, const QString& folder = {});

} // namespace latticeq::test
