// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/layer_column.h"

#include <QCoreApplication>

#include <array>

namespace latticeq::ui {

namespace {

struct ColumnTraits
{
    const char* title;
    const char* explanation;
    const char* widest;
    bool numeric;
    bool shown;
};

constexpr std::array<ColumnTraits, kLayerColumns> kTraits { {
    { QT_TRANSLATE_NOOP("layers", "#"), QT_TRANSLATE_NOOP("layers", "Place of the layer in the network."), "0000", true,
        true },
    { QT_TRANSLATE_NOOP("layers", "Layer"), QT_TRANSLATE_NOOP("layers", "Name of the layer in the model file."),
        "layer3.0.downsample.0 ", false, true },
    { QT_TRANSLATE_NOOP("layers", "n"),
        QT_TRANSLATE_NOOP("layers", "Group dimension: how many consecutive weights one lattice point stands for."),
        "00", true, true },
    { QT_TRANSLATE_NOOP("layers", "Bits"),
        QT_TRANSLATE_NOOP("layers",
            "Bits of a coordinate. Fewer: smaller file, larger error. May be changed before a run. --layer NAME=bits"),
        "FP32 000", true, true },
    { QT_TRANSLATE_NOOP("layers", "Effective"),
        QT_TRANSLATE_NOOP("layers", "Bits stored for each weight, with bases and scales: coordinates alone are less."),
        "00 00.00", true, true },
    { QT_TRANSLATE_NOOP("layers", "Cubic error"),
        QT_TRANSLATE_NOOP("layers",
            "Cubic error per weight of the normalised weights. The bar shows it, the tick the error of scalar "
            "rounding."),
        "000.00 0000000000000000", true, true },
    { QT_TRANSLATE_NOOP("layers", "Scalar"),
        QT_TRANSLATE_NOOP("layers", "Cubic error of the same search with single weights instead of groups."), "000.00",
        true, true },
    { QT_TRANSLATE_NOOP("layers", "vs scalar"),
        QT_TRANSLATE_NOOP("layers", "What the lattice changes of the scalar cubic error; compare the effective bits."),
        "\u2212000 %", true, true },
    { QT_TRANSLATE_NOOP("layers", "Search"),
        QT_TRANSLATE_NOOP(
            "layers", "Best error against candidates tried, both on logarithmic scales; dashed: scalar rounding."),
        "000000000000", false, true },
    { QT_TRANSLATE_NOOP("layers", "s"),
        QT_TRANSLATE_NOOP("layers", "Seconds that the layer's search took; while it goes on, the part of it done."),
        "000.0", true, true },
    { QT_TRANSLATE_NOOP("layers", "Type"), QT_TRANSLATE_NOOP("layers", "Kind of the layer."), "Convolution ", false,
        false },
    { QT_TRANSLATE_NOOP("layers", "Shape"),
        QT_TRANSLATE_NOOP(
            "layers", "Shape of the weight: output channels, input channels of one group, kernel height and width."),
        "512 × 512 × 3 × 3 ", false, false },
    { QT_TRANSLATE_NOOP("layers", "Bits A"), QT_TRANSLATE_NOOP("layers", "Bits of the layer's input activations."),
        "FP32", true, false },
    { QT_TRANSLATE_NOOP("layers", "Granularity"),
        QT_TRANSLATE_NOOP("layers", "Whether each output channel has its own basis or the layer has one for all."),
        "per channel ", false, false },
    { QT_TRANSLATE_NOOP("layers", "Basis bits"),
        QT_TRANSLATE_NOOP("layers", "Bits of each entry of a basis. Fewer: smaller bases, coarser choice. --bitsB"),
        "FP32", true, false },
    { QT_TRANSLATE_NOOP("layers", "MSE"),
        QT_TRANSLATE_NOOP("layers", "Mean squared error of the exported weights, in their own scale."), "0.00·10⁻⁰⁰",
        true, false },
    { QT_TRANSLATE_NOOP("layers", "SQNR"),
        QT_TRANSLATE_NOOP("layers", "Signal to quantization noise ratio of the exported weights, in decibels."),
        "000.0 dB", true, false },
    { QT_TRANSLATE_NOOP("layers", "Output error"),
        QT_TRANSLATE_NOOP("layers",
            "Mean squared difference of the layer's output with quantized weights alone, on the calibration images."),
        "0.00·10⁻⁰⁰", true, false },
    { QT_TRANSLATE_NOOP("layers", "Divergence alone"),
        QT_TRANSLATE_NOOP("layers",
            "What this layer's bits alone do to the class probabilities, in nats per image; of runs that choose bits."),
        "0.00·10⁻⁰⁰", true, false },
    { QT_TRANSLATE_NOOP("layers", "Top-1 alone"),
        QT_TRANSLATE_NOOP("layers",
            "Accuracy on calibration images with only this layer quantized to its bits; of runs that choose bits."),
        "00.00 %", true, false },
    { QT_TRANSLATE_NOOP("layers", "Candidates"),
        QT_TRANSLATE_NOOP("layers", "Candidate bases that each chain of the search tried."), "00,000,000", true,
        false },
} };

const ColumnTraits& traits(LayerColumn column)
{
    return kTraits[static_cast<size_t>(column)];
}

} // namespace

QString columnTitle(LayerColumn column)
{
    return QCoreApplication::translate("layers", traits(column).title);
}

QString columnExplanation(LayerColumn column)
{
    return QCoreApplication::translate("layers", traits(column).explanation);
}

bool hasPowerOfTen(LayerColumn column)
{
    return column == LayerColumn::Error || column == LayerColumn::Scalar;
}

bool isNumeric(LayerColumn column)
{
    return traits(column).numeric;
}

bool isShownByDefault(LayerColumn column)
{
    return traits(column).shown;
}

QString widestText(LayerColumn column)
{
    return QString::fromUtf8(traits(column).widest);
}

} // namespace latticeq::ui
