// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/support/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/run_controller.h"
#include "ui/window/run_library.h"

#include <QApplication>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTimer>

namespace latticeq::ui::bench {

/** The program's window as a person starts it; database and runs are in a folder that is deleted at the end. */
class BenchWindow
{
public:
    explicit BenchWindow(RunSession::Opener opener)
        : m_window(std::move(opener), { m_folder.filePath("runs.sqlite"), m_folder.filePath("runs") })
    {
        m_window.resize(1440, 900);
        m_window.show();
        waitFor(&m_window.session(), &RunSession::engineReady);
        pause(1000); // the network is described and the estimate made
    }

    MainWindow& window() { return m_window; }

    /** Runs `settings` to the end; while it goes on the event loop does what else it is asked. */
    void run(const RunSettings& settings)
    {
        m_window.settings().change(QStringLiteral("bench"), settings);
        pause(700); // longer than the form waits before it describes and estimates
        QEventLoop loop;
        QObject::connect(&m_window.controller(), &RunController::runEnded, &loop, &QEventLoop::quit);
        m_window.run();
        if (m_window.controller().isRunning())
            loop.exec();
    }

    static void pause(int ms)
    {
        QEventLoop loop;
        QTimer::singleShot(ms, &loop, &QEventLoop::quit);
        loop.exec();
    }

private:
    template <typename Sender, typename Signal> static void waitFor(Sender* sender, Signal signal)
    {
        QEventLoop loop;
        QObject::connect(sender, signal, &loop, &QEventLoop::quit);
        loop.exec();
    }

    QTemporaryDir m_folder;
    MainWindow m_window;
};

/** Sends preferences and data of programs of this name into a folder that is deleted at the end. */
class BenchFolder
{
public:
    BenchFolder()
    {
        for (const char* place : { "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME" })
            qputenv(place, m_folder.path().toUtf8());
    }

private:
    QTemporaryDir m_folder;
};

/** The application as main() makes it, in the light theme. */
class BenchApplication
{
public:
    BenchApplication(int& argc, char** argv)
        : m_application(argc, argv)
    {
        QApplication::setOrganizationName(QStringLiteral("LatticeQ"));
        QApplication::setApplicationName(QStringLiteral("LatticeQ Explorer"));
        QApplication::setStyle(QStringLiteral("Fusion"));
        applyTheme(ThemeChoice::Light);
    }

private:
    BenchFolder m_folder; // first: the application reads the places
    QApplication m_application;
};

} // namespace latticeq::ui::bench
