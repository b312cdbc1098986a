// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/run_notices.h"

#include "ui/runs/run_records.h"
#include "ui/support/number_format.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace latticeq::ui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(RunNotices)
};

/** Whether the sentence names what a setting names. */
bool names(const QString& sentence, const std::string& setting)
{
    return !setting.empty() && sentence.contains(QString::fromStdString(setting));
}

} // namespace

QString doneSentence(const RunDocument& run)
{
    if (!run.result())
        return {};
    const RunResult& result = *run.result();
    QStringList sentences { Texts::tr("Done in %1.").arg(formatDuration(totalSeconds(result))) };
    const double ratio
        = result.packedBytes > 0 ? static_cast<double>(result.fp32Bytes) / static_cast<double>(result.packedBytes) : 0;
    if (result.quantized && result.difference) {
        sentences.append(Texts::tr("%1 (%2), %3 times smaller.")
                             .arg(formatPercent(result.quantized->top1), formatPoints(result.difference->points),
                                 formatFixed(ratio, 1)));
    } else {
        sentences.append(Texts::tr("%1 times smaller.").arg(formatFixed(ratio, 1)));
    }
    const QString worst = run.worstLayer();
    if (!worst.isEmpty())
        sentences.append(Texts::tr("Worst: %1 %2.").arg(run.indexOf(worst) + 1).arg(worst));
    return sentences.join(u' ');
}

QString stoppedSentence(const RunDocument& run)
{
    const int finished = run.finishedLayers();
    if (finished == 0 && run.isResumable())
        return Texts::tr("Stopped while bits were chosen. What was measured of the layers is kept.");
    if (finished == 0)
        return Texts::tr("Stopped before a layer was finished; nothing was kept.");
    return Texts::tr("Stopped. %1 of %2 layers are finished and kept.").arg(finished).arg(run.layers().size());
}

QString failureSentence(const QString& sentence)
{
    if (sentence.isEmpty())
        return Texts::tr("The run failed without saying why.");
    QString text = sentence;
    // A path or a flag at the beginning keeps its case.
    if (text.at(0).isLower() && !text.section(u' ', 0, 0).contains(u'.') && !text.section(u' ', 0, 0).contains(u'/'))
        text[0] = text.at(0).toUpper();
    return text.endsWith(u'.') ? text : text + u'.';
}

FailureSubject failureSubject(const QString& sentence, const RunSettings& settings)
{
    if (names(sentence, settings.outputFolder) || sentence.contains(QLatin1String("cannot write")))
        return FailureSubject::OutputFolder;
    if (names(sentence, settings.weights) || sentence.contains(QLatin1String("no weights for")))
        return FailureSubject::Weights;
    if (names(sentence, settings.data) || names(sentence, settings.calibrationData)
        || sentence.contains(QLatin1String("--data")))
        return FailureSubject::Data;
    return FailureSubject::Other;
}

QStringList networksThatFit(const QString& sentence)
{
    const QString before = QStringLiteral("; it fits ");
    const qsizetype place = sentence.lastIndexOf(before);
    if (place < 0)
        return {};
    static const QRegularExpression between(QStringLiteral(", | and "));
    return sentence.mid(place + before.size()).split(between, Qt::SkipEmptyParts);
}

} // namespace latticeq::ui
