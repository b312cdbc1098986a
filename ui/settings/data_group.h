// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_group.h"

namespace latticeq::ui {

/** Which images the network is measured and calibrated on. */
class DataGroup : public SettingsGroup
{
    Q_OBJECT
public:
    explicit DataGroup(SettingsState& state, QWidget* parent = nullptr);

protected:
    QString title() const override;
    QString summary(const RunSettings& settings) const override;

private:
    QList<Choice> choices(const RunSettings& settings) const;
    void addDataSets();
    void addProblem();
    void addCounts();
    void browse();
};

} // namespace latticeq::ui
