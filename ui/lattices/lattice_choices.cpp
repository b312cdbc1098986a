// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lattices/lattice_choices.h"

#include <QSettings>

#include <algorithm>

namespace latticeq::ui {

namespace {

constexpr auto kMode = "lattices/mode";
constexpr auto kCells = "lattices/cellKind";
constexpr auto kResidualsChosen = "lattices/residualsChosen";
constexpr auto kLinked = "lattices/linked";

/** Their order is that of the marks. */
constexpr std::array<const char*, kMarks> kShown { "lattices/used", "lattices/unused", "lattices/weights",
    "lattices/residuals", "lattices/cells", "lattices/basis", "lattices/overload", "lattices/ghost" };

constexpr std::array<const char*, 3> kModeNames { "turn", "planes", "sheets" };
constexpr std::array<const char*, 2> kCellNames { "nearestPlane", "voronoi" };

/** The value whose name is stored; the first one for any other text. */
template <typename Value, size_t count>
Value named(const QSettings& settings, const char* key, const std::array<const char*, count>& names)
{
    const QString text = settings.value(QLatin1String(key)).toString();
    const auto found
        = std::find_if(names.begin(), names.end(), [&](const char* name) { return text == QLatin1String(name); });
    return found == names.end() ? Value() : static_cast<Value>(found - names.begin());
}

} // namespace

LatticeChoices loadLatticeChoices()
{
    const QSettings settings;
    LatticeChoices choices;
    choices.mode = named<LatticeMode>(settings, kMode, kModeNames);
    choices.marks.cells = named<CellKind>(settings, kCells, kCellNames);
    for (size_t i = 0; i < kShown.size(); ++i)
        choices.marks.shown[i] = settings.value(QLatin1String(kShown[i]), true).toBool();
    choices.residualsChosen = settings.value(QLatin1String(kResidualsChosen), false).toBool();
    choices.linked = settings.value(QLatin1String(kLinked), true).toBool();
    return choices;
}

void storeLatticeChoices(const LatticeChoices& choices)
{
    QSettings settings;
    settings.setValue(QLatin1String(kMode), QLatin1String(kModeNames[static_cast<size_t>(choices.mode)]));
    settings.setValue(QLatin1String(kCells), QLatin1String(kCellNames[static_cast<size_t>(choices.marks.cells)]));
    for (size_t i = 0; i < kShown.size(); ++i)
        settings.setValue(QLatin1String(kShown[i]), choices.marks.shown[i]);
    settings.setValue(QLatin1String(kResidualsChosen), choices.residualsChosen);
    settings.setValue(QLatin1String(kLinked), choices.linked);
}

} // namespace latticeq::ui
