// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/activations_group.h"

#include <QCheckBox>

namespace latticeq::ui {

namespace {

constexpr int kFewestBits = 2;
constexpr int kMostBits = 16;

QString off(const RunSettings& settings)
{
    return settings.quantizeActivations ? QString() : ActivationsGroup::tr("Activations are not quantized.");
}

QString flagOf(bool on, const char* name)
{
    return (on ? QStringLiteral("--%1") : QStringLiteral("--no-%1")).arg(QLatin1String(name));
}

/** `other` is whether the other setting has the statistics. */
QString batchNormObstacle(const RunSettings& settings, bool other)
{
    if (!hasCalibrationData(settings))
        return ActivationsGroup::tr("There is no data set to calibrate on.");
    return other ? ActivationsGroup::tr("Statistics can be updated or re-estimated, not both.") : QString();
}

QList<Choice> bitChoices(const RunSettings&)
{
    QList<Choice> choices;
    for (int bits = kFewestBits; bits <= kMostBits; ++bits)
        choices << Choice { QString::number(bits), QString::number(bits), {} };
    return choices << Choice { QString::number(kFullPrecisionBits),
        ActivationsGroup::tr("32: pooling and last layer only"), {} };
}

} // namespace

ActivationsGroup::ActivationsGroup(SettingsState& state, QWidget* parent)
    : SettingsGroup(state, QStringLiteral("activations"), parent)
{
    addSwitch("quantize", bindMember<bool>(&RunSettings::quantizeActivations), [](const RunSettings& s) {
        return FieldTexts { tr("Quantize"),
            tr("Quantizes the inputs of all layers but the first, with ranges from the calibration images."),
            flagOf(s.quantizeActivations, "quant_a"), {}, {} };
    });
    addPrecision();
    addClipping();
    addAllocation();
    refresh();
}

void ActivationsGroup::addPrecision()
{
    const Binding<QString> bits { [](const RunSettings& s) { return QString::number(s.activationBits); },
        [](RunSettings& s, const QString& value) { s.activationBits = value.toInt(); } };
    addChoice("bits", bitChoices, bits, [](const RunSettings& s) {
        return FieldTexts { tr("Bits"),
            tr("Bits of an activation. Fewer: cheaper arithmetic, larger error; pooling and the last layer stay at 8."),
            QStringLiteral("--bitsA %1").arg(s.activationBits), off(s), {} };
    });
    const Binding<QString> granularity { [](const RunSettings& s) {
                                            return s.activationsPerChannel ? QStringLiteral("per_channel")
                                                                           : QStringLiteral("per_layer");
                                        },
        [](RunSettings& s, const QString& value) { s.activationsPerChannel = value == u"per_channel"; } };
    addChoice(
        "range",
        [](const RunSettings&) {
            return QList<Choice> { { QStringLiteral("per_layer"), tr("Per layer"), {} },
                { QStringLiteral("per_channel"), tr("Per channel"), {} } };
        },
        granularity,
        [](const RunSettings& s) {
            return FieldTexts { tr("Range"),
                tr("One range for a layer's whole input, or one for each of its channels. Per channel: smaller error, "
                   "one more stored number per channel."),
                s.activationsPerChannel ? QStringLiteral("--quant_a_type per_channel")
                                        : QStringLiteral("--quant_a_type per_layer"),
                off(s), {} };
        });
}

void ActivationsGroup::addClipping()
{
    const Binding<QString> alpha {
        [](const RunSettings& s) { return s.leastSquaresAlpha ? QStringLiteral("mse") : QStringLiteral("max"); },
        [](RunSettings& s, const QString& value) { s.leastSquaresAlpha = value == u"mse"; }
    };
    addChoice(
        "alpha",
        [](const RunSettings&) {
            return QList<Choice> { { QStringLiteral("max"), tr("As published"), {} },
                { QStringLiteral("mse"), tr("Smallest error"), {} } };
        },
        alpha,
        [](const RunSettings& s) {
            return FieldTexts { tr("Clipping"),
                tr("Where a range ends. As published: at the largest value, per channel at a quantile. Smallest error: "
                   "where the squared error on the calibration images is smallest, which helps at few bits."),
                s.leastSquaresAlpha ? QStringLiteral("--alpha mse") : QStringLiteral("--alpha max"), off(s), {} };
        });
}

void ActivationsGroup::addAllocation()
{
    addSwitch("allocateBits", bindMember<bool>(&RunSettings::allocateActivationBits), [](const RunSettings& s) {
        const QString obstacle = s.quantizeActivations && !s.activationsPerChannel
            ? tr("Bit allocation does nothing per layer: choose ranges per channel.")
            : off(s);
        return FieldTexts { tr("Bit allocation"),
            tr("Moves bits from channels with a narrow range to those with a wide one, at the same average."),
            flagOf(s.allocateActivationBits, "bit_alloc_a"), obstacle, {} };
    });
    addSwitch("reestimateBatchNorm", bindMember<bool>(&RunSettings::reestimateBatchNorm), [](const RunSettings& s) {
        return FieldTexts { tr("Re-estimate batch norm"),
            tr("Measures the statistics of batch normalisation anew, in the quantized network on the calibration "
               "images. Wins accuracy at few bits and costs no time."),
            flagOf(s.reestimateBatchNorm, "bn-reestimate"), batchNormObstacle(s, s.updateBatchNorm), {} };
    });
    addSwitch("updateBatchNorm", bindMember<bool>(&RunSettings::updateBatchNorm), [](const RunSettings& s) {
        return FieldTexts { tr("Batch-norm update"),
            tr("Lets the statistics of batch normalisation follow the calibration images, as the published program "
               "does. May win accuracy at very few bits."),
            flagOf(s.updateBatchNorm, "bn-update"), batchNormObstacle(s, s.reestimateBatchNorm), {} };
    });
}

QString ActivationsGroup::title() const
{
    return tr("Activations");
}

QString ActivationsGroup::summary(const RunSettings& settings) const
{
    if (!settings.quantizeActivations)
        return tr("not quantized");
    const QString range = settings.activationsPerChannel ? tr("channel") : tr("layer");
    return tr("%1, %2", "bits, granularity").arg(settings.activationBits).arg(range);
}

} // namespace latticeq::ui
