// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preparation_group.h"

#include "ui/settings/number_box.h"
#include "ui/settings/quantize_command.h"

#include <QLineEdit>
#include <QRegularExpressionValidator>

namespace latticeq::ui {

namespace {

constexpr double kLargestImage = 4096;

std::vector<double> numbersOf(const QString& text)
{
    std::vector<double> numbers;
    const QStringList parts = text.split(u',', Qt::SkipEmptyParts);
    for (const QString& part : parts)
        numbers.push_back(part.toDouble());
    return numbers;
}

Binding<QString> bindNumbers(std::vector<double> ImageSettings::*member)
{
    return { [member](const RunSettings& s) { return commaSeparated(s.images.*member); },
        [member](RunSettings& s, const QString& text) { s.images.*member = numbersOf(text); } };
}

Binding<double> bindSize(int64_t ImageSettings::*member)
{
    return { [member](const RunSettings& s) { return static_cast<double>(s.images.*member); },
        [member](RunSettings& s, const double& value) { s.images.*member = static_cast<int64_t>(value); } };
}

QString flagOf(const char* flag, const std::vector<double>& numbers, const char* example)
{
    const QString text = numbers.empty() ? QLatin1String(example) : commaSeparated(numbers);
    return QStringLiteral("%1 %2").arg(QLatin1String(flag), text);
}

} // namespace

PreparationGroup::PreparationGroup(SettingsState& state, QWidget* parent)
    : SettingsGroup(state, QStringLiteral("preparation"), parent)
{
    addSizes();
    addNormalisation();
    refresh();
}

void PreparationGroup::addSizes()
{
    addNumber("size", 0, kLargestImage, bindSize(&ImageSettings::size), [](const RunSettings& s) {
        return FieldTexts { tr("Image size"),
            tr("Height and width that the network sees, in pixels. A built-in network knows its own; a TorchScript "
               "file is taken to expect 224, or the size of an IDX or CIFAR set."),
            QStringLiteral("--image-size %1").arg(s.images.size), {}, tr("Usual"), tr(" px") };
    });
    addNumber("resize", 0, kLargestImage, bindSize(&ImageSettings::resizeSize), [](const RunSettings& s) {
        return FieldTexts { tr("Resized to"),
            tr("Shorter side to which an image file is resized before its centre is cropped, in pixels. Usual: 256 for "
               "224."),
            QStringLiteral("--resize-size %1").arg(s.images.resizeSize), {}, tr("Usual"), tr(" px") };
    });
}

void PreparationGroup::addNormalisation()
{
    static const QRegularExpression numbers(
        QStringLiteral("\\A\\s*(-?[0-9]*\\.?[0-9]+(\\s*,\\s*-?[0-9]*\\.?[0-9]+)*)?\\s*\\z"));
    QLineEdit* mean = addLine("mean", bindNumbers(&ImageSettings::mean), [](const RunSettings& s) {
        return FieldTexts { tr("Mean"),
            tr("Mean of each channel that is subtracted from pixels between 0 and 1, separated by commas. Left empty: "
               "the network's own, ImageNet's for a TorchScript file with three channels."),
            flagOf("--image-mean", s.images.mean, "0.485,0.456,0.406"), {}, tr("Usual") };
    });
    QLineEdit* deviation = addLine("deviation", bindNumbers(&ImageSettings::deviation), [](const RunSettings& s) {
        return FieldTexts { tr("Deviation"),
            tr("Standard deviation of each channel that the difference is divided by, separated by commas."),
            flagOf("--image-deviation", s.images.deviation, "0.229,0.224,0.225"), {}, tr("Usual") };
    });
    for (QLineEdit* line : { mean, deviation })
        line->setValidator(new QRegularExpressionValidator(numbers, line));
}

QString PreparationGroup::title() const
{
    return tr("Image preparation");
}

QString PreparationGroup::summary(const RunSettings& settings) const
{
    if (settings.images == ImageSettings {})
        return tr("usual");
    if (settings.images.size == 0)
        return tr("changed");
    return tr("%1 × %1 pixels").arg(settings.images.size);
}

} // namespace latticeq::ui
