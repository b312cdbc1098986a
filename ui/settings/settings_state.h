// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_settings.h"

#include <QObject>
#include <QUndoStack>

#include <optional>

namespace latticeq::ui {

/** The settings of the next run while they are edited. Every change can be undone. */
class SettingsState : public QObject
{
    Q_OBJECT
public:
    enum class Merge { No, Yes };

    /** Starts from the demo preset. */
    explicit SettingsState(QObject* parent = nullptr);
    explicit SettingsState(const RunSettings& settings, QObject* parent = nullptr);

    const RunSettings& settings() const { return m_settings; }
    QUndoStack& undoStack() { return m_undoStack; }

    /**
     * Takes other settings; `text` names the edit in the Edit menu. Consecutive edits of the same text that may merge
     * are undone together. Settings equal to the present ones change nothing.
     */
    void change(const QString& text, const RunSettings& settings, Merge merge = Merge::No);
    /** Gives one layer its own bits, or takes them away again. */
    void setLayerBits(const QString& layer, std::optional<int> bits);

    /** Why a run with these settings cannot start, in one sentence; empty where it can. */
    QString problem() const;

signals:
    void changed();

private:
    class Edit;
    void apply(const RunSettings& settings);

    RunSettings m_settings;
    QUndoStack m_undoStack;
};

/** Whether the settings name images to measure on, their own or the network's usual ones. */
bool hasEvaluationData(const RunSettings& settings);
/** Whether the settings name images to calibrate on. */
bool hasCalibrationData(const RunSettings& settings);

} // namespace latticeq::ui
