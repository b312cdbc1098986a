// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/preset_store.h"

#include <QMap>
#include <QWidget>

#include <functional>

class QAction;
class QLabel;
class QToolButton;

namespace latticeq::ui {

class ChoiceBox;
class SettingsState;
struct Choice;

/** Chooses among the built-in presets and the user's own, and keeps the latter. Shows "Custom" for other settings. */
class PresetBar : public QWidget
{
    Q_OBJECT
public:
    PresetBar(SettingsState& state, PresetStore store, QWidget* parent = nullptr);

    /** Name of the user's preset that the settings equal; empty where it is none of them. */
    QString currentOwn() const;

    /** Each tells of a failure in the line below the combo box, and whether it succeeded. */
    bool save(const QString& name);
    bool rename(const QString& name, const QString& newName);
    bool remove(const QString& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeWidgets();
    void makeMenu();
    void refresh();
    void retranslate();
    void reload();
    void apply(const QString& key);
    QString matchingKey() const;
    QList<Choice> choices(const QString& current) const;
    bool attempt(const std::function<void()>& action);
    void askToSave();
    void askToRename();
    void askToRemove();

    SettingsState& m_state;
    PresetStore m_store;
    QMap<QString, RunSettings> m_own;
    QMap<QString, QString> m_damaged; // why a preset cannot be read
    QString m_chosen; // of several presets with the same settings
    QLabel* m_label;
    ChoiceBox* m_box;
    QToolButton* m_menuButton;
    QLabel* m_failure;
    QAction* m_save;
    QAction* m_rename;
    QAction* m_remove;
};

} // namespace latticeq::ui
