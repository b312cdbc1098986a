// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_group.h"

namespace latticeq::ui {

/** How long bases are searched. */
class SearchGroup : public SettingsGroup
{
    Q_OBJECT
public:
    explicit SearchGroup(SettingsState& state, QWidget* parent = nullptr);

protected:
    QString title() const override;
    QString summary(const RunSettings& settings) const override;

private:
    void addMethod();
    void addLength();
    void addSeed();
    void addTimeBudget();
};

} // namespace latticeq::ui
