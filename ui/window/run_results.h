// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run_estimate.h"
#include "ui/workspace/run_document.h"

#include <QWidget>

#include <array>
#include <optional>

class QLabel;

namespace latticeq::ui {

/**
 * The three results of a run in fixed places: accuracy, size and bits, with ≈ while they are expected and plain once
 * measured. Until there is an accuracy of the quantized network its place shows full precision's.
 */
class RunResults : public QWidget
{
    Q_OBJECT
public:
    explicit RunResults(QWidget* parent = nullptr);

    void showRun(const RunDocument& run, const std::optional<RunEstimate>& estimate);

protected:
    void changeEvent(QEvent* event) override;

private:
    void restyle();
    void retranslate();
    void showAccuracy(const RunDocument& run);

    std::array<QLabel*, 3> m_captions {};
    QLabel* m_top1;
    QLabel* m_size;
    QLabel* m_bits;
};

} // namespace latticeq::ui
