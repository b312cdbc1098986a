// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/model_group.h"

#include "core/graph/model_catalog.h"
#include "ui/settings/path_field.h"

namespace latticeq::ui {

namespace {

const ModelInfo* findInfo(const std::string& model)
{
    for (const ModelInfo& info : modelCatalog()) {
        if (info.name == model)
            return &info;
    }
    return nullptr;
}

QString titleOf(const std::string& model)
{
    const ModelInfo* info = findInfo(model);
    return QString::fromStdString(info ? info->title : model);
}

/** Another network: weights, single layers' bits and the data set of the one before do not fit it. */
void changeModel(RunSettings& settings, const QString& model)
{
    const ModelInfo* before = findInfo(settings.model);
    settings.model = model.toStdString();
    settings.weights.clear();
    settings.layerBits.clear();
    const ModelInfo* info = findInfo(settings.model);
    if (settings.data.empty() || (before && settings.data == before->defaultData))
        settings.data = info ? info->defaultData : std::string();
}

QList<Choice> networks(const RunSettings& settings)
{
    QList<Choice> choices;
    for (const ModelInfo& info : modelCatalog())
        choices << Choice { QString::fromStdString(info.name), QString::fromStdString(info.title), {} };
    if (!findInfo(settings.model))
        choices << Choice { QString::fromStdString(settings.model), QString::fromStdString(settings.model), {} };
    return choices;
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
    addChoice("network", networks,
        { [](const RunSettings& s) { return QString::fromStdString(s.model); }, changeModel },
        [](const RunSettings& s) {
            return FieldTexts { tr("Network"),
                tr("The architecture to quantize. Choosing another one clears the weights file and the bits of single "
                   "layers, which belong to the one before."),
                QStringLiteral("--model %1").arg(QString::fromStdString(s.model)), {}, {} };
        });
    addPath("weights", false, bindText(&RunSettings::weights), [](const RunSettings& s) {
        return FieldTexts { tr("Weights"),
            tr("A checkpoint of this network, .pth or .safetensors. Left empty: the network's usual file, the bundled "
               "one or torchvision's in the torch cache. Nothing is downloaded."),
            weightsFlag(s), {}, tr("Usual"), {}, tr("Choose a checkpoint"),
            tr("Checkpoints (*.pth *.safetensors);;All files (*)") };
    });
    refresh();
}

QString ModelGroup::title() const
{
    return tr("Model");
}

QString ModelGroup::summary(const RunSettings& settings) const
{
    if (settings.weights.empty())
        return titleOf(settings.model);
    const QString path = QString::fromStdString(settings.weights);
    return tr("%1, %2", "network, weights file").arg(titleOf(settings.model), path.section(u'/', -1));
}

} // namespace latticeq::ui
