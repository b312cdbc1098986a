// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_estimate.h"
#include "ui/window/remaining_time.h"
#include "ui/workspace/run_document.h"

#include <QToolBar>

#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;
class QToolButton;

namespace latticeq::ui {

class RunResults;

/**
 * The bar at the top: Run, Pause and Stop at the left, what goes on in the middle, the three results at the right in
 * fixed places, with ≈ while they are expected and plain once measured.
 */
class RunBar : public QToolBar
{
    Q_OBJECT
public:
    explicit RunBar(QWidget* parent = nullptr);

    QAction* runAction() const { return m_run; }
    QAction* pauseAction() const { return m_pause; }
    QAction* stopAction() const { return m_stop; }
    QAction* exportAction() const { return m_export; }

    /**
     * Shows a run; `estimate` is what the settings in the form are expected to give, if that is known. Controls and
     * progress are those of `active` where that run goes on beside the shown one; it may be null.
     */
    void showRun(const RunDocument& run, const std::optional<RunEstimate>& estimate, const RunDocument* active = nullptr);

    QString statusText() const;
    /** "62 % · layer3.0.conv1" of a run that goes on, for the window's title; else empty. */
    QString titleText(const RunDocument& run) const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void addControls();
    void addStatus();
    void addResults();
    void restyle();
    void retranslate();
    void showControls(const RunDocument& run, const RunDocument& shown);
    void showStatus(const RunDocument& run, const std::optional<RunEstimate>& estimate);

    QAction* m_run;
    QAction* m_pause;
    QAction* m_stop;
    QAction* m_export;
    QPushButton* m_runButton = nullptr;
    QLabel* m_phase = nullptr;
    QLabel* m_times = nullptr;
    QProgressBar* m_progress = nullptr;
    RunResults* m_results = nullptr;
    RemainingTime m_remaining;
    QString m_shownRun;
};

/** "Searching bases · layer 15 of 22 · layer3.0.conv1": what a run is doing. */
QString phaseText(const RunDocument& run);

} // namespace latticeq::ui
