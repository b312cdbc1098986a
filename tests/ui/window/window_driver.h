// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/main_window.h"

#include <QTemporaryDir>

class QTableView;

namespace latticeq::ui::test {

/** Gives a test's program its own settings, empty, so that no test sees those of a person or of another test. */
void useOwnPreferences();

/**
 * The real window on the real engine, with a database and a folder of runs of its own, used as a person does: by keys,
 * clicks and the widgets' names.
 */
class WindowDriver
{
public:
    WindowDriver();

    MainWindow& window() { return *m_window; }
    RunDocument& current() { return *m_window->workspace().current(); }
    const QTemporaryDir& folder() const { return m_folder; }
    WindowPlaces places() const;
    /** Shows the window, of that size, and waits until it has the focus and the network's layers are known. */
    bool show(const QSize& size = { 1440, 900 });
    /** Gives the window the focus back that a dialog had. */
    bool activate();
    /** Closes the window and opens another in the same places. */
    bool restart();
    /** Deletes the window, whatever it is doing. */
    void abandon() { m_window.reset(); }

    /** The widget or action of that name; fails hard where there is none. */
    template <typename T> T& find(const char* name)
    {
        auto* found = m_window->findChild<T*>(QString::fromLatin1(name));
        if (!found)
            qFatal("There is no %s.", name);
        return *found;
    }

    /** Presses keys such as "Ctrl+R" where the focus is. */
    void press(const char* keys);
    /** Types a number into one of the form's fields, such as "search.steps"; opens its group first. */
    void type(const char* field, int number);
    /** A second's work: few candidates, 16 calibration images, 100 evaluated ones. */
    void typeTinyBudget();
    /** A run that takes half a minute and more, nearly all of it in the search. */
    void typeLongSearch();
    /** Chooses an entry of a combo box by keys. */
    void choose(const char* combo, int index);

    QString notice();
    bool waitForNotice(const QString& part);
    bool waitForState(RunDocument::State state);
    /** Presses Ctrl+R and waits for the result. */
    bool runToEnd();
    /** Waits until that many layers of the run are finished. */
    bool waitForLayers(int count);

private:
    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace latticeq::ui::test
