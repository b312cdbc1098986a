// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/runs/compare_builder.h"

#include "ui/support/number_format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace latticeq::ui {

namespace {

bool anyDiffers(const QStringList& values)
{
    return std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) != values.end();
}

} // namespace

std::optional<PairedDifference> pairedAccuracy(const RunDocument& first, const RunDocument& other)
{
    if (!first.result() || !other.result())
        return std::nullopt;
    const RunResult& a = *first.result();
    const RunResult& b = *other.result();
    const bool sameImages = !a.quantizedCorrect.empty() && a.quantizedCorrect.size() == b.quantizedCorrect.size()
        && a.evaluatedImages == b.evaluatedImages && a.settings.data == b.settings.data;
    return sameImages ? std::optional(pairedDifference(a.quantizedCorrect, b.quantizedCorrect)) : std::nullopt;
}

CompareBuilder::CompareBuilder(const QList<RunDocumentPtr>& runs)
    : m_runs(runs)
{
}

void CompareBuilder::addText(const QString& name, const QString& toolTip, const Text& text)
{
    CompareRow row { name, toolTip, {}, QStringList(m_runs.size()), false };
    for (const RunDocumentPtr& run : m_runs)
        row.values += text(*run);
    row.differs = anyDiffers(row.values);
    m_comparison.rows += row;
}

void CompareBuilder::addSetting(const QString& name, const QString& toolTip, const Setting& setting)
{
    addText(name, toolTip, [&](const RunDocument& run) { return setting(run.settings()); });
}

void CompareBuilder::addCount(const QString& name, const QString& toolTip, const Count& count)
{
    addNumber(
        name, toolTip,
        [&](const RunDocument& run) -> std::optional<double> {
            const auto value = count(run.settings());
            return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
        },
        [](double value) { return formatCount(std::llround(value)); },
        [](double first, double other) { return formatSigned(other - first, 0); });
}

void CompareBuilder::addNumber(const QString& name, const QString& toolTip, const Number& number, const Format& format,
    const Difference& difference)
{
    CompareRow row { name, toolTip, {}, {}, false };
    const std::optional<double> first = number(*m_runs.first());
    for (const RunDocumentPtr& run : m_runs) {
        const std::optional<double> value = number(*run);
        row.values += value ? format(*value) : QString(QChar(kNotYet));
        const bool comparable = run != m_runs.first() && first && value;
        row.differences += comparable ? difference(*first, *value) : QString();
    }
    row.differs = anyDiffers(row.values);
    m_comparison.rows += row;
}

void CompareBuilder::addAccuracy(const QString& name, const QString& toolTip)
{
    addNumber(
        name, toolTip,
        [](const RunDocument& run) -> std::optional<double> {
            return run.quantized().report ? std::optional(run.quantized().report->top1) : std::nullopt;
        },
        [](double percent) { return formatPercent(percent); },
        [](double first, double other) { return formatPoints(other - first); });
    CompareRow& row = m_comparison.rows.last();
    m_comparison.footnote = footnote();
    if (m_comparison.footnote.isEmpty())
        return;
    for (QString& difference : row.differences) {
        if (!difference.isEmpty())
            difference = QStringLiteral("%1 ¹").arg(difference);
    }
}

QString CompareBuilder::footnote() const
{
    QStringList intervals;
    bool otherImages = false;
    for (int i = 1; i < m_runs.size(); ++i) {
        const auto paired = pairedAccuracy(*m_runs.first(), *m_runs[i]);
        otherImages = otherImages || (!paired && m_runs.first()->quantized().report && m_runs[i]->quantized().report);
        if (!paired)
            continue;
        const QString low = formatSigned(paired->interval.low, 2);
        const QString high = formatSigned(paired->interval.high, 2);
        intervals += m_runs.size() == 2 ? QStringLiteral("%1 … %2").arg(low, high)
                                        : QStringLiteral("%1 %2 … %3").arg(runLetter(i), low, high);
    }
    if (!intervals.isEmpty()) {
        return QCoreApplication::translate("compare", "¹ same images, paired 95 %: %1 pt")
            .arg(intervals.join(QStringLiteral(" · ")));
    }
    return otherImages ? QCoreApplication::translate(
               "compare", "¹ measured on different images, or not known image by image: no interval for the difference")
                       : QString();
}

} // namespace latticeq::ui
