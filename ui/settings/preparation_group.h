// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_group.h"

namespace latticeq::ui {

/** How images are prepared, where not as the network usually has them. */
class PreparationGroup : public SettingsGroup
{
    Q_OBJECT
public:
    explicit PreparationGroup(SettingsState& state, QWidget* parent = nullptr);

protected:
    QString title() const override;
    QString summary(const RunSettings& settings) const override;

private:
    void addSizes();
    void addNormalisation();
};

} // namespace latticeq::ui
