// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/version.h"
#include "ui/support/theme.h"
#include "ui/window/engine_library.h"
#include "ui/window/language.h"
#include "ui/window/main_window.h"
#include "ui/window/preferences.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>

using namespace latticeq;

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("LatticeQ"));
    QApplication::setApplicationName(QStringLiteral("LatticeQ Explorer"));
    QApplication::setApplicationVersion(QString::fromLatin1(kVersion));
    QApplication::setDesktopFileName(QStringLiteral("io.github.latticeq.Explorer"));
    QIcon programIcon;
    for (const char* size : { "48x48", "128x128", "256x256" })
        programIcon.addFile(QStringLiteral(":/icons/hicolor/%1/apps/io.github.latticeq.Explorer.png").arg(size));
    QApplication::setWindowIcon(programIcon);
    QApplication::setStyle(QStringLiteral("Fusion"));
    ui::applyLanguage(ui::preferences::language());
    ui::applyTheme(ui::preferences::theme());

    QCommandLineParser parser;
    parser.setApplicationDescription(QCoreApplication::translate(
        "main", "Quantizes a convolutional network and shows what that does to every layer."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("open"),
        QCoreApplication::translate("main", "A built-in network, a checkpoint or a run folder to open."),
        QStringLiteral("[open]"));
    const QCommandLineOption runOption(
        QStringLiteral("run"), QCoreApplication::translate("main", "Start the run at once."));
    parser.addOption(runOption);
    parser.process(application);

    ui::MainWindow window(&ui::openEngineLibrary);
    window.show();
    for (const QString& argument : parser.positionalArguments())
        window.open(argument);
    if (parser.isSet(runOption))
        window.run();
    return QApplication::exec();
}
