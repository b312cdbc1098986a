// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preset_bar.h"

#include "core/run/presets.h"
#include "ui/settings/choice_box.h"
#include "ui/settings/number_box.h"
#include "ui/settings/settings_state.h"
#include "ui/support/icon.h"

#include <QEvent>
#include <QGridLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QToolButton>

namespace latticeq::ui {

namespace {

constexpr auto kCustom = "custom:"; // keys of the combo box: this, a built-in name, or "own:" and a name
constexpr auto kOwn = "own:";

QString builtInTitle(const std::string& name)
{
    if (name == "demo")
        return PresetBar::tr("Demo");
    if (name == "best")
        return PresetBar::tr("Most accurate, W4A8B8");
    if (name == "smallest")
        return PresetBar::tr("Smallest, one point lost");
    if (name == "w4a8b8")
        return PresetBar::tr("W4A8B8, quick");
    if (name == "w4a8b8-full")
        return PresetBar::tr("W4A8B8, full");
    return QString::fromStdString(name).toUpper();
}

/** A preset says what to do; on what and into which folder stays as it is. */
RunSettings keepPlace(RunSettings preset, const RunSettings& present)
{
    preset.device = present.device;
    preset.threads = present.threads;
    preset.workers = present.workers;
    preset.outputFolder = present.outputFolder;
    preset.overwrite = present.overwrite;
    preset.resume = present.resume;
    return preset;
}

} // namespace

PresetBar::PresetBar(SettingsState& state, PresetStore store, QWidget* parent)
    : QWidget(parent)
    , m_state(state)
    , m_store(std::move(store))
{
    makeWidgets();
    makeMenu();
    connect(m_box, &ChoiceBox::chosen, this, &PresetBar::apply);
    connect(&m_state, &SettingsState::changed, this, &PresetBar::refresh);
    reload();
    retranslate();
}

void PresetBar::makeWidgets()
{
    m_label = new QLabel(this);
    m_box = new ChoiceBox(this);
    m_box->setObjectName(QStringLiteral("preset"));
    m_box->setMinimumHeight(28);
    guardFromWheel(*m_box);
    m_menuButton = new QToolButton(this);
    m_menuButton->setObjectName(QStringLiteral("preset.menu"));
    m_menuButton->setIcon(icon(QStringLiteral("more")));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setFocusPolicy(Qt::StrongFocus);
    m_failure = new QLabel(this);
    m_failure->setObjectName(QStringLiteral("preset.failure"));
    m_failure->setWordWrap(true);
    m_failure->hide();
    m_label->setBuddy(m_box);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(8, 8, 8, 4);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_label, 0, 0);
    grid->addWidget(m_box, 0, 1);
    grid->addWidget(m_menuButton, 0, 2);
    grid->addWidget(m_failure, 1, 0, 1, 3);
    grid->setColumnStretch(1, 1);
}

void PresetBar::makeMenu()
{
    auto* menu = new QMenu(m_menuButton);
    m_save = menu->addAction({}, this, &PresetBar::askToSave);
    m_rename = menu->addAction({}, this, &PresetBar::askToRename);
    m_remove = menu->addAction({}, this, &PresetBar::askToRemove);
    m_save->setObjectName(QStringLiteral("preset.save"));
    m_rename->setObjectName(QStringLiteral("preset.rename"));
    m_remove->setObjectName(QStringLiteral("preset.remove"));
    m_menuButton->setMenu(menu);
}

QString PresetBar::currentOwn() const
{
    const QString key = matchingKey();
    return key.startsWith(QLatin1String(kOwn)) ? key.mid(static_cast<int>(qstrlen(kOwn))) : QString();
}

bool PresetBar::save(const QString& name)
{
    m_chosen = QLatin1String(kOwn) + name;
    return attempt([&] { m_store.save(name, m_state.settings()); });
}

bool PresetBar::rename(const QString& name, const QString& newName)
{
    if (!attempt([&] { m_store.rename(name, newName); }))
        return false;
    m_chosen = QLatin1String(kOwn) + newName;
    refresh();
    return true;
}

bool PresetBar::remove(const QString& name)
{
    return attempt([&] { m_store.remove(name); });
}

bool PresetBar::attempt(const std::function<void()>& action)
{
    QString failure;
    try {
        action();
    } catch (const std::runtime_error& error) {
        failure = QString::fromUtf8(error.what());
    }
    m_failure->setText(failure);
    m_failure->setVisible(!failure.isEmpty());
    reload();
    return failure.isEmpty();
}

void PresetBar::reload()
{
    m_own.clear();
    m_damaged.clear();
    for (const QString& name : m_store.names()) {
        try {
            m_own[name] = m_store.load(name);
        } catch (const std::runtime_error& error) {
            m_damaged[name] = QString::fromUtf8(error.what());
        }
    }
    refresh();
}

void PresetBar::apply(const QString& key)
{
    const QString own = key.mid(static_cast<int>(qstrlen(kOwn)));
    const bool isOwn = key.startsWith(QLatin1String(kOwn));
    if (key == QLatin1String(kCustom) || (isOwn && !m_own.contains(own)))
        return;
    m_chosen = key;
    const RunSettings preset = isOwn ? m_own.value(own) : findPreset(key.toStdString()).settings;
    m_state.change(tr("Preset %1").arg(m_box->currentText()), keepPlace(preset, m_state.settings()));
    refresh();
}

QString PresetBar::matchingKey() const
{
    QStringList keys;
    for (const Preset& preset : presets()) {
        if (sameResult(preset.settings, m_state.settings()))
            keys << QString::fromStdString(preset.name);
    }
    for (auto own = m_own.begin(); own != m_own.end(); ++own) {
        if (sameResult(own.value(), m_state.settings()))
            keys << QLatin1String(kOwn) + own.key();
    }
    if (keys.contains(m_chosen))
        return m_chosen;
    return keys.isEmpty() ? QLatin1String(kCustom) : keys.front();
}

QList<Choice> PresetBar::choices(const QString& current) const
{
    QList<Choice> choices;
    if (current == QLatin1String(kCustom))
        choices << Choice { current, tr("Custom"), {} };
    for (const Preset& preset : presets())
        choices << Choice { QString::fromStdString(preset.name), builtInTitle(preset.name), {} };
    for (const QString& name : m_store.names())
        choices << Choice { QLatin1String(kOwn) + name, name, m_damaged.value(name) };
    return choices;
}

void PresetBar::refresh()
{
    const QString current = matchingKey();
    m_box->showChoices(choices(current), current);
    const bool isOwn = !currentOwn().isEmpty();
    m_rename->setEnabled(isOwn);
    m_remove->setEnabled(isOwn);
}

void PresetBar::askToSave()
{
    const QString name = QInputDialog::getText(this, tr("Save as preset"), tr("Name of the preset:")).trimmed();
    if (name.isEmpty())
        return;
    if (m_store.contains(name)
        && QMessageBox::question(this, tr("Save as preset"), tr("Replace the preset %1?").arg(name))
            != QMessageBox::Yes)
        return;
    save(name);
}

void PresetBar::askToRename()
{
    const QString name = currentOwn();
    const QString newName
        = QInputDialog::getText(this, tr("Rename preset"), tr("New name:"), QLineEdit::Normal, name).trimmed();
    if (!newName.isEmpty())
        rename(name, newName);
}

void PresetBar::askToRemove()
{
    const QString name = currentOwn();
    if (QMessageBox::question(this, tr("Delete preset"), tr("Delete the preset %1?").arg(name)) == QMessageBox::Yes)
        remove(name);
}

void PresetBar::retranslate()
{
    m_label->setText(tr("Preset"));
    m_box->setAccessibleName(tr("Preset"));
    m_box->setToolTip(tr("<qt><p>Sets everything at once but device and threads. Any other edit makes it "
                         "Custom.</p><p><code>--preset demo</code></p></qt>"));
    m_menuButton->setText(tr("⋯", "menu of presets"));
    m_menuButton->setAccessibleName(tr("Own presets"));
    m_menuButton->setToolTip(tr("Saves these settings as a preset of your own, renames or deletes one."));
    m_save->setText(tr("Save as…"));
    m_rename->setText(tr("Rename…"));
    m_remove->setText(tr("Delete…"));
    refresh();
}

void PresetBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace latticeq::ui
