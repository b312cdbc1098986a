// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_group.h"

namespace latticeq::ui {

/** How the weights are quantized. */
class WeightsGroup : public SettingsGroup
{
    Q_OBJECT
public:
    explicit WeightsGroup(SettingsState& state, QWidget* parent = nullptr);

protected:
    QString title() const override;
    QString summary(const RunSettings& settings) const override;

private:
    void addChoiceOfBits();
    void addVectors();
    void addBases();
    void addCorrections();
    void addOverrides();
};

} // namespace latticeq::ui
