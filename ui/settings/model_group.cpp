// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/model_group.h"

#include "core/graph/model_catalog.h"
#include "ui/settings/network_choice.h"
#include "ui/settings/path_field.h"

#include <QFileDialog>

namespace latticeq::ui {

namespace {

constexpr auto kBrowse = "browse:"; // no name of a network and no path

QString titleOf(const RunSettings& settings)
{
    return QString::fromStdString(modelTitle(settings.model));
}

void changeModel(RunSettings& settings, const QString& model)
{
    if (model != QLatin1String(kBrowse))
        changeNetwork(settings, model.toStdString());
}

QList<Choice> networks(const RunSettings& settings)
{
    QList<Choice> choices;
    for (const ModelInfo& info : modelCatalog())
        choices << Choice { QString::fromStdString(info.name), QString::fromStdString(info.title), {} };
    if (!knownModel(settings.model))
        choices << Choice { QString::fromStdString(settings.model), titleOf(settings), {} };
    return choices << Choice { QLatin1String(kBrowse), ModelGroup::tr("TorchScript file…"), {} };
}

QString weightsFlag(const RunSettings& settings)
{
    return QStringLiteral("--weights %1")
        .arg(settings.weights.empty() ? QStringLiteral("FILE") : QString::fromStdString(settings.weights));
}

} // namespace

ModelGroup::ModelGroup(SettingsState& state, QWidget* parent)
    : SettingsGroup(state, QStringLiteral("model"), parent)
{
    ChoiceBox* network = addChoice("network", networks,
        { [](const RunSettings& s) { return QString::fromStdString(s.model); }, changeModel },
        [](const RunSettings& s) {
            return FieldTexts { tr("Network"),
                tr("The network to quantize: a built-in architecture, or your own one saved as TorchScript. Choosing "
                   "another one clears the weights file and the bits of single layers, which belong to the one "
                   "before."),
                QStringLiteral("--model %1").arg(QString::fromStdString(s.model)), {}, {} };
        });
    connect(network, &ChoiceBox::chosen, this, [this](const QString& value) {
        if (value == QLatin1String(kBrowse))
            browse();
    });
    addPath("weights", false, bindText(&RunSettings::weights), [](const RunSettings& s) {
        return FieldTexts { tr("Weights"),
            tr("A checkpoint of this network, .pth or .safetensors. Left empty: the network's usual file, the bundled "
               "one or torchvision's in the torch cache. Nothing is downloaded."),
            weightsFlag(s), isModelFile(s.model) ? tr("A TorchScript file has its own weights.") : QString(),
            tr("Usual"), {}, tr("Choose a checkpoint"), tr("Checkpoints (*.pth *.safetensors);;All files (*)") };
    });
    refresh();
}

void ModelGroup::browse()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Choose a TorchScript file"), {}, tr("TorchScript modules (*.pt *.pth);;All files (*)"));
    RunSettings settings = state().settings();
    if (!file.isEmpty())
        changeNetwork(settings, file.toStdString());
    state().change(tr("Network"), settings);
    refresh();
}

QString ModelGroup::title() const
{
    return tr("Model");
}

QString ModelGroup::summary(const RunSettings& settings) const
{
    if (settings.weights.empty())
        return titleOf(settings);
    const QString path = QString::fromStdString(settings.weights);
    return tr("%1, %2", "network, weights file").arg(titleOf(settings), path.section(u'/', -1));
}

} // namespace latticeq::ui
