// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/run_series.h"

#include "core/io/atomic_file.h"
#include "core/run/seed_repeats.h"
#include "ui/support/number_format.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <filesystem>

namespace latticeq::ui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RunSeries)
};

} // namespace

RunSeries::RunSeries(const RunSettings& settings)
    : m_settings(settings)
{
}

RunSettings RunSeries::nextSettings() const
{
    return repeatSettings(m_settings, static_cast<int>(m_ids.size()));
}

QString RunSeries::nextPlace() const
{
    return Texts::tr("seed %1 of %2").arg(m_ids.size() + 1).arg(count());
}

void RunSeries::take(const RunDocumentPtr& run)
{
    if (run->state() != RunDocument::State::Finished || isComplete())
        return;
    m_ids.append(run->id);
    m_results.push_back(*run->result());
}

QString RunSeries::write() const
{
    try {
        writeFileAtomically(std::filesystem::path(m_settings.outputFolder) / "seeds.csv", seedsCsv(m_results));
    } catch (const std::exception& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

QString RunSeries::sentence() const
{
    const std::vector<RepeatedFigure> figures = repeatedFigures(m_results);
    const auto spread = [&](const char* name) -> std::optional<Spread> {
        const auto found = std::find_if(
            figures.begin(), figures.end(), [&](const RepeatedFigure& figure) { return figure.name == name; });
        return found == figures.end() ? std::nullopt : std::optional(found->spread);
    };
    const QString seeds = Texts::tr("%n seed(s)", nullptr, count());
    const auto top1 = spread("top1");
    const auto difference = spread("difference");
    if (!top1 || !difference)
        return Texts::tr("%1 done.", "number of seeds").arg(seeds);
    return Texts::tr("%1: %2 ± %3 top-1, %4 ± %5 against full precision (mean ± standard deviation).")
        .arg(seeds, formatFixed(top1->mean, 2), formatPercent(top1->deviation), formatSigned(difference->mean, 2),
            Texts::tr("%1 pt", "points").arg(formatFixed(difference->deviation, 2)));
}

} // namespace latticeq::ui
