// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/program.h"

namespace latticeq::test {

ProgramResult runAny(const QString& program, const QStringList& arguments, const QString& folder)
{
    constexpr int kMilliseconds = 300'000;
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!environment.contains(QStringLiteral("XDG_CACHE_HOME")))
        environment.insert(QStringLiteral("LATTICEQ_NO_CACHE"), QStringLiteral("1")); // not the user's
    process.setProcessEnvironment(environment);
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForFinished(kMilliseconds)) {
        process.kill();
        process.waitForFinished();
        return { -1, {}, "did not end: " + process.errorString() };
    }
    return { process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
        QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError()) };
}

ProgramResult runProgram(const QStringList& arguments, const QString& folder)
{
    return runAny(QStringLiteral(LATTICEQ_PROGRAM), arguments, folder);
}

} // namespace latticeq::test
