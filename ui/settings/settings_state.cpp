// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settings_state.h"

#include "core/graph/model_catalog.h"
#include "core/run/presets.h"
#include "ui/settings/data_problem.h"
#include "ui/settings/network_choice.h"

#include <QFileInfo>
#include <QUndoCommand>

#include <stdexcept>

namespace latticeq::ui {

/** From some settings to others. */
class SettingsState::Edit : public QUndoCommand
{
public:
    Edit(SettingsState& state, const QString& text, const RunSettings& after, Merge merge)
        : QUndoCommand(text)
        , m_state(state)
        , m_before(state.settings())
        , m_after(after)
        , m_merge(merge)
    {
    }

    void undo() override { m_state.apply(m_before); }
    void redo() override { m_state.apply(m_after); }
    int id() const override { return m_merge == Merge::Yes ? 1 : -1; }

    bool mergeWith(const QUndoCommand* other) override
    {
        if (other->text() != text())
            return false;
        m_after = static_cast<const Edit*>(other)->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    SettingsState& m_state;
    RunSettings m_before;
    RunSettings m_after;
    Merge m_merge;
};

namespace {

bool isMissing(const std::string& path)
{
    return !path.empty() && !QFileInfo::exists(QString::fromStdString(path));
}

} // namespace

SettingsState::SettingsState(QObject* parent)
    : SettingsState(findPreset("demo").settings, parent)
{
}

SettingsState::SettingsState(const RunSettings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
{
}

void SettingsState::change(const QString& text, const RunSettings& settings, Merge merge)
{
    if (settings != m_settings)
        m_undoStack.push(new Edit(*this, text, settings, merge));
}

void SettingsState::setLayerBits(const QString& layer, std::optional<int> bits)
{
    RunSettings settings = m_settings;
    if (bits)
        settings.layerBits[layer.toStdString()] = *bits;
    else
        settings.layerBits.erase(layer.toStdString());
    change(tr("Bits of %1").arg(layer), settings, Merge::Yes);
}

QString SettingsState::problem() const
{
    try {
        checkSettings(m_settings);
    } catch (const std::invalid_argument& error) {
        return QString::fromUtf8(error.what());
    }
    if (isModelFile(m_settings.model) && isMissing(m_settings.model))
        return tr("The network %1 does not exist.").arg(QString::fromStdString(m_settings.model));
    if (isMissing(m_settings.weights))
        return tr("The weights file %1 does not exist.").arg(QString::fromStdString(m_settings.weights));
    for (const std::string& data : { m_settings.data, m_settings.calibrationData }) {
        if (data != "fashion-mnist" && isMissing(data))
            return tr("The data folder %1 does not exist.").arg(QString::fromStdString(data));
    }
    if (const QString images = dataProblem(m_settings); !images.isEmpty())
        return images;
    if ((m_settings.quantizeActivations || m_settings.updateBatchNorm) && !hasCalibrationData(m_settings))
        return tr("Activations need calibration images: choose a data set, or leave activations unquantized.");
    if (choosesBits(m_settings) && !hasCalibrationData(m_settings))
        return tr("Choosing the layers' bits needs calibration images: choose a data set, or the same bits in all layers.");
    if (m_settings.minTop1 + m_settings.maxLoss > 0 && !hasEvaluationData(m_settings))
        return tr("An accuracy to be kept needs images to measure it on: choose a data set.");
    return {};
}

void SettingsState::apply(const RunSettings& settings)
{
    m_settings = settings;
    emit changed();
}

bool hasEvaluationData(const RunSettings& settings)
{
    return !settings.data.empty() || !usualData(settings.model).empty();
}

bool hasCalibrationData(const RunSettings& settings)
{
    return !settings.calibrationData.empty() || hasEvaluationData(settings);
}

} // namespace latticeq::ui
