// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_group.h"

namespace latticeq::ui {

/** How the layers' inputs are quantized. */
class ActivationsGroup : public SettingsGroup
{
    Q_OBJECT
public:
    explicit ActivationsGroup(SettingsState& state, QWidget* parent = nullptr);

protected:
    QString title() const override;
    QString summary(const RunSettings& settings) const override;

private:
    void addPrecision();
    void addClipping();
    void addAllocation();
};

} // namespace latticeq::ui
