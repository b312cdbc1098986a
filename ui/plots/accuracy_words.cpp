// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/accuracy_words.h"

#include "ui/support/number_format.h"

#include <QCoreApplication>

namespace latticeq::ui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(AccuracyPlot)
};

} // namespace

QString differenceText(const PairedDifference& difference)
{
    QString interval = Texts::tr("(paired 95 %: %1 … %2)")
                           .arg(formatSigned(difference.interval.low, 2), formatSigned(difference.interval.high, 2));
    QString points = formatPoints(difference.points);
    for (QString* part : { &points, &interval })
        part->replace(u' ', QChar(QChar::Nbsp)); // lines break between the two only
    return QStringLiteral("%1 %2").arg(points, interval);
}

std::optional<PairedDifference> differenceToFullPrecision(const RunResult& result)
{
    if (!result.fp32Correct.empty() && result.fp32Correct.size() == result.quantizedCorrect.size())
        return pairedDifference(result.fp32Correct, result.quantizedCorrect);
    return result.difference;
}

std::optional<PairedDifference> differenceToReference(const RunResult& result, const RunResult& reference)
{
    const bool sameImages = !result.quantizedCorrect.empty()
        && result.quantizedCorrect.size() == reference.quantizedCorrect.size()
        && result.evaluatedImages == reference.evaluatedImages && result.settings.data == reference.settings.data;
    return sameImages ? std::optional(pairedDifference(reference.quantizedCorrect, result.quantizedCorrect))
                      : std::nullopt;
}

QString accuracyWords(const QList<const RunDocument*>& runs, const RunDocument* reference)
{
    QStringList lines;
    for (const RunDocument* run : runs) {
        const auto difference = run->result() ? differenceToFullPrecision(*run->result()) : std::nullopt;
        if (difference)
            lines.append(Texts::tr("%1 against full precision: %2").arg(run->name, differenceText(*difference)));
    }
    for (const RunDocument* run : runs) {
        if (!reference || run == reference || !run->result() || !reference->result())
            continue;
        const auto difference = differenceToReference(*run->result(), *reference->result());
        lines.append(difference
                ? Texts::tr("%1 against %2: %3").arg(run->name, reference->name, differenceText(*difference))
                : Texts::tr("%1 against %2: different images").arg(run->name, reference->name));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace latticeq::ui
