// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/data_group.h"

#include "core/graph/model_catalog.h"
#include "ui/settings/data_problem.h"
#include "ui/settings/number_box.h"
#include "ui/settings/path_field.h"
#include "ui/support/number_format.h"

#include <QFileDialog>
#include <QLabel>

namespace latticeq::ui {

namespace {

constexpr auto kFashionMnist = "fashion-mnist";
constexpr auto kBrowse = "browse:"; // no path and no named set
constexpr double kMostImages = 1e6;

bool takesFashionMnist(const RunSettings& settings)
{
    const ModelInfo* info = knownModel(settings.model);
    return !info || (info->inputChannels == 1 && info->inputSize == 28);
}

/** The data set that is used: the settings' own, or the network's usual one, or none. */
QString usedData(const RunSettings& settings)
{
    if (settings.data.empty() && hasEvaluationData(settings))
        return QLatin1String(kFashionMnist);
    return QString::fromStdString(settings.data);
}

QString nameOf(const QString& data)
{
    if (data == QLatin1String(kFashionMnist))
        return QStringLiteral("Fashion-MNIST");
    return data.section(u'/', -1, -1, QString::SectionSkipEmpty);
}

QString fileArgument(const std::string& path, const char* otherwise)
{
    return path.empty() ? QLatin1String(otherwise) : QString::fromStdString(path);
}

} // namespace

DataGroup::DataGroup(SettingsState& state, QWidget* parent)
    : SettingsGroup(state, QStringLiteral("data"), parent)
{
    addDataSets();
    addProblem();
    addCounts();
    refresh();
}

void DataGroup::addDataSets()
{
    const auto write = [](RunSettings& s, const QString& data) {
        if (data != QLatin1String(kBrowse))
            s.data = data.toStdString();
    };
    ChoiceBox* images = addChoice(
        "images", [this](const RunSettings& s) { return choices(s); }, { usedData, write },
        [](const RunSettings& s) {
            return FieldTexts { tr("Images"),
                tr("The images that accuracy is measured on: Fashion-MNIST, a folder with one folder per class, images "
                   "with labels.txt or labels.csv, or a set in IDX or CIFAR format. Without images only the weights "
                   "are quantized."),
                QStringLiteral("--data %1").arg(fileArgument(s.data, kFashionMnist)), {}, {} };
        });
    connect(images, &ChoiceBox::chosen, this, [this](const QString& value) {
        if (value == QLatin1String(kBrowse))
            browse();
    });
    addPath("calibration", true, bindText(&RunSettings::calibrationData), [](const RunSettings& s) {
        return FieldTexts { tr("Calibration"),
            tr("A folder whose images calibrate, if they come from another data set. Left empty: the training images "
               "of the set above; of an image folder a random share, which is left out of the accuracy."),
            QStringLiteral("--traindir %1").arg(fileArgument(s.calibrationData, "DIR")), {}, tr("Same"), {},
            tr("Choose a folder of calibration images") };
    });
}

void DataGroup::addProblem()
{
    auto* problem = new QLabel(this);
    problem->setObjectName(QStringLiteral("imagesProblem"));
    problem->setWordWrap(true);
    problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    addRow(problem, [problem](const RunSettings& s) {
        const QString sentence = dataProblem(s);
        problem->setText(sentence);
        problem->setVisible(!sentence.isEmpty());
    });
}

void DataGroup::addCounts()
{
    addNumber("calibrationImages", 1, kMostImages, bindMember<double>(&RunSettings::calibrationImages),
        [](const RunSettings& s) {
            return FieldTexts { tr("Calibration images"),
                tr("How many training images set the activations' ranges. More: steadier ranges, more memory and a "
                   "few seconds."),
                QStringLiteral("--batch_size %1").arg(s.calibrationImages),
                hasCalibrationData(s) ? QString() : tr("There is no data set to calibrate on."), {} };
        });
    addNumber("evaluationImages", 0, kMostImages, bindMember<double>(&RunSettings::evaluationImages),
        [](const RunSettings& s) {
            return FieldTexts { tr("Evaluated"),
                tr("How many test images accuracy is measured on, the same share in every run; 0 takes all. Fewer: "
                   "faster, but a wider interval."),
                QStringLiteral("--eval-images %1").arg(s.evaluationImages),
                hasEvaluationData(s) ? QString() : tr("There is no data set to measure accuracy on."), tr("All") };
        })
        ->setSingleStep(1000);
}

QList<Choice> DataGroup::choices(const RunSettings& settings) const
{
    const QString current = usedData(settings);
    const QString misfit = takesFashionMnist(settings)
        ? QString()
        : tr("This network takes colour photographs; Fashion-MNIST has grey images of 28 × 28 pixels.");
    QList<Choice> choices { { QLatin1String(kFashionMnist), nameOf(QLatin1String(kFashionMnist)), misfit } };
    if (current.isEmpty() || !misfit.isEmpty() || isModelFile(settings.model))
        choices << Choice { {}, tr("None, weights only"), {} };
    if (!current.isEmpty() && current != QLatin1String(kFashionMnist))
        choices << Choice { current, nameOf(current), {} };
    return choices << Choice { QLatin1String(kBrowse), tr("Image folder…"), {} };
}

void DataGroup::browse()
{
    RunSettings settings = state().settings();
    const QString folder = QFileDialog::getExistingDirectory(
        this, tr("Choose a folder of images"), QString::fromStdString(settings.data));
    if (!folder.isEmpty())
        settings.data = folder.toStdString();
    state().change(tr("Data: images"), settings);
    refresh();
}

QString DataGroup::title() const
{
    return tr("Data");
}

QString DataGroup::summary(const RunSettings& settings) const
{
    const QString name = nameOf(usedData(settings));
    if (name.isEmpty())
        return tr("none");
    if (settings.evaluationImages == 0)
        return name;
    return tr("%1, %2 images", "data set, number").arg(name, formatCount(settings.evaluationImages));
}

} // namespace latticeq::ui
