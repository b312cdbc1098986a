// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/weights_group.h"

#include "core/graph/model_catalog.h"
#include "ui/settings/number_box.h"
#include "ui/support/number_format.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace latticeq::ui {

namespace {

constexpr int kLargestGroup = 16;

/** Two choices that stand for a switch: `on` and `off`. */
Binding<QString> bindSwitch(bool RunSettings::*member)
{
    return { [member](const RunSettings& s) { return s.*member ? QStringLiteral("on") : QStringLiteral("off"); },
        [member](RunSettings& s, const QString& value) { s.*member = value == u"on"; } };
}

/** What layers' bits follow, by the setting that says so. */
QString bitsRule(const RunSettings& s)
{
    return s.maxBytes > 0 ? QStringLiteral("size")
        : s.maxLoss > 0   ? QStringLiteral("loss")
        : s.minTop1 > 0   ? QStringLiteral("floor")
                          : QStringLiteral("same");
}

void setBitsRule(RunSettings& s, const QString& rule)
{
    constexpr int64_t kDemoBytes = 110'000;
    constexpr int64_t kUsualBytes = 5'000'000;
    s.maxBytes = rule == u"size" ? s.model == kDemoModel ? kDemoBytes : kUsualBytes : 0;
    s.maxLoss = rule == u"loss" ? 1 : 0;
    s.minTop1 = rule == u"floor" ? 90 : 0;
    s.allocateWeightBits = s.allocateWeightBits && !choosesBits(s);
}

/** The limit in the unit that its control shows: kB, points or percent. */
double bitsLimit(const RunSettings& s)
{
    return s.maxBytes > 0 ? static_cast<double>(s.maxBytes) / 1000 : s.maxLoss > 0 ? s.maxLoss : s.minTop1;
}

void setBitsLimit(RunSettings& s, double limit)
{
    if (s.maxBytes > 0)
        s.maxBytes = std::llround(1000 * limit);
    else if (s.maxLoss > 0)
        s.maxLoss = std::min(limit, 100.0);
    else if (s.minTop1 > 0)
        s.minTop1 = std::min(limit, 100.0);
}

QString bitsFlag(const RunSettings& s)
{
    return s.maxBytes > 0 ? QStringLiteral("--max-bytes %1").arg(s.maxBytes)
        : s.maxLoss > 0   ? QStringLiteral("--max-loss %1").arg(s.maxLoss)
        : s.minTop1 > 0   ? QStringLiteral("--min-top1 %1").arg(s.minTop1)
                          : QStringLiteral("--bitsW %1").arg(s.weightBits);
}

QString switchFlag(bool on, const char* name)
{
    return (on ? QStringLiteral("--%1") : QStringLiteral("--no-%1")).arg(QLatin1String(name));
}

} // namespace

WeightsGroup::WeightsGroup(SettingsState& state, QWidget* parent)
    : SettingsGroup(state, QStringLiteral("weights"), parent)
{
    addChoiceOfBits();
    addNumber("bits", 1, 8, bindMember<double>(&RunSettings::weightBits), [](const RunSettings& s) {
        return FieldTexts { tr("Bits"),
            tr("Bits of a weight's coordinate. Fewer: smaller file, larger error; first and last layer stay at 8."),
            QStringLiteral("--bitsW %1").arg(s.weightBits),
            choosesBits(s) ? tr("Every layer has its own bits, chosen by the limit.") : QString(), {} };
    });
    addVectors();
    addBases();
    addCorrections();
    addOverrides();
    refresh();
}

void WeightsGroup::addChoiceOfBits()
{
    addChoice(
        "rule",
        [](const RunSettings&) {
            return QList<Choice> { { QStringLiteral("same"), tr("The same in all"), {} },
                { QStringLiteral("size"), tr("By file size"), {} },
                { QStringLiteral("loss"), tr("By accuracy lost"), {} },
                { QStringLiteral("floor"), tr("By accuracy kept"), {} } };
        },
        { bitsRule, setBitsRule },
        [](const RunSettings& s) {
            return FieldTexts { tr("Layers' bits"),
                tr("The same bits in all layers, or as many in each as suit it: measures how the output suffers from "
                   "every layer and takes the bits that lose least in a file of a given size, or the fewest that keep "
                   "an accuracy. Takes up to six trial runs for an accuracy."),
                bitsFlag(s),
                hasCalibrationData(s) || choosesBits(s) ? QString() : tr("There is no data set to calibrate on."), {} };
        });
    constexpr double kMost = 1e6; // kB
    constexpr int kDecimals = 3;
    const Binding<double> limit { bitsLimit, setBitsLimit };
    NumberBox* box = addNumber("limit", 0.001, kMost, limit, [](const RunSettings& s) {
        FieldTexts texts { s.maxLoss > 0 ? tr("Most lost") : s.minTop1 > 0 ? tr("Least kept") : tr("Largest file"),
            tr("What the packed checkpoint may take in 10³ bytes; or the points of top-1 that may be lost, or the "
               "percentage that is to be kept, on the evaluated images."),
            choosesBits(s) ? bitsFlag(s) : QStringLiteral("--max-bytes"), choosesBits(s) ? QString() : tr("All layers have the same bits."), {} };
        texts.placeholder = choosesBits(s) ? QString() : QString(QChar(kNotYet)); // of a limit that is none
        texts.suffix = s.maxLoss > 0 ? tr(" pt") : s.minTop1 > 0 ? tr(" %") : tr(" kB");
        return texts;
    });
    box->setDecimals(kDecimals);
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
            s.perLayer         ? tr("Bit allocation does nothing per layer: every channel keeps the layer's bits.")
                : choosesBits(s) ? tr("The layers' bits are chosen; channels then keep their layer's.")
                                 : QString(),
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
    const QString bits = choosesBits(settings) ? tr("chosen", "bits") : QString::number(settings.weightBits);
    if (!settings.quantizeBasis)
        return tr("%1, %2", "bits, granularity").arg(bits, unit);
    return tr("%1, %2, bases %3", "bits, granularity, bits of bases")
        .arg(bits)
        .arg(unit)
        .arg(settings.basisBits);
}

} // namespace latticeq::ui
