// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/runs/compare_rows.h"

#include <functional>
#include <optional>

namespace latticeq::ui {

/** Collects the lines of a comparison from functions that read one run. */
class CompareBuilder
{
public:
    using Text = std::function<QString(const RunDocument&)>;
    using Setting = std::function<QString(const RunSettings&)>;
    using Count = std::function<std::optional<int64_t>(const RunSettings&)>;
    using Number = std::function<std::optional<double>(const RunDocument&)>;
    using Format = std::function<QString(double)>;
    using Difference = std::function<QString(double first, double other)>;

    explicit CompareBuilder(const QList<RunDocumentPtr>& runs);

    void addText(const QString& name, const QString& toolTip, const Text& text);
    void addSetting(const QString& name, const QString& toolTip, const Setting& setting);
    /** A whole number; its difference is signed. */
    void addCount(const QString& name, const QString& toolTip, const Count& count);
    void addNumber(const QString& name, const QString& toolTip, const Number& number, const Format& format,
        const Difference& difference);
    /** Top-1 with its difference, and its paired interval in the footnote where the images were the same. */
    void addAccuracy(const QString& name, const QString& toolTip);

    Comparison take() { return std::move(m_comparison); }

private:
    QString footnote() const;

    const QList<RunDocumentPtr>& m_runs;
    Comparison m_comparison;
};

/** The paired difference of two runs' accuracies; nothing where they did not see the same images. */
std::optional<PairedDifference> pairedAccuracy(const RunDocument& first, const RunDocument& other);

} // namespace latticeq::ui
