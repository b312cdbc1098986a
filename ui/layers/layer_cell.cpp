// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/layers/layer_cell.h"

#include "core/search/search_schedule.h"
#include "ui/support/number_format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QVariant>

#include <algorithm>

namespace latticeq::ui {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(LayerCell)
};

const QString kUnknown { QChar(kNotYet) };

QString bitsText(int bits)
{
    return bits == kFullPrecisionBits ? QStringLiteral("FP32") : QLocale().toString(bits);
}

QString shapeText(const std::vector<int64_t>& shape)
{
    QStringList sizes;
    for (const int64_t size : shape)
        sizes.append(QString::number(size));
    return sizes.join(QStringLiteral(" × "));
}

QVariant orInvalid(const std::optional<double>& value)
{
    return value ? QVariant(*value) : QVariant();
}

} // namespace

double LayerCell::overheadBits() const
{
    return isKnown() && isQuantized() ? layer.report.effectiveBits - layer.report.bitsWeight : 0;
}

bool LayerCell::isStillToBeChosen() const
{
    return layer.status == LayerState::Status::Planned && choosesBits(settings) && !layer.fixed && !layer.alone
        && !settings.layerBits.contains(layer.report.name);
}

std::optional<double> LayerCell::change() const
{
    if (!isFinished() || !isQuantized() || layer.report.scalarMce <= 0)
        return std::nullopt;
    return layer.report.mce / layer.report.scalarMce;
}

int64_t LayerCell::candidates() const
{
    if (isFinished())
        return layer.report.candidates;
    return layer.convergence.empty() ? 0 : layer.convergence.back().candidates;
}

double LayerCell::searchedShare() const
{
    const LayerReport& r = layer.report;
    const int64_t steps = r.type == "linear" ? kLinearSteps : r.group == 1 ? kScalarSteps : settings.steps;
    const int64_t all = publishedSchedule(r.group, std::clamp(r.bitsWeight, 1, 16), steps).candidates();
    return std::min(1.0, static_cast<double>(candidates()) / static_cast<double>(std::max<int64_t>(1, all)));
}

QString LayerCell::plannedText(LayerColumn column) const
{
    const LayerReport& r = layer.report;
    if (!isKnown())
        return kUnknown;
    if (isStillToBeChosen() && (column == LayerColumn::Bits || column == LayerColumn::Effective))
        return kUnknown;
    switch (column) {
    case LayerColumn::Bits: return bitsText(r.bitsWeight);
    case LayerColumn::Effective: return formatBits(r.effectiveBits);
    case LayerColumn::Type: return r.type == "linear" ? Texts::tr("Linear") : Texts::tr("Convolution");
    case LayerColumn::Shape: return shapeText(r.shape);
    case LayerColumn::BitsActivation: return bitsText(r.bitsActivation);
    default: break;
    }
    if (!isQuantized())
        return kUnknown;
    switch (column) {
    case LayerColumn::Group: return QLocale().toString(r.group);
    case LayerColumn::Granularity: return r.perLayer ? Texts::tr("per layer") : Texts::tr("per channel");
    default: return bitsText(r.bitsBasis);
    }
}

QString LayerCell::measuredText(LayerColumn column) const
{
    const LayerReport& r = layer.report;
    if (isSearching()) {
        const std::optional<double> best = layer.bestMce();
        switch (column) {
        case LayerColumn::Error: return best ? formatMantissa(*best, exponent) + u'…' : QStringLiteral("…");
        case LayerColumn::Change: return QStringLiteral("…");
        case LayerColumn::Seconds: return isKnown() ? formatPercent(100 * searchedShare(), 0) : QStringLiteral("…");
        case LayerColumn::Candidates: return formatCount(candidates());
        default: return kUnknown;
        }
    }
    if (!isFinished() || !isQuantized())
        return kUnknown;
    switch (column) {
    case LayerColumn::Error: return formatMantissa(r.mce, exponent);
    case LayerColumn::Scalar: return formatMantissa(r.scalarMce, exponent);
    case LayerColumn::Change: return change() ? formatChange(*change()) : kUnknown;
    case LayerColumn::Seconds: return formatFixed(r.seconds, 1);
    case LayerColumn::Mse: return formatError(r.mse);
    case LayerColumn::Sqnr: return formatDecibels(r.sqnrDb);
    case LayerColumn::OutputError: return r.outputMse ? formatError(*r.outputMse) : kUnknown;
    default: return formatCount(r.candidates);
    }
}

QString LayerCell::text(LayerColumn column) const
{
    switch (column) {
    case LayerColumn::Divergence: return layer.alone ? formatError(layer.alone->divergence) : kUnknown;
    case LayerColumn::TopOneAlone:
        return layer.alone && layer.alone->top1 ? formatPercent(*layer.alone->top1) : kUnknown;
    case LayerColumn::Number: return QLocale().toString(layer.report.index + 1);
    case LayerColumn::Layer: return layer.name();
    case LayerColumn::Search: return {};
    case LayerColumn::Group:
    case LayerColumn::Bits:
    case LayerColumn::Effective:
    case LayerColumn::Type:
    case LayerColumn::Shape:
    case LayerColumn::BitsActivation:
    case LayerColumn::Granularity:
    case LayerColumn::BasisBits: return plannedText(column);
    default: return measuredText(column);
    }
}

QVariant LayerCell::plannedValue(LayerColumn column) const
{
    const LayerReport& r = layer.report;
    switch (column) {
    case LayerColumn::Bits: return r.bitsWeight;
    case LayerColumn::Effective: return r.effectiveBits;
    case LayerColumn::BitsActivation: return r.bitsActivation;
    case LayerColumn::Shape: return static_cast<qlonglong>(r.weights);
    case LayerColumn::Group: return isQuantized() ? QVariant(r.group) : QVariant();
    case LayerColumn::BasisBits: return isQuantized() ? QVariant(r.bitsBasis) : QVariant();
    default: return plannedText(column);
    }
}

QVariant LayerCell::measuredValue(LayerColumn column) const
{
    const LayerReport& r = layer.report;
    if (column == LayerColumn::Error && isQuantized())
        return orInvalid(layer.bestMce());
    if (column == LayerColumn::Search || column == LayerColumn::Candidates)
        return candidates() > 0 ? QVariant(static_cast<qlonglong>(candidates())) : QVariant();
    if (!isFinished() || !isQuantized())
        return {};
    switch (column) {
    case LayerColumn::Scalar: return r.scalarMce;
    case LayerColumn::Change: return orInvalid(change());
    case LayerColumn::Seconds: return r.seconds;
    case LayerColumn::Mse: return r.mse;
    case LayerColumn::Sqnr: return r.sqnrDb;
    default: return orInvalid(r.outputMse);
    }
}

QVariant LayerCell::sortValue(LayerColumn column) const
{
    switch (column) {
    case LayerColumn::Divergence: return layer.alone ? QVariant(layer.alone->divergence) : QVariant();
    case LayerColumn::TopOneAlone: return layer.alone ? orInvalid(layer.alone->top1) : QVariant();
    case LayerColumn::Number: return layer.report.index;
    case LayerColumn::Layer: return layer.name();
    case LayerColumn::Group:
    case LayerColumn::Bits:
    case LayerColumn::Effective:
    case LayerColumn::Type:
    case LayerColumn::Shape:
    case LayerColumn::BitsActivation:
    case LayerColumn::Granularity:
    case LayerColumn::BasisBits: return isKnown() ? plannedValue(column) : QVariant();
    default: return measuredValue(column);
    }
}

QString LayerCell::overheadText() const
{
    const QString overhead = formatFixed(overheadBits(), 1);
    if (layer.fixed)
        return Texts::tr("Bases and scales cost %1 bits per weight here, as the method has it.").arg(overhead);
    const QString cost = Texts::tr("Bases and scales cost %1 bits per weight here.").arg(overhead) + u' ';
    if (isDepthwise() && !settings.scalarDepthwise)
        return cost + Texts::tr("Depthwise layers are smaller as 8-bit scalars: --depthwise scalar8");
    if (layer.report.perLayer)
        return cost + Texts::tr("Smaller: fewer basis bits (--quant_basis) or single weights (--scalar).");
    return cost
        + Texts::tr("Smaller: fewer basis bits (--quant_basis), a basis per layer (--per_layer) or single weights "
                    "(--scalar).");
}

QString LayerCell::toolTip(LayerColumn column) const
{
    if (column == LayerColumn::Layer)
        return layer.name();
    if (column == LayerColumn::Bits && layer.fixed && isKnown())
        return isQuantized() ? Texts::tr("8 bits by the method")
                             : Texts::tr("8 bits by the method, left at full precision here");
    if (column == LayerColumn::Effective && warns()) {
        return overheadText();
    }
    if (column == LayerColumn::Search && candidates() > 0)
        return Texts::tr("%1 candidates tried by each chain").arg(formatCount(candidates()));
    return {};
}

} // namespace latticeq::ui
