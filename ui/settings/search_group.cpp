// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/search_group.h"

#include "ui/settings/number_box.h"
#include "ui/support/number_format.h"

#include <QLineEdit>
#include <QValidator>

#include <cmath>

namespace latticeq::ui {

namespace {

constexpr int kMostRepeats = 1000;

constexpr double kMostSteps = 1e6;
constexpr double kMostRestarts = 100;
constexpr double kMostMinutes = 10'000 * 60.0;

/** Whole numbers of 64 bits. */
class SeedValidator : public QValidator
{
public:
    using QValidator::QValidator;

    State validate(QString& text, int&) const override
    {
        bool isNumber = false;
        text.toULongLong(&isNumber);
        if (text.isEmpty())
            return Intermediate;
        return isNumber && text.front().isDigit() ? Acceptable : Invalid;
    }
};

QString budgetFlag(const RunSettings& settings)
{
    if (settings.timeBudgetSeconds == 0)
        return QStringLiteral("--time-budget 10m");
    return QStringLiteral("--time-budget %1m").arg(settings.timeBudgetSeconds / 60);
}

} // namespace

SearchGroup::SearchGroup(SettingsState& state, QWidget* parent)
    : SettingsGroup(state, QStringLiteral("search"), parent)
{
    addMethod();
    addLength();
    addSeed();
    addTimeBudget();
    refresh();
}

void SearchGroup::addMethod()
{
    const Binding<QString> method {
        [](const RunSettings& s) { return s.refinedSearch ? QStringLiteral("refined") : QStringLiteral("random"); },
        [](RunSettings& s, const QString& value) { s.refinedSearch = value == QLatin1String("refined"); }
    };
    addChoice(
        "method",
        [](const RunSettings&) {
            return QList<Choice> { { QStringLiteral("random"), tr("Random"), {} },
                { QStringLiteral("refined"), tr("Refined"), {} } };
        },
        method,
        [](const RunSettings& s) {
            return FieldTexts { tr("Method"),
                tr("Random: the published search, which perturbs the best basis so far by shrinking noise. Refined: "
                   "chooses the best lattice point near each vector, refits the basis to them and repeats, from "
                   "several starts; a smaller error in about the same time."),
                s.refinedSearch ? QStringLiteral("--search refined") : QStringLiteral("--search random"), {}, {} };
        });
}

void SearchGroup::addLength()
{
    addNumber("steps", 1, kMostSteps, bindMember<double>(&RunSettings::steps), [](const RunSettings& s) {
        return FieldTexts { tr("Steps"),
            tr("Candidates of each of the nine noise levels. More: smaller error, proportionally more time. Linear and "
               "scalar layers have their own fixed number. The refined search takes about as long."),
            QStringLiteral("--steps %1").arg(s.steps),
            s.scalar ? tr("The search of scalar vectors has a fixed length.") : QString(), {} };
    })->setSingleStep(10);
    addNumber("restarts", 1, kMostRestarts, bindMember<double>(&RunSettings::restarts), [](const RunSettings& s) {
        return FieldTexts { tr("Restarts"),
            tr("Independent searches, of which each channel keeps the best. More: smaller error, proportionally more "
               "time. The refined search goes on for as long from its own starts."),
            QStringLiteral("--nb_restarts %1").arg(s.restarts), {}, {} };
    });
}

void SearchGroup::addSeed()
{
    const Binding<QString> seed { [](const RunSettings& s) { return QString::number(s.seed); },
        [](RunSettings& s, const QString& value) { s.seed = value.toULongLong(); } };
    QLineEdit* line = addLine("seed", seed, [](const RunSettings& s) {
        return FieldTexts { tr("Seed"),
            tr("Where the random numbers start. The same seed gives the same bytes on any machine and any number of "
               "threads; another one shows how much is luck."),
            QStringLiteral("--random_seed %1").arg(s.seed), {}, {} };
    });
    line->setValidator(new SeedValidator(line));
    line->setAlignment(Qt::AlignLeft);
    addNumber("repeats", 1, kMostRepeats, bindMember<double>(&RunSettings::repeats), [](const RunSettings& s) {
        return FieldTexts { tr("Seeds"),
            tr("Runs with this seed and the ones after it, one run after the other, each in a folder of its own: tells "
               "mean and standard deviation of the accuracy in the end. One run says nothing about luck."),
            QStringLiteral("--seeds %1").arg(s.repeats), {}, {} };
    });
}

void SearchGroup::addTimeBudget()
{
    const Binding<double> minutes { [](const RunSettings& s) { return s.timeBudgetSeconds / 60; },
        [](RunSettings& s, const double& value) { s.timeBudgetSeconds = value * 60; } };
    NumberBox* box = addNumber("timeBudget", 0, kMostMinutes, minutes, [](const RunSettings& s) {
        return FieldTexts { tr("Time budget"),
            tr("Ends the search after this many minutes with the best bases so far; 0 is off. With a budget two runs "
               "may differ, since one may get further."),
            budgetFlag(s), {}, tr("Off"), tr(" min") };
    });
    box->setDecimals(4);
}

QString SearchGroup::title() const
{
    return tr("Search");
}

QString SearchGroup::summary(const RunSettings& settings) const
{
    if (settings.scalar)
        return tr("random, %n restart(s)", nullptr, settings.restarts);
    if (settings.refinedSearch)
        return tr("refined, %1 × %2", "steps, restarts")
            .arg(formatCount(settings.steps), formatCount(settings.restarts));
    return tr("random, %1 × %2", "steps, restarts").arg(formatCount(settings.steps), formatCount(settings.restarts));
}

} // namespace latticeq::ui
