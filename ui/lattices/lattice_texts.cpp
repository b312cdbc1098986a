// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/lattice_texts.h"

#include "ui/support/number_format.h"

#include <QCoreApplication>
#include <QStringList>

namespace latticeq::ui {

namespace {

bool isKernel(const LatticePicture& picture, int64_t height, int64_t width)
{
    return picture.shape.size() == 4 && picture.shape[2] == height && picture.shape[3] == width;
}

template <typename Number, typename Format>
QString tuple(const std::vector<Number>& values, int n, int row, const Format& format)
{
    QStringList parts;
    for (int i = 0; i < n; ++i)
        parts << format(values[static_cast<size_t>(row * n + i)]);
    return QStringLiteral("(%1)").arg(parts.join(QStringLiteral(", ")));
}

QString kernelTapName(int axis)
{
    switch (axis) {
    case 0: return QCoreApplication::translate("lattices", "left tap %1");
    case 1: return QCoreApplication::translate("lattices", "middle tap %1");
    default: return QCoreApplication::translate("lattices", "right tap %1");
    }
}

} // namespace

QString axisSymbol(int axis)
{
    static const QString digits = QStringLiteral("₀₁₂₃₄₅₆₇₈₉");
    return u'w' + digits.mid(axis, 1);
}

QString axisName(const LatticePicture& picture, int axis)
{
    if (picture.n == 3 && isKernel(picture, 3, 3))
        return kernelTapName(axis).arg(axisSymbol(axis));
    const bool channels = picture.shape.size() == 2 || isKernel(picture, 1, 1);
    if (picture.n == 2 && channels) {
        return axis == 0 ? QCoreApplication::translate("lattices", "input channel 2k")
                         : QCoreApplication::translate("lattices", "input channel 2k + 1");
    }
    return QCoreApplication::translate("lattices", "weight %1 of the vector").arg(axisSymbol(axis));
}

QString unitText(const LatticePicture& picture)
{
    return QCoreApplication::translate("lattices", "weight ÷ %1 (largest of the layer)")
        .arg(formatFixed(picture.largestWeight, 3));
}

QString weightText(const LatticePicture& picture, int weight)
{
    const auto decimal = [](double value) { return formatFixed(value, 3); };
    std::vector<double> rounded(static_cast<size_t>(picture.n));
    for (int i = 0; i < picture.n * picture.n; ++i) {
        const int c = picture.coordinates[static_cast<size_t>(weight * picture.n + i / picture.n)];
        rounded[static_cast<size_t>(i % picture.n)] += c * picture.basis[static_cast<size_t>(i)];
    }
    const bool overloaded = picture.overloaded[static_cast<size_t>(weight)] != 0;
    return (overloaded ? QCoreApplication::translate("lattices", "weight %1: %2 → c = %3 → %4, |error|³ %5, overloaded")
                       : QCoreApplication::translate("lattices", "weight %1: %2 → c = %3 → %4, |error|³ %5"))
        .arg(QString::number(weight + 1), tuple(picture.vectors, picture.n, weight, decimal),
            tuple(picture.coordinates, picture.n, weight, [](int c) { return formatCount(c); }),
            tuple(rounded, picture.n, 0, decimal), formatError(picture.errors[static_cast<size_t>(weight)]));
}

QString noticeText(const LatticePicture& picture)
{
    QStringList lines;
    if (!picture.finished) {
        lines << QCoreApplication::translate("lattices", "Searching, best of %1 so far")
                     .arg(formatCount(picture.candidates));
    }
    const auto shown = static_cast<int64_t>(picture.errors.size());
    if (shown < picture.totalVectors) {
        lines << QCoreApplication::translate("lattices", "%1 of %2 weights shown")
                     .arg(formatCount(shown), formatCount(picture.totalVectors));
    }
    if (picture.n > 3)
        lines << QCoreApplication::translate("lattices", "First 3 of %1 axes").arg(picture.n);
    return lines.join(u'\n');
}

} // namespace latticeq::ui
