// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_estimate.h"

#include <QWidget>

#include <optional>

class QLabel;
class QToolButton;

namespace latticeq::ui {

class SettingsState;

/** What the next run is expected to give, kept up to date with the settings, and the command that does it. */
class EstimatePanel : public QWidget
{
    Q_OBJECT
public:
    explicit EstimatePanel(SettingsState& state, QWidget* parent = nullptr);

    /** The network of the settings once it has been read; nothing is estimated for any other. */
    void setModel(const std::optional<ModelDescription>& model);
    const std::optional<RunEstimate>& estimate() const { return m_estimate; }
    /** Why the run cannot start, in one sentence, planning of the layers included; empty where it can. */
    const QString& problem() const { return m_problem; }

public slots:
    /** Estimates again; also after rememberSpeed(). */
    void estimateAgain();
    /** Puts the `latticeq quantize` line of exactly these settings on the clipboard. */
    void copyCommand();

signals:
    void estimateChanged(const RunEstimate& estimate);
    void estimateLost(); // the network is not known, or the settings are impossible
    void problemChanged(const QString& problem);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeWidgets();
    std::optional<RunEstimate> calculate(QString& problem) const;
    void setProblem(const QString& problem);
    void showEstimate();
    QString details() const;
    void colorProblem();

    SettingsState& m_state;
    std::optional<ModelDescription> m_model;
    std::optional<RunEstimate> m_estimate;
    QString m_problem;
    QLabel* m_title;
    QLabel* m_size;
    QLabel* m_time;
    QLabel* m_problemLabel;
    QToolButton* m_copy;
};

} // namespace latticeq::ui
