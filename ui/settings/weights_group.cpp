// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/weights_group.h"

#include "ui/settings/number_box.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace latticeq::ui {

namespace {

constexpr int kLargestGroup = 16;

/** Two choices that stand for a switch: `on` and `off`. */
Binding<QString> bindSwitch(bool RunSettings::*member)
{
    return { [member](const RunSettings& s) { return s.*member ? QStringLiteral("on") : QStringLiteral("off"); },
        [member](RunSettings& s, const QString& value) { s.*member = value == u"on"; } };
}

QString switchFlag(bool on, const char* name)
{
    return (on ? QStringLiteral("--%1") : QStringLiteral("--no-%1")).arg(QLatin1String(name));
}

} // namespace

WeightsGroup::WeightsGroup(SettingsState& state, QWidget* parent)
    : SettingsGroup(state, QStringLiteral("weights"), parent)
{
    addNumber("bits", 1, 8, bindMember<double>(&RunSettings::weightBits), [](const RunSettings& s) {
        return FieldTexts { tr("Bits"),
            tr("Bits of a weight's coordinate. Fewer: smaller file, larger error; first and last layer stay at 8."),
            QStringLiteral("--bitsW %1").arg(s.weightBits), {}, {} };
    });
    addVectors();
    addBases();
    addCorrections();
    addOverrides();
    refresh();
}

void WeightsGroup::addVectors()
{
    addChoice(
        "basis",
        [](const RunSettings&) {
            return QList<Choice> { { QStringLiteral("off"), tr("Per channel"), {} },
                { QStringLiteral("on"), tr("Per layer"), {} } };
        },
        bindSwitch(&RunSettings::perLayer),
        [](const RunSettings& s) {
            return FieldTexts { tr("Basis"),
                tr("One basis for every output channel, or one for the whole layer. Per layer: hardly any bits for "
                   "bases, but a larger error."),
                switchFlag(s.perLayer, "per_layer"), {}, {} };
        });
    addChoice(
        "vectors",
        [](const RunSettings&) {
            return QList<Choice> { { QStringLiteral("off"), tr("Lattice"), {} },
                { QStringLiteral("on"), tr("Scalar"), {} } };
        },
        bindSwitch(&RunSettings::scalar),
        [](const RunSettings& s) {
            return FieldTexts { tr("Vectors"),
                tr("Lattice: a few weights are rounded together. Scalar: every weight by itself, the usual "
                   "quantization to compare with."),
                switchFlag(s.scalar, "scalar"), {}, {} };
        });
    addChoice(
        "depthwise",
        [](const RunSettings&) {
            return QList<Choice> { { QStringLiteral("off"), tr("Lattice"), {} },
                { QStringLiteral("on"), tr("8-bit scalar"), {} } };
        },
        bindSwitch(&RunSettings::scalarDepthwise),
        [](const RunSettings& s) {
            return FieldTexts { tr("Depthwise"),
                tr("Depthwise convolutions have few weights a channel, so a basis of their own costs more bits than "
                   "the "
                   "weights. As 8-bit scalars they take about 9 bits a weight with a smaller error."),
                s.scalarDepthwise ? QStringLiteral("--depthwise scalar8") : QStringLiteral("--depthwise lattice"), {},
                {} };
        });
    addNumber("aggregation", 1, kLargestGroup, bindMember<double>(&RunSettings::aggregation), [](const RunSettings& s) {
        return FieldTexts { tr("1×1 group"),
            tr("Weights per vector in 1×1 convolutions and linear layers; 3×3 kernels always take 3. More: "
               "smaller error, slower search and larger bases."),
            QStringLiteral("--agreg %1").arg(s.aggregation),
            s.scalar ? tr("Scalar vectors hold one weight each.") : QString(), {} };
    });
}

void WeightsGroup::addBases()
{
    addSwitch("quantizeBasis", bindMember<bool>(&RunSettings::quantizeBasis), [](const RunSettings& s) {
        return FieldTexts { tr("Quantize bases"),
            tr("Stores bases with few bits instead of 32. Every candidate is quantized before it is judged, so this "
               "costs little error."),
            switchFlag(s.quantizeBasis, "quant_basis"), {}, {} };
    });
    addNumber("basisBits", 2, 16, bindMember<double>(&RunSettings::basisBits), [](const RunSettings& s) {
        return FieldTexts { tr("Basis bits"),
            tr("Bits of a basis entry. Fewer: smaller file, coarser choice of bases. Layers with few vectors per "
               "channel gain most."),
            QStringLiteral("--bitsB %1").arg(s.basisBits), s.quantizeBasis ? QString() : tr("Bases are not quantized."),
            {} };
    });
}

void WeightsGroup::addCorrections()
{
    const Binding<bool> dataAware { [](const RunSettings& s) { return s.dataAware; },
        [](RunSettings& s, const bool& on) {
            const int64_t usual = RunSettings().calibrationImages;
            if (s.calibrationImages == (on ? usual : kDataAwareImages))
                s.calibrationImages = on ? kDataAwareImages : usual;
            s.dataAware = on;
        } };
    addSwitch("dataAware", dataAware, [](const RunSettings& s) {
        return FieldTexts { tr("Data-aware rounding"),
            tr("After the search, moves each layer's weights among the lattice points so that its output changes "
               "little on the calibration images, and refits the bases to that. Far more accurate at 2 and 3 bits; "
               "takes 1,024 calibration images."),
            switchFlag(s.dataAware, "data-aware"),
            hasCalibrationData(s) ? QString() : tr("There is no data set to calibrate on."), {} };
    });
    addSwitch("biasCorrection", bindMember<bool>(&RunSettings::biasCorrection), [](const RunSettings& s) {
        return FieldTexts { tr("Bias correction"),
            tr("Gives every output channel its original mean and norm back, with two stored scales per channel. "
               "Helps most at few bits. With data-aware rounding only layers keep it where that leaves the smaller "
               "output error."),
            switchFlag(s.biasCorrection, "bias_corr"), {}, {} };
    });
    addSwitch("allocateBits", bindMember<bool>(&RunSettings::allocateWeightBits), [](const RunSettings& s) {
        return FieldTexts { tr("Bit allocation"),
            tr("Moves bits from narrow to wide output channels at the same average. A channel may get none."),
            switchFlag(s.allocateWeightBits, "bit_alloc_w"),
            s.perLayer ? tr("Bit allocation does nothing per layer: every channel keeps the layer's bits.") : QString(),
            {} };
    });
}

void WeightsGroup::addOverrides()
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 0);
    auto* label = new QLabel;
    label->setObjectName(QStringLiteral("weights.overrides"));
    label->setWordWrap(true);
    auto* clear = new QToolButton;
    clear->setObjectName(QStringLiteral("weights.clearOverrides"));
    clear->setFocusPolicy(Qt::StrongFocus);
    layout->addWidget(label, 1);
    layout->addWidget(clear);
    connect(clear, &QToolButton::clicked, this, [this] {
        RunSettings settings = state().settings();
        settings.layerBits.clear();
        state().change(tr("Clear the bits of single layers"), settings);
    });
    addRow(row, [=](const RunSettings& s) {
        QStringList flags;
        for (const auto& [layer, bits] : s.layerBits)
            flags << QStringLiteral("--layer %1=%2").arg(QString::fromStdString(layer)).arg(bits);
        label->setText(tr("%n layer(s) with their own bits", nullptr, static_cast<int>(s.layerBits.size())));
        label->setToolTip(flags.join(u'\n'));
        clear->setText(tr("Clear"));
        clear->setAccessibleName(tr("Clear the bits of single layers"));
        clear->setToolTip(tr("Takes the layers' own bits away (--layer): all layers follow the settings above."));
        row->setVisible(!s.layerBits.empty());
    });
}

QString WeightsGroup::title() const
{
    return tr("Weights");
}

QString WeightsGroup::summary(const RunSettings& settings) const
{
    const QString unit = settings.scalar ? tr("scalar") : settings.perLayer ? tr("layer") : tr("channel");
    if (!settings.quantizeBasis)
        return tr("%1, %2", "bits, granularity").arg(settings.weightBits).arg(unit);
    return tr("%1, %2, bases %3", "bits, granularity, bits of bases")
        .arg(settings.weightBits)
        .arg(unit)
        .arg(settings.basisBits);
}

} // namespace latticeq::ui
