// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_group.h"

namespace latticeq::ui {

/** Which network, and where its weights come from. */
class ModelGroup : public SettingsGroup
{
    Q_OBJECT
public:
    explicit ModelGroup(SettingsState& state, QWidget* parent = nullptr);

protected:
    QString title() const override;
    QString summary(const RunSettings& settings) const override;

private:
    void browse();
};

} // namespace latticeq::ui
